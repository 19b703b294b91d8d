import { fitted, reduced, type Mark } from '../../../miniprogram/view/drawing/drawing';
import { around, cellBox, cellsUnder, gridOf, meanColour } from '../../../miniprogram/view/drawing/mosaic';
import { arrowShape, boxShape, circleShape, lineWidth } from '../../../miniprogram/view/drawing/shapes';

const SIZE = { width: 1000, height: 500 };
const mark = (tool: Mark['tool'], width: number, ...points: [number, number][]): Mark => ({
  tool,
  colour: '#e02a1f',
  width,
  points,
});

describe('sizes', () => {
  test('a photo of a phone becomes 1365 on its longer side; a small one is not enlarged', () => {
    expect(reduced({ width: 4000, height: 3000 }, 1365)).toEqual({ width: 1365, height: 1024 });
    expect(reduced({ width: 3000, height: 4000 }, 1365)).toEqual({ width: 1024, height: 1365 });
    expect(reduced({ width: 640, height: 480 }, 1365)).toEqual({ width: 640, height: 480 });
    expect(reduced({ width: 10_000, height: 2 }, 360)).toEqual({ width: 360, height: 1 });
  });

  test('all of it in the box, by the side that is the tighter', () => {
    expect(fitted({ width: 1365, height: 1024 }, { width: 375, height: 500 })).toEqual({
      width: 375,
      height: 281,
    });
    expect(fitted({ width: 1024, height: 1365 }, { width: 375, height: 400 })).toEqual({
      width: 300,
      height: 400,
    });
  });
});

describe('shapes', () => {
  test('an arrow to the right: shaft of its width, head five widths long, point at the end', () => {
    // Width 0.01 × 1000 = 10 px; head 50 px long, 22 px to each side.
    const shape = arrowShape(mark('arrow', 0.01, [0.1, 0.5], [0.5, 0.5]), SIZE);
    expect(shape).toEqual([
      [100, 245],
      [450, 245],
      [450, 228],
      [500, 250],
      [450, 272],
      [450, 255],
      [100, 255],
    ]);
  });

  test('an arrow upwards turns with it', () => {
    const [tailLeft, , , point] = arrowShape(mark('arrow', 0.01, [0.5, 0.9], [0.5, 0.1]), SIZE);
    expect(tailLeft).toEqual([495, 450]);
    expect(point).toEqual([500, 50]);
  });

  test('a short arrow is all head, in proportion', () => {
    // 20 px long: reach 20 / 5 × 2.2 = 8.8 px.
    const shape = arrowShape(mark('arrow', 0.01, [0.1, 0.5], [0.12, 0.5]), SIZE);
    expect(shape[2]?.[0]).toBeCloseTo(100);
    expect(shape[2]?.[1]).toBeCloseTo(241.2);
  });

  test('a box is the same whichever way it was drawn', () => {
    const box = { x: 100, y: 100, width: 300, height: 200 };
    expect(boxShape(mark('box', 0.01, [0.1, 0.2], [0.4, 0.6]), SIZE)).toEqual(box);
    expect(boxShape(mark('box', 0.01, [0.4, 0.6], [0.1, 0.2]), SIZE)).toEqual(box);
  });

  test('a circle fills the box between its ends', () => {
    expect(circleShape(mark('circle', 0.01, [0.1, 0.2], [0.5, 0.6]), SIZE)).toEqual({
      x: 300,
      y: 200,
      radiusX: 200,
      radiusY: 100,
    });
  });

  test('a line grows with the picture, and is never thinner than 1.5', () => {
    expect(lineWidth(mark('pen', 0.006), { width: 1024, height: 1365 })).toBeCloseTo(8.19);
    expect(lineWidth(mark('pen', 0.006), { width: 90, height: 120 })).toBe(1.5);
  });
});

describe('mosaic', () => {
  const LARGE = { width: 720, height: 360 };

  test('36 cells along the longer side, the same at any size', () => {
    expect(gridOf(LARGE)).toEqual({ columns: 36, rows: 18 });
    expect(gridOf({ width: 1024, height: 1365 })).toEqual({ columns: 27, rows: 36 });
    expect(gridOf({ width: 270, height: 360 })).toEqual({ columns: 27, rows: 36 });
  });

  test('cells lie side by side without seam, up to the edges', () => {
    const size = { width: 1000, height: 750 };
    for (let column = 1; column < 36; column += 1) {
      const [before, after] = [cellBox([column - 1, 0], size), cellBox([column, 0], size)];
      expect(before.x + before.width).toBe(after.x);
    }
    const last = cellBox([35, 26], size);
    expect([last.x + last.width, last.y + last.height]).toEqual([1000, 750]);
  });

  test('a touch in the middle of a cell takes that cell; a wider one its neighbours without the corners', () => {
    // Cells of 20 px; the middle of column 5, row 5 is at (110, 110).
    const at: [number, number] = [110 / 720, 110 / 360];
    expect(cellsUnder(mark('mosaic', 18 / 720, at), LARGE)).toEqual([[5, 5]]);
    // Radius 12: the edges are 10 px off, the corners 14.1.
    expect(new Set(cellsUnder(mark('mosaic', 24 / 720, at), LARGE).map(String))).toEqual(
      new Set(['5,4', '4,5', '5,5', '6,5', '5,6']),
    );
  });

  test('a stroke takes every cell on its way, each once, also where the finger was fast', () => {
    const stroke = mark('mosaic', 18 / 720, [10 / 720, 110 / 360], [710 / 720, 110 / 360]);
    expect(cellsUnder(stroke, LARGE)).toEqual(Array.from({ length: 36 }, (_, column) => [column, 5]));
  });

  test('a finger at the corner stays inside the picture', () => {
    expect(cellsUnder(mark('mosaic', 10 / 720, [0, 0]), LARGE)).toEqual([[0, 0]]);
    expect(cellsUnder(mark('mosaic', 10 / 720, [1, 1]), LARGE)).toEqual([[35, 17]]);
  });

  test('the mean colour of a part, of four values a pixel', () => {
    // Two lines of three pixels; the part is the two on the right.
    const data = [
      [9, 9, 9, 255, 10, 20, 30, 255, 20, 40, 60, 255],
      [9, 9, 9, 255, 30, 60, 90, 255, 41, 80, 120, 255],
    ].flat();
    // (10 + 20 + 30 + 41) / 4 = 25.25, 200 / 4 = 50, 300 / 4 = 75
    expect(meanColour(data, 3, { x: 1, y: 0, width: 2, height: 2 })).toBe('rgb(25, 50, 75)');
  });

  test('the rectangle around all', () => {
    expect(around([])).toBeNull();
    expect(
      around([
        { x: 10, y: 50, width: 5, height: 5 },
        { x: 30, y: 20, width: 10, height: 10 },
      ]),
    ).toEqual({ x: 10, y: 20, width: 30, height: 35 });
  });
});
