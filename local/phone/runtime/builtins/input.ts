import type { Builtin } from './define';
import { bindControl, TEXT_PROPERTIES } from './text-control';

const TYPES: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
};

export const input: Builtin = {
  properties: { ...TEXT_PROPERTIES, type: { type: String, value: 'text' }, password: Boolean },
  create: (component, host) => {
    const control = document.createElement('input');
    const update = bindControl(component, host, control);
    return () => {
      const { type, password } = component.data as { type: string; password: boolean };
      control.type = password ? 'password' : 'text';
      control.inputMode = TYPES[type] ?? 'text';
      update();
    };
  },
};

export const textarea: Builtin = {
  properties: {
    ...TEXT_PROPERTIES,
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: Boolean,
    disableDefaultPadding: Boolean,
  },
  create: (component, host) => {
    const control = document.createElement('textarea');
    control.rows = 1;
    const update = bindControl(component, host, control);
    const grow = (): void => {
      host.classList.toggle('phone-auto-height', (component.data as { autoHeight: boolean }).autoHeight);
    };
    return () => {
      update();
      grow();
    };
  },
};
