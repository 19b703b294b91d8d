import type { Random } from './random';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Asia/Shanghai is UTC+8 all the year. */
const SHANGHAI_MS = 8 * HOUR_MS;
const FIRST_HOUR = 8;
const LAST_HOUR = 17;

/**
 * A moment of the working hours (Asia/Shanghai) of the day so many days before the anchor's; a day earlier where that
 * would be within the hour before the anchor, or after it.
 */
export const workingMoment = (anchor: string, daysBefore: number, random: Random): string => {
  const anchorAt = Date.parse(anchor);
  const midnight = Math.floor((anchorAt + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS;
  const ofDay = random.between(FIRST_HOUR * HOUR_MS, LAST_HOUR * HOUR_MS);
  const at = midnight - daysBefore * DAY_MS + ofDay;
  return new Date(at > anchorAt - HOUR_MS ? at - DAY_MS : at).toISOString();
};

export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60 * 1000).toISOString();
