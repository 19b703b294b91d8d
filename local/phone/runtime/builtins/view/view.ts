import type { Builtin } from '../support/define';
import { hoverProperties, showHover } from '../support/hover';

export const view: Builtin = {
  hasSlot: true,
  properties: hoverProperties('none', 50, 400),
  create: (component, host) => {
    showHover(component, host);
    return undefined;
  },
};
