import { bindChoice } from '../support/choice';
import { dataOf, setOwn, type Builtin } from '../support/define';
import { registerField } from '../support/fields';

interface SwitchData {
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly type: string;
  readonly color: string;
}

export const switchControl: Builtin = {
  properties: {
    name: String,
    checked: Boolean,
    disabled: Boolean,
    type: { type: String, value: 'switch' },
    color: { type: String, value: '#04BE02' },
  },
  create: (component, host) => {
    const track = document.createElement('span');
    host.append(track);
    const data = (): SwitchData => dataOf<SwitchData>(component);
    bindChoice(component, host, {
      role: 'switch',
      isDisabled: () => data().disabled,
      choose: () => {
        setOwn(component, { checked: !data().checked });
        component.triggerEvent('change', { value: data().checked });
      },
    });
    registerField(host, {
      component,
      value: () => data().checked,
      reset: () => setOwn(component, { checked: false }),
    });
    return () => {
      const { checked, disabled, type, color } = data();
      host.setAttribute('aria-checked', String(checked));
      host.setAttribute('aria-disabled', String(disabled));
      track.className = type === 'checkbox' ? 'phone-choice' : 'phone-switch';
      track.style.color = color;
    };
  },
};
