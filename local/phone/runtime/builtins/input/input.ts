import { dataOf, type Builtin } from '../support/define';
import { bindControl, TEXT_PROPERTIES } from '../support/text-control';

/** WeChat's keyboards, as the browser names them. */
const KEYBOARDS: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
};

export const input: Builtin = {
  hasSlot: true,
  properties: { ...TEXT_PROPERTIES, type: { type: String, value: 'text' }, password: Boolean },
  create: (component, host) => {
    const control = document.createElement('input');
    const update = bindControl(component, host, control);
    return () => {
      const { type, password } = dataOf<{ type: string; password: boolean }>(component);
      control.type = password || type === 'safe-password' ? 'password' : 'text';
      control.inputMode = KEYBOARDS[type] ?? 'text';
      update();
    };
  },
};
