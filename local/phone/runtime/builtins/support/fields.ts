import type { Element, GeneralComponent } from 'glass-easel';
import { dataOf } from '../support/define';

/** What a form collects from a control and gives back on reset. */
export interface Field {
  readonly component: GeneralComponent;
  readonly value: () => unknown;
  readonly reset: () => void;
}

const fields = new WeakMap<HTMLElement, Field>();
/** Components whose inner button submits the form around them (wx://form-field-button). */
const buttonHolders = new WeakSet<object>();
const forms = new WeakMap<HTMLElement, GeneralComponent>();

export const registerField = (host: HTMLElement, field: Field): void => {
  fields.set(host, field);
};
export const registerForm = (host: HTMLElement, form: GeneralComponent): void => {
  forms.set(host, form);
};
export const registerButtonHolder = (component: GeneralComponent): void => {
  buttonHolders.add(component);
};

/** The fields of a form's own tree, in their order: those inside a component are that component's affair. */
export const fieldsOf = (form: GeneralComponent, host: HTMLElement): Field[] =>
  [...host.querySelectorAll<HTMLElement>('*')]
    .map((element) => fields.get(element))
    .filter((field) => field !== undefined)
    .filter(({ component }) => component.ownerShadowRoot === form.ownerShadowRoot);

export const nameOf = ({ component }: Field): string => dataOf<{ name?: string }>(component).name ?? '';

/** The form that a button with a form-type belongs to. */
export const formAround = (button: GeneralComponent, host: HTMLElement): GeneralComponent | undefined => {
  const formHost = host.closest<HTMLElement>('wx-form');
  const form = formHost ? forms.get(formHost) : undefined;
  let scope = button.ownerShadowRoot;
  while (form && scope && scope !== form.ownerShadowRoot) {
    const holder = scope.getHostNode();
    if (!buttonHolders.has(holder)) return undefined;
    scope = (holder as Element).ownerShadowRoot;
  }
  return form;
};
