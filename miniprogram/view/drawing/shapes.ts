import { longSide, type Mark, type Size } from './drawing';

/** px on a picture of a given size. */
export type Spot = readonly [x: number, y: number];

export const spotsOf = ({ points }: Mark, { width, height }: Size): readonly Spot[] =>
  points.map(([x, y]) => [x * width, y * height] as const);

/** Of the mark's line, px; thin ones are still seen on a thumbnail. */
export const lineWidth = (mark: Mark, size: Size): number => Math.max(1.5, mark.width * longSide(size));

/** Where the finger came down and where it left. */
const ends = (mark: Mark, size: Size): readonly [Spot, Spot] => {
  const spots = spotsOf(mark, size);
  const from = spots[0] ?? [0, 0];
  return [from, spots[spots.length - 1] ?? from];
};

/** In widths of the line: how long the head is, and how far it stands out on each side. */
const HEAD_LENGTH = 5;
const HEAD_REACH = 2.2;

/** The arrow's outline, from the tail's one side around the point to its other; the point is where the finger left. */
export const arrowShape = (mark: Mark, size: Size): readonly Spot[] => {
  const [[fromX, fromY], [toX, toY]] = ends(mark, size);
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return [];
  const line = lineWidth(mark, size);
  const head = Math.min(length, line * HEAD_LENGTH);
  const reach = (head / HEAD_LENGTH) * HEAD_REACH;
  const [ux, uy] = [(toX - fromX) / length, (toY - fromY) / length];
  /** Along the arrow from its tail, and to its left. */
  const at = (along: number, left: number): Spot => [
    fromX + ux * along + uy * left,
    fromY + uy * along - ux * left,
  ];
  const neck = length - head;
  return [
    at(0, line / 2),
    at(neck, line / 2),
    at(neck, reach),
    [toX, toY],
    at(neck, -reach),
    at(neck, -line / 2),
    at(0, -line / 2),
  ];
};

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box between both ends, whichever way it was drawn. */
export const boxShape = (mark: Mark, size: Size): Rectangle => {
  const [[fromX, fromY], [toX, toY]] = ends(mark, size);
  return {
    x: Math.min(fromX, toX),
    y: Math.min(fromY, toY),
    width: Math.abs(toX - fromX),
    height: Math.abs(toY - fromY),
  };
};

export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** The circle, or ellipse, that fills the box between both ends. */
export const circleShape = (mark: Mark, size: Size): Ellipse => {
  const { x, y, width, height } = boxShape(mark, size);
  return { x: x + width / 2, y: y + height / 2, radiusX: width / 2, radiusY: height / 2 };
};
