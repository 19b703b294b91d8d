/** How far this phone's clock is ahead of the server's, ms, as the last answer told; 0 until one did. */
let aheadMs = 0;

/** @param now the server's instant, ISO, as it answered just now */
export const noteServerNow = (now: string): void => {
  aheadMs = Date.now() - Date.parse(now);
};

/** What the server's clock showed when this phone's showed the instant. @param instant ISO */
export const corrected = (instant: string): string => new Date(Date.parse(instant) - aheadMs).toISOString();
