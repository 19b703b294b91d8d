const SECOND_MS = 1000;
/** So near the end the remaining time is told. */
const NEAR_END_MS = 60_000;

/** 0:07, 10:00 */
export const clockOf = (ms: number): string => {
  const seconds = Math.floor(Math.max(0, ms) / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** 0:05.9 of a file is 0:06: what is there is not shown shorter. */
export const lengthOf = (ms: number): string => clockOf(Math.ceil(ms / SECOND_MS) * SECOND_MS);

/** 还可录 0:59 in the last minute, nothing before. */
export const remainingWords = (elapsedMs: number, limitMs: number): string => {
  const left = limitMs - elapsedMs;
  return left > NEAR_END_MS ? '' : `还可录 ${lengthOf(Math.max(0, left))}`;
};

/** How long something ran that stops and goes on; instants in ms. */
export interface Stopwatch {
  readonly spentMs: number;
  readonly since: number | null;
}
export const NOT_STARTED: Stopwatch = { spentMs: 0, since: null };
export const elapsedOf = ({ spentMs, since }: Stopwatch, now: number): number =>
  spentMs + (since === null ? 0 : now - since);
export const startedAt = (watch: Stopwatch, now: number): Stopwatch =>
  watch.since === null ? { ...watch, since: now } : watch;
export const stoppedAt = (watch: Stopwatch, now: number): Stopwatch => ({
  spentMs: elapsedOf(watch, now),
  since: null,
});
