/** The list with what stood at `from` standing at `to`; places from 0. */
export const movedTo = <Item>(list: readonly Item[], from: number, to: number): Item[] => {
  const rest = list.filter((_, place) => place !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
};

/** Where a cell of a grid stands on the screen, px. */
export interface Cell {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The place whose middle is nearest to the finger. */
export const placeUnder = (cells: readonly Cell[], { x, y }: Spot): number => {
  const distances = cells.map(({ left, top, width, height }) =>
    Math.hypot(left + width / 2 - x, top + height / 2 - y),
  );
  return distances.indexOf(Math.min(...distances));
};

/** How far each cell moves aside while the one of `from` is held above `to`; the held one itself does not. */
export const shiftsFor = (cells: readonly Cell[], from: number, to: number): Spot[] => {
  const order = movedTo([...cells.keys()], from, to);
  return cells.map((cell, place) => {
    const goal = cells[order.indexOf(place)];
    return place === from || !goal ? { x: 0, y: 0 } : { x: goal.left - cell.left, y: goal.top - cell.top };
  });
};

/** What a photo's sheet of choices offers, and what is told for it. */
export interface PhotoChoice {
  readonly words: string;
  readonly event: 'view' | 'edit' | 'move' | 'remove';
  readonly detail: { readonly index: number } | { readonly from: number; readonly to: number };
}

/** The choices of the photo at a place among so many; WeChat's sheet holds six. */
export const photoChoices = (index: number, count: number, canEdit: boolean): PhotoChoice[] => {
  const here = { index };
  const move = (words: string, to: number): PhotoChoice => ({
    words,
    event: 'move',
    detail: { from: index, to },
  });
  return [
    { words: '查看大图', event: 'view', detail: here },
    ...(canEdit ? [{ words: '编辑', event: 'edit', detail: here } as const] : []),
    ...(index > 0 ? [move('移到第一张', 0)] : []),
    ...(index > 1 ? [move('移到前一张', index - 1)] : []),
    ...(index < count - 1 ? [move('移到后一张', index + 1)] : []),
    { words: '删除', event: 'remove', detail: here },
  ];
};
