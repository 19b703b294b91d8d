import { openFor } from '../shell/open-types';
import type { Builtin } from './define';

interface ButtonData {
  readonly openType: string;
  readonly disabled: boolean;
  readonly size: string;
  readonly type: string;
  readonly plain: boolean;
  readonly loading: boolean;
}

export const button: Builtin = {
  hasSlot: true,
  properties: {
    size: { type: String, value: 'default' },
    type: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    hoverClass: { type: String, value: 'button-hover' },
    lang: String,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    showMessageCard: Boolean,
    appParameter: String,
    businessId: Number,
  },
  create: (component, host) => {
    host.setAttribute('role', 'button');
    host.tabIndex = 0;
    component.addListener('tap', () => {
      const { openType, disabled } = component.data as unknown as ButtonData;
      if (!disabled && openType) void openFor(openType, component, host);
    });
    return () => {
      const { disabled, size, type, plain } = component.data as unknown as ButtonData;
      host.toggleAttribute('disabled', disabled);
      host.setAttribute('aria-disabled', String(disabled));
      host.dataset['size'] = size;
      host.dataset['type'] = type;
      host.toggleAttribute('data-plain', plain);
    };
  },
};
