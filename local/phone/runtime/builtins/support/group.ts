import type { GeneralComponent } from 'glass-easel';
import { dataOf, setOwn } from './define';
import { registerField } from './fields';

interface ChoiceData {
  readonly value: string;
  readonly checked: boolean;
}

/** The choices of a group, in the document's order: they may stand in components of their own. */
export const choicesOf = (host: HTMLElement, tag: string): GeneralComponent[] =>
  [...host.querySelectorAll(tag)].map(
    (element) => (element as unknown as { __wxElement: GeneralComponent }).__wxElement,
  );

/** What checkbox-group and radio-group have in common: a value for the form, `change` when a choice is made. */
export const bindGroup = (
  component: GeneralComponent,
  host: HTMLElement,
  tag: string,
  valueOf: (checked: readonly string[]) => unknown,
): void => {
  const value = (): unknown =>
    valueOf(
      choicesOf(host, tag)
        .map((choice) => dataOf<ChoiceData>(choice))
        .filter(({ checked }) => checked)
        .map((choice) => choice.value),
    );
  host.addEventListener('phone-choice', () => component.triggerEvent('change', { value: value() }));
  registerField(host, {
    component,
    value,
    reset: () => {
      for (const choice of choicesOf(host, tag)) setOwn(choice, { checked: false });
    },
  });
};
