import { windowedRows, type WindowPatch } from '../../miniprogram/view/windowed-rows';

/** 100 rows in chunks of four: 25 chunks, taken for 400 px each until one is measured; a screen of 800 px. */
const rows = Array.from({ length: 100 }, (_, index) => `r${index}`);
const chunk = (index: number): string[] => rows.slice(index * 4, index * 4 + 4);
const measuredAs = (height: number, ...indexes: number[]) => indexes.map((number) => ({ number, height }));

const started = () => {
  const list = windowedRows<string>(400, 800);
  list.replace(rows);
  list.measured(measuredAs(400, 0, 1));
  list.measured(measuredAs(400, 2, 3));
  return list;
};

/** What the page has after the patches: slots are written by their paths, as setData does. */
const page = (...patches: (WindowPatch | null)[]) => {
  const slots: unknown[] = [];
  let drawn: readonly { number: number; slot: number }[] = [];
  for (const patch of patches) {
    for (const [path, value] of Object.entries(patch ?? {})) {
      const [, slot] = /^slots\[(\d+)\]$/.exec(path) ?? [];
      if (slot !== undefined) slots[Number(slot)] = value;
      if (path === 'drawn') drawn = value as typeof drawn;
    }
  }
  return drawn.map(({ slot }) => slots[slot]);
};

test('before anything was measured only the screen is drawn, then a screen beyond it', () => {
  const list = windowedRows<string>(400, 800);
  // 0 … 800 px are two chunks; 23 of 400 px are left below.
  expect(list.replace(rows)).toEqual({
    drawn: [
      { number: 0, slot: 0 },
      { number: 1, slot: 1 },
    ],
    'slots[0]': chunk(0),
    'slots[1]': chunk(1),
    below: 9200,
  });
  // 0 … 1600 px; they stand 500 px high, so four of them reach there, and only the two new ones are sent.
  expect(list.measured(measuredAs(500, 0, 1))).toEqual({
    drawn: [
      { number: 0, slot: 0 },
      { number: 1, slot: 1 },
      { number: 2, slot: 2 },
      { number: 3, slot: 3 },
    ],
    'slots[2]': chunk(2),
    'slots[3]': chunk(3),
    below: 10_500,
  });
});

test('a short way changes nothing; near the end of what is drawn one chunk takes the slot of another', () => {
  const list = started();
  // 0 … 1600 px are drawn; half a screen before their end is reached at 400 px.
  expect(list.scrolled(399)).toBeNull();
  expect(list.scrolled(400)).toBeNull();
  // 401: wanted are −399 … 2001 px, that is chunks 0 … 5.
  expect(list.scrolled(401)).toEqual({
    drawn: [0, 1, 2, 3, 4, 5].map((index) => ({ number: index, slot: index })),
    'slots[4]': chunk(4),
    'slots[5]': chunk(5),
    below: 7600,
  });
  list.measured(measuredAs(400, 4, 5));
  // 1210: 410 … 2810 px, chunks 1 … 7; the first one's slot is free for the sixth.
  expect(list.scrolled(1210)).toEqual({
    drawn: [
      ...[1, 2, 3, 4, 5].map((index) => ({ number: index, slot: index })),
      { number: 6, slot: 0 },
      { number: 7, slot: 6 },
    ],
    'slots[0]': chunk(6),
    'slots[6]': chunk(7),
    above: 400,
    below: 6800,
  });
});

test('what was passed over undrawn keeps the height it was taken for: nothing above the screen moves', () => {
  const list = started();
  list.scrolled(8000);
  // 18 … 21 turn out higher than the others; 17 and those before still are 400 px each.
  const after = list.measured(measuredAs(600, 18, 19, 20, 21));
  expect(after?.['above'] ?? 7200).toBe(7200);
});

test('rows that came at the end send the chunk they fill and those that are near', () => {
  const list = windowedRows<string>(400, 800);
  const first = list.replace(rows.slice(0, 6));
  expect(page(first)).toEqual([chunk(0), ['r4', 'r5']]);
  const second = list.replace(rows.slice(0, 8));
  expect(second).toEqual({ 'slots[1]': chunk(1) });
});

test('the same rows send nothing, a changed one its chunk', () => {
  const list = started();
  expect(list.replace([...rows])).toEqual({});
  expect(list.replace(rows.map((row) => (row === 'r5' ? 'other' : row)))).toEqual({
    'slots[1]': ['r4', 'other', 'r6', 'r7'],
  });
});

test('an emptied list leaves no room behind', () => {
  const list = started();
  expect(list.replace([])).toEqual({ drawn: [], below: 0 });
});

test('shown again after another list, all that is drawn is told at once', () => {
  const list = started();
  expect(list.whole()).toEqual({
    drawn: [0, 1, 2, 3].map((index) => ({ number: index, slot: index })),
    slots: [chunk(0), chunk(1), chunk(2), chunk(3)],
    above: 0,
    below: 8400,
  });
});

test('the next page is due when the last chunk is drawn, not before somebody scrolls', () => {
  const list = windowedRows<string>(400, 800);
  list.replace(rows.slice(0, 16));
  list.measured(measuredAs(400, 0, 1));
  expect(list.isNearEnd()).toBe(false);
  list.scrolled(100);
  expect(list.isNearEnd()).toBe(true);
});
