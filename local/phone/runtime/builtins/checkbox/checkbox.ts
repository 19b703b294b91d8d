import { bindChoice } from '../support/choice';
import { dataOf, setOwn, type Builtin } from '../support/define';

export interface CheckboxData {
  readonly value: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly color: string;
}

export const checkbox: Builtin = {
  hasSlot: true,
  properties: {
    value: String,
    checked: Boolean,
    disabled: Boolean,
    color: { type: String, value: '#09BB07' },
  },
  create: (component, host) => {
    const box = document.createElement('span');
    box.className = 'phone-choice';
    host.append(box);
    const data = (): CheckboxData => dataOf<CheckboxData>(component);
    bindChoice(component, host, {
      role: 'checkbox',
      isDisabled: () => data().disabled,
      choose: () => {
        setOwn(component, { checked: !data().checked });
        host.closest('wx-checkbox-group')?.dispatchEvent(new Event('phone-choice'));
      },
    });
    return () => {
      const { checked, disabled, color } = data();
      host.setAttribute('aria-checked', String(checked));
      host.setAttribute('aria-disabled', String(disabled));
      box.style.color = color;
    };
  },
};
