import { movedTo, photoChoices, placeUnder, shiftsFor, type Cell } from '../../miniprogram/view/photo-order';

/** Two rows of three cells, 60 px wide, 10 px apart. */
const CELLS: Cell[] = [0, 1, 2, 3, 4, 5].map((place) => ({
  left: (place % 3) * 70,
  top: Math.floor(place / 3) * 70,
  width: 60,
  height: 60,
}));

test('one of a list moves to another place; the others keep their order', () => {
  expect(movedTo(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(movedTo(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  expect(movedTo(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('the place under the finger is the nearest, also beside the grid', () => {
  expect(placeUnder(CELLS, { x: 30, y: 30 })).toBe(0);
  expect(placeUnder(CELLS, { x: 101, y: 99 })).toBe(4);
  expect(placeUnder(CELLS, { x: 500, y: -80 })).toBe(2);
  expect(placeUnder(CELLS, { x: 200, y: 900 })).toBe(5);
});

test('held further on, those between move one place back, across the rows', () => {
  expect(shiftsFor(CELLS, 1, 3)).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 0 },
    { x: -70, y: 0 },
    // From the beginning of the second row to the end of the first.
    { x: 140, y: -70 },
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ]);
});

test('held further to the front, those between move one place on; where it was, nothing moves', () => {
  expect(shiftsFor(CELLS, 2, 0).slice(0, 3)).toEqual([
    { x: 70, y: 0 },
    { x: 70, y: 0 },
    { x: 0, y: 0 },
  ]);
  expect(shiftsFor(CELLS, 2, 2).every(({ x, y }) => x === 0 && y === 0)).toBe(true);
});

test('the choices of a photo name only moves that change something, six at most', () => {
  const words = (index: number, count: number, canEdit = true): string[] =>
    photoChoices(index, count, canEdit).map((choice) => choice.words);
  expect(words(0, 1, false)).toEqual(['查看大图', '删除']);
  expect(words(0, 3)).toEqual(['查看大图', '编辑', '移到后一张', '删除']);
  expect(words(1, 2)).toEqual(['查看大图', '编辑', '移到第一张', '删除']);
  expect(words(2, 4)).toEqual(['查看大图', '编辑', '移到第一张', '移到前一张', '移到后一张', '删除']);
  expect(photoChoices(2, 4, false).find((choice) => choice.words === '移到前一张')).toEqual({
    words: '移到前一张',
    event: 'move',
    detail: { from: 2, to: 1 },
  });
});
