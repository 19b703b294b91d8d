import type { Drawing, Mark, Point } from './drawing';

/** Of the pad's longer side: 3 px of a hand-held one, as a ball pen on paper. */
const PEN = 0.008;
/** A name fills more than this share of the pad one way; less is a finger that only touched it. */
const LEAST = 0.12;

export const inkMark = (points: readonly Point[]): Mark => ({
  tool: 'pen',
  colour: '#000000',
  width: PEN,
  points,
});

/** Whether something was written: how far the ink reaches, not how much there is. */
export const isSigned = ({ marks }: Drawing): boolean => {
  const points = marks.flatMap((mark) => mark.points);
  if (points.length === 0) return false;
  return ([0, 1] as const).some((axis) => {
    const along = points.map((point) => point[axis]);
    return Math.max(...along) - Math.min(...along) >= LEAST;
  });
};
