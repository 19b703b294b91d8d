import { DomainError } from './errors';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether the text is an instant as docs/decisions/0001 writes it: `2026-11-23T02:00:00.000Z`, a day of the calendar. */
export const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/**
 * A phone's clock may go wrong by hours; more than a day ahead of the server's it proves nothing.
 * @param now the server's instant
 * @throws DomainError input.instantAhead naming the field
 */
export const requireNotAhead = (instant: string, now: string, field: string): void => {
  if (Date.parse(instant) > Date.parse(now) + DAY_MS) throw new DomainError('input.instantAhead', { field });
};
