import { rowWindow } from '../../miniprogram/view/row-window';

const chunks = (count: number, height?: number) => Array.from({ length: count }, () => height);

describe('the drawn part of a long list', () => {
  test('nothing is drawn of nothing', () => {
    expect(rowWindow([], 1000, 0, 800)).toEqual({ from: 0, to: 0, above: 0, below: 0 });
  });

  test('a short list is drawn whole', () => {
    expect(rowWindow(chunks(1, 500), 1000, 0, 800)).toEqual({ from: 0, to: 1, above: 0, below: 0 });
  });

  test('at the beginning: this screen and the next', () => {
    // 0 … 1600 px is wanted: chunks of 1,000 px reach to the second.
    expect(rowWindow(chunks(1000, 1000), 1000, 0, 800)).toEqual({ from: 0, to: 2, above: 0, below: 998_000 });
  });

  test('in the middle: a screen before and a screen after', () => {
    // 499,200 … 501,600 px: chunks 499, 500 and 501.
    expect(rowWindow(chunks(1000, 1000), 1000, 500_000, 800)).toEqual({
      from: 499,
      to: 502,
      above: 499_000,
      below: 498_000,
    });
  });

  test('at the end the last chunk stays, also when the screen is pulled beyond it', () => {
    expect(rowWindow(chunks(10, 1000), 1000, 9_200, 800)).toMatchObject({ to: 10, below: 0 });
    expect(rowWindow(chunks(10, 1000), 1000, 99_000, 800)).toEqual({
      from: 9,
      to: 10,
      above: 9_000,
      below: 0,
    });
  });

  test('what stands above the list counts as not yet scrolled', () => {
    expect(rowWindow(chunks(5, 1000), 1000, -300, 800)).toEqual({ from: 0, to: 2, above: 0, below: 3_000 });
  });

  test('chunks never drawn are taken for as high as the drawn ones are', () => {
    // 600 px each by the two that were measured: 0 … 1600 px is three of them.
    expect(rowWindow([500, 700, undefined, undefined], 1000, 0, 800)).toEqual({
      from: 0,
      to: 3,
      above: 0,
      below: 600,
    });
    // Nothing was measured: by the estimate.
    expect(rowWindow([undefined, undefined, undefined], 1000, 0, 800)).toEqual({
      from: 0,
      to: 2,
      above: 0,
      below: 1000,
    });
  });

  test('wherever the screen is, what is drawn covers it, and the heights add up', () => {
    const heights = [900, 1300, 1100, 400, 2000, 800, 800, 1200];
    for (let top = 0; top <= 8_500 - 800; top += 37) {
      const { from, to, above, below } = rowWindow(heights, 1000, top, 800);
      const drawn = heights.slice(from, to).reduce((sum, height) => sum + height, 0);
      expect(above + drawn + below).toBe(8_500);
      expect(above).toBeLessThanOrEqual(top);
      expect(above + drawn).toBeGreaterThanOrEqual(top + 800);
    }
  });
});
