import type { CheckboxData } from '../checkbox/checkbox';
import { bindChoice } from '../support/choice';
import { dataOf, setOwn, type Builtin } from '../support/define';
import { choicesOf } from '../support/group';

export const radio: Builtin = {
  hasSlot: true,
  properties: {
    value: String,
    checked: Boolean,
    disabled: Boolean,
    color: { type: String, value: '#09BB07' },
  },
  create: (component, host) => {
    const box = document.createElement('span');
    box.className = 'phone-choice phone-choice-round';
    host.append(box);
    const data = (): CheckboxData => dataOf<CheckboxData>(component);
    bindChoice(component, host, {
      role: 'radio',
      isDisabled: () => data().disabled,
      choose: () => {
        if (data().checked) return;
        const group = host.closest<HTMLElement>('wx-radio-group');
        for (const other of group ? choicesOf(group, 'wx-radio') : []) setOwn(other, { checked: false });
        setOwn(component, { checked: true });
        group?.dispatchEvent(new Event('phone-choice'));
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
