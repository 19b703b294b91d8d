import { longSide, type Mark, type Size } from './drawing';
import { lineWidth, spotsOf, type Rectangle } from './shapes';

/** Along the longer side: of a face that fills a tenth of the picture four cells are left. */
const CELLS = 36;

/** A cell of the picture's grid, counted from its upper left. */
export type Cell = readonly [column: number, row: number];

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The grid is the picture's, not the stroke's: two strokes over one place make one mosaic. */
export const gridOf = (size: Size): Grid => {
  const along = (side: number): number => Math.max(1, Math.round((CELLS * side) / longSide(size)));
  return { columns: along(size.width), rows: along(size.height) };
};

/** Whole px, so that no seam is left between two cells. */
export const cellBox = ([column, row]: Cell, size: Size): Rectangle => {
  const { columns, rows } = gridOf(size);
  const edge = (index: number, count: number, side: number): number => Math.round((index * side) / count);
  const [x, y] = [edge(column, columns, size.width), edge(row, rows, size.height)];
  return {
    x,
    y,
    width: edge(column + 1, columns, size.width) - x,
    height: edge(row + 1, rows, size.height) - y,
  };
};

/** From a spot to the nearest of the rectangle, 0 inside. */
const distanceTo = ({ x, y, width, height }: Rectangle, spotX: number, spotY: number): number =>
  Math.hypot(
    spotX - Math.min(x + width, Math.max(x, spotX)),
    spotY - Math.min(y + height, Math.max(y, spotY)),
  );

/** The cells that the finger's stroke touches, each once, in its order. */
export const cellsUnder = (mark: Mark, size: Size): readonly Cell[] => {
  const { columns, rows } = gridOf(size);
  const radius = lineWidth(mark, size) / 2;
  const step = longSide(size) / CELLS / 2;
  const found = new Map<number, Cell>();
  const touch = (x: number, y: number): void => {
    const within = (spot: number, side: number, count: number): number =>
      Math.min(count - 1, Math.max(0, Math.floor((spot * count) / side)));
    const lastColumn = within(x + radius, size.width, columns);
    const lastRow = within(y + radius, size.height, rows);
    for (let row = within(y - radius, size.height, rows); row <= lastRow; row += 1) {
      for (let column = within(x - radius, size.width, columns); column <= lastColumn; column += 1) {
        const cell = [column, row] as const;
        if (distanceTo(cellBox(cell, size), x, y) <= radius) found.set(row * columns + column, cell);
      }
    }
  };
  let last = spotsOf(mark, size)[0];
  for (const spot of spotsOf(mark, size)) {
    const [fromX, fromY] = last ?? spot;
    const steps = Math.max(1, Math.ceil(Math.hypot(spot[0] - fromX, spot[1] - fromY) / step));
    for (let index = 0; index <= steps; index += 1) {
      touch(fromX + ((spot[0] - fromX) * index) / steps, fromY + ((spot[1] - fromY) * index) / steps);
    }
    last = spot;
  }
  return [...found.values()];
};

/** The smallest rectangle that holds all of them; null of none. */
export const around = (boxes: readonly Rectangle[]): Rectangle | null => {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
};

/**
 * The mean colour of a part of a picture's pixels.
 * @param data four values a pixel, line by line, as ImageData has them
 * @param lineLength px a line
 */
export const meanColour = (data: ArrayLike<number>, lineLength: number, part: Rectangle): string => {
  const sum = [0, 0, 0];
  for (let y = part.y; y < part.y + part.height; y += 1) {
    for (let x = part.x; x < part.x + part.width; x += 1) {
      const at = (y * lineLength + x) * 4;
      for (let channel = 0; channel < 3; channel += 1)
        sum[channel] = (sum[channel] ?? 0) + (data[at + channel] ?? 0);
    }
  }
  const count = Math.max(1, part.width * part.height);
  return `rgb(${sum.map((each) => Math.round(each / count)).join(', ')})`;
};
