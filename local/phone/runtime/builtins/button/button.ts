import type { GeneralComponent } from 'glass-easel';
import { onActivate } from '../support/activation';
import { dataOf, type Builtin } from '../support/define';
import { formAround } from '../support/fields';
import { hoverProperties, showHover } from '../support/hover';
import { openByType } from './open-types';

interface ButtonData {
  readonly openType: string;
  readonly formType: string;
  readonly disabled: boolean;
  readonly size: string;
  readonly type: string;
  readonly plain: boolean;
  readonly loading: boolean;
}

const sendToForm = (component: GeneralComponent, host: HTMLElement, formType: string): void => {
  if (formType !== 'submit' && formType !== 'reset') return;
  const target = { id: host.id, dataset: component.dataset ?? {} };
  formAround(component, host)?.triggerEvent(`form${formType}`, target);
};

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
    lang: String,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    showMessageCard: Boolean,
    appParameter: String,
    businessId: Number,
    ...hoverProperties('button-hover', 20, 70),
  },
  create: (component, host) => {
    host.setAttribute('role', 'button');
    host.tabIndex = 0;
    const data = (): ButtonData => dataOf<ButtonData>(component);
    showHover(component, host, () => data().disabled);
    const press = (): void => {
      const { openType, formType, disabled } = data();
      if (disabled) return;
      sendToForm(component, host, formType);
      if (openType) void openByType(openType, component, host);
    };
    component.addListener('tap', press);
    onActivate(host, () => {
      if (!data().disabled) component.triggerEvent('tap', {}, { bubbles: true, composed: true });
    });
    return () => {
      const { disabled, size, type, plain, loading } = data();
      host.toggleAttribute('disabled', disabled);
      host.setAttribute('aria-disabled', String(disabled));
      host.dataset['size'] = size;
      host.dataset['type'] = type;
      host.toggleAttribute('data-plain', plain);
      host.toggleAttribute('data-loading', loading);
    };
  },
};
