/** The phone as one sees it: a screen with a navigation bar, pages and a tab bar, and a layer for WeChat's own dialogs. */
export interface Shell {
  readonly screen: HTMLElement;
  readonly bar: HTMLElement;
  readonly pages: HTMLElement;
  readonly tabs: HTMLElement;
  readonly layer: HTMLElement;
  /** The simulated keyboard; it has no height until it is raised. */
  readonly keyboard: HTMLElement;
  readonly panel: HTMLElement;
}

/** The shell's class names are its own: the mini program's stand unprefixed beside them. */
const classes = (names: string): string =>
  names
    .split(' ')
    .map((name) => `phone-${name}`)
    .join(' ');

const element = (className: string, parent: HTMLElement): HTMLElement => {
  const made = document.createElement('div');
  made.className = classes(className);
  parent.append(made);
  return made;
};

const create = (): Shell => {
  const desk = element('desk', document.body);
  const panel = element('panel', desk);
  const screen = element('screen', desk);
  const bar = element('bar', screen);
  const pages = element('pages', screen);
  const tabs = element('tabs', screen);
  const keyboard = element('keyboard', screen);
  const layer = element('layer', screen);
  return { screen, bar, pages, tabs, layer, keyboard, panel };
};

export const shell: Shell = create();

/** A node of WeChat's own surface. */
export const made = (className: string, text = '', tag = 'div'): HTMLElement => {
  const node = document.createElement(tag);
  node.className = classes(className);
  node.textContent = text;
  return node;
};
