import type { Builtin } from '../support/define';

/** Stands on the keyboard while the input or textarea that holds it has the focus. */
export const keyboardAccessory: Builtin = {
  hasSlot: true,
  create: (_, host) => {
    // A finger on it leaves the focus where it is.
    host.addEventListener('mousedown', (event) => event.preventDefault());
    return undefined;
  },
};
