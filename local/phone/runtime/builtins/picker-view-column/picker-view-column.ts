import { boxOf } from '../../scale';
import { bindWheel, type Wheel } from '../support/wheel';
import type { Builtin } from '../support/define';

const wheels = new WeakMap<HTMLElement, { readonly wheel: Wheel; index: number }>();

/** The row of a column that picker-view speaks of. */
export const rowOf = (column: HTMLElement): number => wheels.get(column)?.index ?? 0;

export const showRow = (column: HTMLElement, index: number): void => {
  const entry = wheels.get(column);
  if (!entry) return;
  entry.index = Math.min(Math.max(0, index), Math.max(0, column.children.length - 1));
  entry.wheel.show(entry.index);
};

export const pickerViewColumn: Builtin = {
  hasSlot: true,
  create: (_, host) => {
    const wheel = bindWheel(host, {
      rowHeight: () => (host.firstElementChild ? boxOf(host.firstElementChild).height : 34),
      count: () => host.children.length,
      pickStart: () => host.dispatchEvent(new Event('phone-pickstart', { bubbles: true })),
      settle: (index) => {
        const entry = wheels.get(host);
        if (entry) entry.index = index;
        host.dispatchEvent(new Event('phone-pickend', { bubbles: true }));
      },
    });
    wheels.set(host, { wheel, index: 0 });
    return undefined;
  },
};
