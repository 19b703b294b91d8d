import { made } from '../shell';

/** A part of the panel, with its name. */
export const section = (title: string, ...content: readonly Element[]): HTMLElement => {
  const box = made('panel-section', '', 'section');
  box.append(made('panel-title', title, 'h2'), ...content);
  return box;
};

export const row = (...content: readonly Element[]): HTMLElement => {
  const box = made('panel-row');
  box.append(...content);
  return box;
};

export const field = (label: string, value: string, onChange: (value: string) => void): HTMLInputElement => {
  const input = document.createElement('input');
  input.value = value;
  input.setAttribute('aria-label', label);
  input.placeholder = label;
  input.addEventListener('change', () => onChange(input.value.trim()));
  return input;
};

export type Option = readonly [value: string, text: string];

export const select = (
  label: string,
  options: readonly Option[],
  value: string,
  onChange: (value: string) => void,
): HTMLSelectElement => {
  const list = document.createElement('select');
  list.setAttribute('aria-label', label);
  list.append(...options.map(([each, text]) => new Option(text, each, false, each === value)));
  list.addEventListener('change', () => onChange(list.value));
  return list;
};

/** Two or three values side by side. */
export const choice = (
  label: string,
  options: readonly Option[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement => {
  const group = made('panel-choice');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  const buttons = options.map(([each, text]) => {
    const press = button(text, () => {
      mark(each);
      onChange(each);
    });
    return { each, press };
  });
  const mark = (current: string): void => {
    for (const { each, press } of buttons) press.setAttribute('aria-pressed', String(each === current));
  };
  mark(value);
  group.append(...buttons.map(({ press }) => press));
  return group;
};

export const button = (text: string, onPress: () => void): HTMLElement => {
  const node = made('panel-button', text, 'button');
  node.setAttribute('type', 'button');
  node.addEventListener('click', onPress);
  return node;
};

/** A field with what it is before it, and its unit behind it. */
export const labelled = (before: string, control: HTMLElement, behind: string): HTMLElement => {
  const box = made('panel-labelled');
  box.append(made('panel-note', before, 'span'), control, made('panel-note', behind, 'span'));
  return box;
};

export const note = (text: string): HTMLElement => made('panel-note', text);
