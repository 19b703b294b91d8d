import type { Builtin } from '../support/define';
import { bindGroup } from '../support/group';

export const checkboxGroup: Builtin = {
  hasSlot: true,
  properties: { name: String },
  create: (component, host) => {
    bindGroup(component, host, 'wx-checkbox', (checked) => checked);
    return undefined;
  },
};
