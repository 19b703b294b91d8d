import { dataOf, type Builtin } from '../support/define';
import { fieldsOf, nameOf, registerForm } from '../support/fields';

/** Answers the events that its buttons send: 'formsubmit' and 'formreset' never leave the runtime. */
export const form: Builtin = {
  hasSlot: true,
  properties: { reportSubmit: Boolean, reportSubmitTimeout: Number },
  create: (component, host) => {
    registerForm(host, component);
    component.addListener('formsubmit', (event: { detail: unknown }) => {
      const value: Record<string, unknown> = {};
      for (const field of fieldsOf(component, host)) {
        const name = nameOf(field);
        if (name) value[name] = field.value();
      }
      const { reportSubmit } = dataOf<{ reportSubmit: boolean }>(component);
      const formId = reportSubmit ? { formId: 'the formId is a mock one' } : {};
      component.triggerEvent('submit', { value, target: event.detail, ...formId });
    });
    component.addListener('formreset', (event: { detail: unknown }) => {
      for (const field of fieldsOf(component, host)) field.reset();
      component.triggerEvent('reset', { target: event.detail });
    });
    return undefined;
  },
};
