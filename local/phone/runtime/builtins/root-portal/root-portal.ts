import type { Builtin } from '../support/define';

/** Stands where it is written: the phone's screen is what `fixed` refers to anyway. */
export const rootPortal: Builtin = {
  hasSlot: true,
  properties: { enable: { type: Boolean, value: true } },
};
