import type { Builtin } from '../support/define';
import { bindGroup } from '../support/group';

export const radioGroup: Builtin = {
  hasSlot: true,
  properties: { name: String },
  create: (component, host) => {
    host.setAttribute('role', 'radiogroup');
    bindGroup(component, host, 'wx-radio', ([checked = '']) => checked);
    return undefined;
  },
};
