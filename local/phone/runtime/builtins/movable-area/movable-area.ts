import type { Builtin } from '../support/define';

export const movableArea: Builtin = { hasSlot: true, properties: { scaleArea: Boolean } };
