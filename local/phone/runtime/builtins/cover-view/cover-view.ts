import { dataOf, type Builtin } from '../support/define';

export const coverView: Builtin = {
  hasSlot: true,
  properties: { scrollTop: { type: Number, value: 0 } },
  create: (component, host) => () => {
    host.scrollTop = dataOf<{ scrollTop: number }>(component).scrollTop;
  },
};
