import type { GeneralComponent } from 'glass-easel';

/** Every built-in takes these; templates write aria-role, aria-label …, properties are named in one word. */
const NAMES = [
  'role',
  'label',
  'hidden',
  'checked',
  'selected',
  'disabled',
  'expanded',
  'pressed',
  'current',
  'modal',
  'busy',
  'live',
  'level',
  'labelledby',
  'describedby',
  'valuenow',
] as const;

const propertyOf = (name: string): string => `aria${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;

export const ARIA_PROPERTIES: Readonly<Record<string, unknown>> = Object.fromEntries(
  NAMES.map((name) => [propertyOf(name), { type: null, value: null }]),
);

/** Says on the element what the template says; WeChat's aria-role is the web's role. */
export const applyAria = (component: GeneralComponent, element: HTMLElement): void => {
  const data = component.data as Readonly<Record<string, unknown>>;
  for (const name of NAMES) {
    const value = data[propertyOf(name)];
    const attribute = name === 'role' ? 'role' : `aria-${name}`;
    if (value === null || value === undefined || value === '') continue;
    element.setAttribute(attribute, String(value));
  }
};
