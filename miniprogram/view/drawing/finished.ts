import { MOST_SIGNS, type Mark } from './drawing';
import { thinned } from './thinned';

/** A shape smaller than this is a finger that only touched: share of the picture. */
const LEAST = 0.01;

/** @returns the mark as it is kept, or null when nothing was drawn */
export const finished = (mark: Mark): Mark | null => {
  const points = thinned(mark.points);
  const [from, to] = [points[0], points[points.length - 1]];
  if (!from || !to) return null;
  if (mark.tool === 'pen' || mark.tool === 'mosaic') return { ...mark, points };
  if (mark.tool === 'text') {
    const text = [...(mark.text ?? '').replace(/\s+/g, ' ').trim()].slice(0, MOST_SIGNS).join('');
    return text === '' ? null : { ...mark, points: [from], text };
  }
  const isTouch = Math.abs(to[0] - from[0]) < LEAST && Math.abs(to[1] - from[1]) < LEAST;
  return isTouch ? null : { ...mark, points: [from, to] };
};
