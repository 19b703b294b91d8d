import { NO_DRAWING, type Mark, type Point } from '../../../miniprogram/view/drawing/drawing';
import { finished } from '../../../miniprogram/view/drawing/finished';
import {
  beginHistory,
  drawingOf,
  isChanged,
  redo,
  undo,
  withMark,
  type History,
} from '../../../miniprogram/view/drawing/history';
import { thinned } from '../../../miniprogram/view/drawing/thinned';

const mark = (more: Partial<Mark> = {}): Mark => ({
  tool: 'arrow',
  colour: '#e02a1f',
  width: 0.006,
  points: [
    [0.1, 0.1],
    [0.5, 0.5],
  ],
  ...more,
});
const [A, B, C] = [mark({ width: 0.001 }), mark({ width: 0.002 }), mark({ width: 0.003 })];

describe('history', () => {
  const two = [A, B].reduce(withMark, beginHistory(NO_DRAWING));

  test('undo takes the last mark back, redo brings it again', () => {
    expect(drawingOf(undo(two))).toEqual({ marks: [A] });
    expect(drawingOf(undo(undo(two)))).toEqual({ marks: [] });
    expect(drawingOf(redo(redo(undo(undo(two)))))).toEqual({ marks: [A, B] });
  });

  test('nothing happens at either end', () => {
    expect(undo(beginHistory(NO_DRAWING))).toEqual({ marks: [], undone: [] });
    expect(redo(two)).toEqual(two);
  });

  test('a new mark ends what could be brought again', () => {
    const other = withMark(undo(two), C);
    expect(redo(other)).toEqual({ marks: [A, C], undone: [] });
  });

  test('what was drawn another time is undone too, and the drawing then is changed', () => {
    const begun = { marks: [A, B] };
    const history = beginHistory(begun);
    expect(isChanged(history, begun)).toBe(false);
    expect(isChanged(undo(history), begun)).toBe(true);
    expect(isChanged(redo(undo(history)), begun)).toBe(false);
    expect(isChanged(withMark(undo(history), C), begun)).toBe(true);
  });

  test('200 marks, and not one more', () => {
    let history: History = beginHistory(NO_DRAWING);
    for (let count = 0; count < 200; count += 1) history = withMark(history, A);
    expect(history.marks).toHaveLength(200);
    expect(() => withMark(history, A)).toThrow('这张照片上画的已经很多，请先撤销几处再画');
  });

  test('64 KB of UTF-8, and not one byte more', () => {
    // {"marks":[{"tool":"text","colour":"#e02a1f","width":0.006,"points":[[0.1,0.1]],"text":"…"}]} without text: 91 bytes.
    const text = (bytes: number): Mark => {
      const chinese = Math.floor(bytes / 3);
      const words = '安'.repeat(chinese) + 'a'.repeat(bytes - 3 * chinese);
      return mark({ tool: 'text', points: [[0.1, 0.1]], text: words });
    };
    const begun = beginHistory(NO_DRAWING);
    expect(withMark(begun, text(65_536 - 91)).marks).toHaveLength(1);
    expect(() => withMark(begun, text(65_536 - 90))).toThrow('请先撤销几处再画');
  });
});

describe('thinned', () => {
  test('points on a straight line go, corners stay', () => {
    expect(
      thinned([
        [0, 0],
        [0.25, 0.0004],
        [0.5, 0],
        [0.5, 0.3],
        [0.5, 0.6],
      ]),
    ).toEqual([
      [0, 0],
      [0.5, 0],
      [0.5, 0.6],
    ]);
  });

  test('inside the picture, four digits', () => {
    expect(
      thinned([
        [-0.2, 0.123456],
        [1.5, 0.5],
      ]),
    ).toEqual([
      [0, 0.1235],
      [1, 0.5],
    ]);
  });

  test('a long scribble keeps its ends and at most 120 points', () => {
    const way = Array.from(
      { length: 3000 },
      (_, index): Point => [index / 2999, index % 2 === 0 ? 0.2 : 0.8],
    );
    const points = thinned(way);
    expect(points.length).toBeLessThanOrEqual(120);
    expect(points[0]).toEqual([0, 0.2]);
    expect(points[points.length - 1]).toEqual([1, 0.8]);
  });

  test('a circle of 360 points becomes 64 chords', () => {
    const way = Array.from({ length: 361 }, (_, degree): Point => {
      const angle = (degree * Math.PI) / 180;
      return [0.5 + 0.3 * Math.cos(angle), 0.5 + 0.3 * Math.sin(angle)];
    });
    const points = thinned(way);
    // 32 chords leave the circle by 0.3 × (1 − cos 5.625°) = 0.0014, 64 by 0.0004.
    expect(points).toHaveLength(65);
    // The middle of a chord lies nearest to the centre.
    const middles = points.slice(1).map(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? [0, 0];
      return Math.hypot((x + fromX) / 2 - 0.5, (y + fromY) / 2 - 0.5);
    });
    expect(Math.min(...middles)).toBeGreaterThan(0.298);
  });
});

describe('finished', () => {
  test('of a shape the ends stay, of a pen the way', () => {
    const points: Point[] = [
      [0.1, 0.1],
      [0.3, 0.6],
      [0.5, 0.5],
    ];
    expect(finished(mark({ tool: 'box', points }))?.points).toEqual([
      [0.1, 0.1],
      [0.5, 0.5],
    ]);
    expect(finished(mark({ tool: 'pen', points }))?.points).toEqual(points);
  });

  test.each(['arrow', 'box', 'circle'] as const)('a touch is no %s', (tool) => {
    expect(
      finished(
        mark({
          tool,
          points: [
            [0.5, 0.5],
            [0.505, 0.509],
          ],
        }),
      ),
    ).toBeNull();
  });

  test('a touch of the pen is a dot', () => {
    expect(finished(mark({ tool: 'pen', points: [[0.5, 0.5]] }))?.points).toEqual([[0.5, 0.5]]);
  });

  test('a text of spaces is none; a long one is cut at 40 signs, not inside one', () => {
    expect(finished(mark({ tool: 'text', text: ' \n ' }))).toBeNull();
    const cut = finished(mark({ tool: 'text', text: `  第\n一 ${'𠮷'.repeat(50)}` }))?.text;
    expect(cut).toBe(`第 一 ${'𠮷'.repeat(36)}`);
  });
});
