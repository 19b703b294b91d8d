import { ROWS_PER_CHUNK, rowWindow, SCREENS_AROUND, usualHeight, type RowWindow } from './row-window';

/** A chunk on the screen: the rows with this index, kept in this slot of `slots`. */
export interface DrawnChunk {
  readonly index: number;
  readonly slot: number;
}

/** What a page with a long list keeps in its data: only the rows that are drawn, and the room of the others. */
export interface WindowData<Row> {
  readonly drawn: readonly DrawnChunk[];
  /** A chunk keeps its slot while it is drawn: a step of the window sends one chunk and not all of them. */
  readonly slots: readonly (readonly Row[])[];
  /** px */
  readonly above: number;
  readonly below: number;
}

export const EMPTY_WINDOW: WindowData<never> = { drawn: [], slots: [], above: 0, below: 0 };

/** What setData is given: `drawn`, `above`, `below` and the slots that changed, by their paths. */
export type WindowPatch = Readonly<Record<string, unknown>>;

export interface MeasuredChunk {
  readonly index: number;
  /** px */
  readonly height: number;
}

interface Held<Row> extends DrawnChunk {
  readonly rows: readonly Row[];
}

const sameRows = <Row>(one: readonly Row[], other: readonly Row[]): boolean =>
  one.length === other.length && one.every((row, position) => row === other[position]);

/**
 * Holds all rows of a list and says, step by step, what of them the page has to show.
 * @param chunkHeight a chunk's height until one was measured, px
 * @param screen height of the screen, px
 */
export const windowedRows = <Row>(chunkHeight: number, screen: number) => {
  let rows: readonly Row[] = [];
  let heights: (number | undefined)[] = [];
  let held: readonly Held<Row>[] = [];
  let shown: RowWindow = { from: 0, to: 0, above: 0, below: 0 };
  let top = 0;

  const rowsOf = (index: number): readonly Row[] =>
    rows.slice(index * ROWS_PER_CHUNK, (index + 1) * ROWS_PER_CHUNK);

  const freeSlot = (taken: ReadonlySet<number>): number => {
    let slot = 0;
    while (taken.has(slot)) slot += 1;
    return slot;
  };

  /** The chunks that stay keep their slots, the new ones take what became free. */
  const place = ({ from, to }: RowWindow): Held<Row>[] => {
    const staying = held.filter(({ index }) => index >= from && index < to);
    const taken = new Set(staying.map(({ slot }) => slot));
    return Array.from({ length: to - from }, (_, offset) => {
      const index = from + offset;
      const known = staying.find((chunk) => chunk.index === index);
      const slot = known?.slot ?? freeSlot(taken);
      taken.add(slot);
      return { index, slot, rows: rowsOf(index) };
    });
  };

  /** @returns what differs from what the page shows, null when nothing does */
  const draw = (next: RowWindow): WindowPatch | null => {
    const placed = place(next);
    const changed = placed.filter(({ index, slot, rows: fresh }) => {
      const before = held.find((chunk) => chunk.index === index && chunk.slot === slot);
      return !before || !sameRows(before.rows, fresh);
    });
    const patch = {
      ...(next.from !== shown.from || next.to !== shown.to
        ? { drawn: placed.map(({ index, slot }) => ({ index, slot })) }
        : {}),
      ...Object.fromEntries(changed.map((chunk) => [`slots[${chunk.slot}]`, chunk.rows])),
      ...(next.above !== shown.above ? { above: next.above } : {}),
      ...(next.below !== shown.below ? { below: next.below } : {}),
    };
    settle(next.from);
    held = placed;
    shown = next;
    return Object.keys(patch).length > 0 ? patch : null;
  };

  /** Before anything was measured only the screen itself is drawn: it is there sooner, and its heights tell the rest. */
  const wanted = (): RowWindow =>
    rowWindow(heights, chunkHeight, top, screen, heights.some(Boolean) ? SCREENS_AROUND : 0);

  /**
   * Half a screen before the drawn rows end the next ones are drawn: most steps of a finger change nothing, and cost
   * a few additions.
   */
  const isCovered = (): boolean => {
    const { from, to, above } = shown;
    const end = heights.slice(from, to).reduce<number>((sum, height = chunkHeight) => sum + height, above);
    return (from === 0 || top - screen / 2 >= above) && (to === heights.length || top + screen * 1.5 <= end);
  };

  /** What was passed over undrawn keeps the height it was taken for: what is on the screen does not move. */
  const settle = (from: number): void => {
    const usual = usualHeight(heights, chunkHeight);
    for (let index = 0; index < from; index += 1) heights[index] ??= usual;
  };

  return {
    /** The list became another, longer or shorter. Heights stay: for rows that changed they are a good guess. */
    replace(next: readonly Row[]): WindowPatch {
      rows = next;
      heights = Array.from({ length: Math.ceil(rows.length / ROWS_PER_CHUNK) }, (_, index) => heights[index]);
      return draw(wanted()) ?? {};
    },

    /** @param to how far the list is scrolled beyond its own beginning, px */
    scrolled(to: number): WindowPatch | null {
      top = to;
      return isCovered() ? null : draw(wanted());
    },

    /** The drawn chunks stand on the screen as high as this. @returns what must be drawn besides, null for nothing */
    measured(chunks: readonly MeasuredChunk[]): WindowPatch | null {
      for (const { index, height } of chunks) if (index < heights.length) heights[index] = height;
      const next = wanted();
      // The room below alone waits for the next step: nobody sees it, and it is a guess that every chunk betters.
      const isSeen = next.from !== shown.from || next.to !== shown.to || next.above !== shown.above;
      return isSeen ? draw(next) : null;
    },

    /** Whether the last rows that are known are drawn, or about to be: the next page is due. */
    isNearEnd: (): boolean => top > 0 && shown.to === heights.length,

    /** What a page shows that shows this list again after another. */
    whole(): WindowData<Row> {
      const slots: (readonly Row[])[] = [];
      for (const { slot, rows: kept } of held) slots[slot] = kept;
      return {
        drawn: held.map(({ index, slot }) => ({ index, slot })),
        slots: Array.from(slots, (kept) => kept ?? []),
        above: shown.above,
        below: shown.below,
      };
    },
  };
};

export type WindowedRows<Row> = ReturnType<typeof windowedRows<Row>>;
