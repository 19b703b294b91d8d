import type { Builtin } from '../support/define';

export const swiperItem: Builtin = {
  hasSlot: true,
  properties: { itemId: String, skipHiddenItemLayout: Boolean },
};
