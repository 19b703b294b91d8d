/** What of a long list is drawn, in whole chunks of rows; the rest is two empty boxes of the right height. */
export interface RowWindow {
  /** The first chunk drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Heights of what is left out above and below, in px. */
  readonly above: number;
  readonly below: number;
}

/**
 * Rows of a chunk. Small, because whole chunks are drawn: three screens of cards with pictures, and what sticks out of
 * them, stay under WeChat's 1,000 nodes also on a tablet. A page of the service is a whole number of chunks.
 */
export const ROWS_PER_CHUNK = 4;

/** How far beyond the screen rows are drawn, in screens: a flick must not outrun them. */
export const SCREENS_AROUND = 1;

/** What a chunk that was never drawn is taken for, px: as high as the others on average, or `estimate` without others. */
export const usualHeight = (heights: readonly (number | undefined)[], estimate: number): number => {
  const measured = heights.filter((height) => height !== undefined);
  return measured.length > 0 ? measured.reduce((sum, height) => sum + height, 0) / measured.length : estimate;
};

/**
 * @param heights measured heights of the chunks in px; undefined for one that was never drawn
 * @param estimate the height of a chunk that was never drawn, until one was
 * @param top how far the list is scrolled beyond its own beginning, in px; negative while something stands above it
 * @param screen height of the screen in px
 * @param around how far beyond the screen rows are drawn, in screens
 */
export const rowWindow = (
  heights: readonly (number | undefined)[],
  estimate: number,
  top: number,
  screen: number,
  around = SCREENS_AROUND,
): RowWindow => {
  const usual = usualHeight(heights, estimate);
  const first = top - screen * around;
  const last = top + screen * (1 + around);
  let from = 0;
  let to = 0;
  let [above, drawn, total] = [0, 0, 0];
  for (const [index, height = usual] of heights.entries()) {
    if (total + height <= first) {
      from = index + 1;
      above = total + height;
    } else if (total < last) {
      to = index + 1;
      drawn = total + height;
    }
    total += height;
  }
  // Scrolled beyond the end: the last chunk stays.
  if (to <= from) {
    const lastIndex = Math.max(0, heights.length - 1);
    const height = heights[lastIndex] ?? usual;
    return heights.length === 0
      ? { from: 0, to: 0, above: 0, below: 0 }
      : { from: lastIndex, to: lastIndex + 1, above: total - height, below: 0 };
  }
  return { from, to, above, below: total - drawn };
};
