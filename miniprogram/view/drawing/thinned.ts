import type { Point } from './drawing';

/** Shares of the picture: about 1 px of 1365. */
const TOLERANCE = 0.0008;
/** A signature's stroke has about 40. */
const MOST_POINTS = 120;
/** Ten seconds of a finger; the work grows with the square of it. */
const MOST_LOOKED_AT = 600;
/** Four digits: a seventh of a px of 1365. */
const PRECISION = 10_000;

const rounded = (share: number): number =>
  Math.round(Math.min(1, Math.max(0, share)) * PRECISION) / PRECISION;

/** How far a point lies from the line between two others. */
const distance = ([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number => {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / square));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
};

/** Points of the line that lie no further than `tolerance` from it are left out (Ramer, Douglas and Peucker). */
const simplified = (points: readonly Point[], tolerance: number): Point[] => {
  const isKept = points.map((_, index) => index === 0 || index === points.length - 1);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [first, last] = part;
    const [from, to] = [points[first], points[last]];
    if (!from || !to) continue;
    let furthest = { index: 0, distance: tolerance };
    for (let index = first + 1; index < last; index += 1) {
      const found = distance(points[index] ?? from, from, to);
      if (found > furthest.distance) furthest = { index, distance: found };
    }
    if (furthest.index === 0) continue;
    isKept[furthest.index] = true;
    open.push([first, furthest.index], [furthest.index, last]);
  }
  return points.filter((_, index) => isKept[index]);
};

/** The whole way, evenly, by no more points than are looked at. */
const even = (way: readonly Point[]): readonly Point[] => {
  const step = Math.ceil((way.length - 1) / (MOST_LOOKED_AT - 1));
  return step <= 1 ? way : way.filter((_, index) => index % step === 0 || index === way.length - 1);
};

/** The way of a finger with as few points as look the same, at most 120, inside the picture and rounded. */
export const thinned = (way: readonly Point[]): readonly Point[] => {
  let tolerance = TOLERANCE;
  let points = simplified(even(way), tolerance);
  while (points.length > MOST_POINTS) {
    tolerance *= 1.5;
    points = simplified(points, tolerance);
  }
  return points.map(([x, y]) => [rounded(x), rounded(y)] as const);
};
