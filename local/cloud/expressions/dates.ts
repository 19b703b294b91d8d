import { evalExpr } from 'mingo/core';
import type { Expression } from './types';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Local {
  /** The wall clock of the time zone, kept as if it were UTC. */
  readonly wall: Date;
  readonly offsetMinutes: number;
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond', number>;

/** `'$at'` or `{ date, timezone }`; undefined when there is no date. */
const localOf: (...operator: Parameters<Expression>) => Local | undefined = (document, operand, options) => {
  const value: unknown = evalExpr(document, operand, options);
  const isBare = typeof value !== 'object' || value instanceof Date || value === null;
  const { date, timezone } = isBare
    ? { date: value, timezone: undefined }
    : (value as { date?: unknown; timezone?: unknown });
  if (date === null || date === undefined) return undefined;
  if (!(date instanceof Date)) throw new Error('a date is expected');
  const parts = evalExpr(
    document,
    { $dateToParts: { date: { $literal: date }, ...(timezone ? { timezone } : {}) } },
    options,
  ) as Parts;
  const { year, month, day, hour, minute, second, millisecond } = parts;
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second, millisecond));
  return { wall, offsetMinutes: Math.round((wall.getTime() - date.getTime()) / MINUTE_MS) };
};

const yearOf = (wall: Date): number => wall.getUTCFullYear();
const dayOfYear = (wall: Date): number =>
  Math.floor((wall.getTime() - Date.UTC(yearOf(wall), 0, 1)) / DAY_MS) + 1;
/** Weeks begin on Sunday; the days before the first Sunday are week 0. */
const weekOfYear = (wall: Date): number => Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7);
const isoDay = (wall: Date): number => wall.getUTCDay() || 7;
/** The Thursday of a week says to which year it belongs. */
const thursdayOf = (wall: Date): Date => new Date(wall.getTime() + (4 - isoDay(wall)) * DAY_MS);
const isoYear = (wall: Date): number => yearOf(thursdayOf(wall));
const isoWeek = (wall: Date): number => Math.ceil(dayOfYear(thursdayOf(wall)) / 7);

const signed = (minutes: number, text: string): string => `${minutes < 0 ? '-' : '+'}${text}`;
const two = (value: number): string => String(value).padStart(2, '0');

const FORMATS: Readonly<Record<string, (local: Local) => string>> = {
  '%Y': ({ wall }) => String(yearOf(wall)).padStart(4, '0'),
  '%m': ({ wall }) => two(wall.getUTCMonth() + 1),
  '%d': ({ wall }) => two(wall.getUTCDate()),
  '%H': ({ wall }) => two(wall.getUTCHours()),
  '%M': ({ wall }) => two(wall.getUTCMinutes()),
  '%S': ({ wall }) => two(wall.getUTCSeconds()),
  '%L': ({ wall }) => String(wall.getUTCMilliseconds()).padStart(3, '0'),
  '%j': ({ wall }) => String(dayOfYear(wall)).padStart(3, '0'),
  '%w': ({ wall }) => String(wall.getUTCDay() + 1),
  '%u': ({ wall }) => String(isoDay(wall)),
  '%U': ({ wall }) => two(weekOfYear(wall)),
  '%V': ({ wall }) => two(isoWeek(wall)),
  '%G': ({ wall }) => String(isoYear(wall)).padStart(4, '0'),
  '%z': ({ offsetMinutes: minutes }) =>
    signed(minutes, `${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`),
  '%Z': ({ offsetMinutes: minutes }) => signed(minutes, String(Math.abs(minutes))),
  '%%': () => '%',
};

const dateToString: Expression = (document, operand, options) => {
  const { date, timezone, format, onNull } = evalExpr(document, operand, options) as Record<string, unknown>;
  const local = localOf(document, { $literal: { date, timezone } }, options);
  if (!local) return onNull ?? null;
  const standard = `%Y-%m-%dT%H:%M:%S.%L${local.offsetMinutes === 0 ? 'Z' : ''}`;
  return String(format ?? standard).replace(/%./g, (specifier) => {
    const write = FORMATS[specifier];
    if (!write) throw new Error(`invalid format specifier ${specifier}`);
    return write(local);
  });
};

const part =
  (of: (wall: Date) => number): Expression =>
  (document, operand, options) => {
    const local = localOf(document, operand, options);
    return local ? of(local.wall) : null;
  };

/** Of no date each gives null, where mingo fails; weeks are counted as MongoDB's manual says. */
export const dates: Readonly<Record<`$${string}`, Expression>> = {
  $dateToString: dateToString,
  $year: part(yearOf),
  $month: part((wall) => wall.getUTCMonth() + 1),
  $dayOfMonth: part((wall) => wall.getUTCDate()),
  $dayOfYear: part(dayOfYear),
  $dayOfWeek: part((wall) => wall.getUTCDay() + 1),
  $week: part(weekOfYear),
  $isoWeekYear: part(isoYear),
  $isoWeek: part(isoWeek),
  $isoDayOfWeek: part(isoDay),
  $hour: part((wall) => wall.getUTCHours()),
  $minute: part((wall) => wall.getUTCMinutes()),
  $second: part((wall) => wall.getUTCSeconds()),
  $millisecond: part((wall) => wall.getUTCMilliseconds()),
};
