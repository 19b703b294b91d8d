const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Asia/Shanghai is UTC+8 all the year, and has been since 1991. */
const OFFSET_MS = 8 * HOUR_MS;

/** Whether the text is an instant as docs/decisions/0001 writes it: `2026-11-23T02:00:00.000Z`, a day of the calendar. */
export const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/** The calendar day in Asia/Shanghai, `2026-11-23`. @param instant ISO */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);

/** The instant a day in Asia/Shanghai begins with, ISO. @param day `2026-11-23` */
export const startOf = (day: string): string => new Date(Date.parse(day) - OFFSET_MS).toISOString();

/** The day so many days later; earlier when negative. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
