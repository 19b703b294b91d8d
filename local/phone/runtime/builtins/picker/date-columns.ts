import type { Columns } from './list-columns';
import type { PickerData } from './picker';

const two = (value: number): string => String(value).padStart(2, '0');

/** first … last, both included. */
const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

const numbersOf = (text: unknown): number[] =>
  typeof text === 'string' && text ? text.split(/[-:]/).map(Number) : [];

/** Without bounds WeChat offers these years. */
const YEARS = { first: 1900, last: 2100 };

const build = (
  names: readonly string[],
  valuesOf: (chosen: readonly number[]) => readonly (readonly number[])[],
  wanted: readonly number[],
  textOf: (chosen: readonly number[]) => string,
  suffixes: readonly string[],
): Columns => {
  const lists = valuesOf(wanted);
  const chosenAt = (rows: readonly number[]): number[] =>
    names.map((_, index) => lists[index]?.[rows[index] ?? 0] ?? lists[index]?.at(-1) ?? 0);
  return {
    labels: lists.map((list, index) => list.map((value) => `${two(value)}${suffixes[index] ?? ''}`)),
    rows: lists.map((list, index) => Math.max(0, list.indexOf(wanted[index] ?? NaN))),
    after: (rows) => {
      const chosen = chosenAt(rows);
      const next = valuesOf(chosen);
      const kept = chosen.map((value, index) => {
        const list = next[index] ?? [];
        return Math.min(list.at(-1) ?? value, Math.max(list[0] ?? value, value));
      });
      return build(names, valuesOf, kept, textOf, suffixes);
    },
    detail: (rows) => ({ value: textOf(chosenAt(rows)) }),
  };
};

/** hh:mm within `start` and `end`. */
export const timeColumns = ({ value, start, end }: PickerData): Columns => {
  const [firstHour = 0, firstMinute = 0] = numbersOf(start);
  const [lastHour = 23, lastMinute = 59] = numbersOf(end);
  const now = new Date();
  const given = numbersOf(value);
  const wanted = given.length === 2 ? given : [now.getHours(), now.getMinutes()];
  const minutes = (hour: number): number[] =>
    span(hour === firstHour ? firstMinute : 0, hour === lastHour ? lastMinute : 59);
  return build(
    ['hour', 'minute'],
    ([hour = 0]) => [span(firstHour, lastHour), minutes(hour)],
    wanted,
    (chosen) => chosen.map(two).join(':'),
    ['时', '分'],
  );
};

/** YYYY-MM-DD, or down to `fields` only, within `start` and `end`. */
export const dateColumns = ({ value, start, end, fields }: PickerData): Columns => {
  const [firstYear = YEARS.first, firstMonth = 1, firstDay = 1] = numbersOf(start);
  const [lastYear = YEARS.last, lastMonth = 12, lastDay = 31] = numbersOf(end);
  const count = fields === 'year' ? 1 : fields === 'month' ? 2 : 3;
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const given = numbersOf(value);
  const wanted = today.map((part, index) => given[index] ?? part).slice(0, count);
  const months = (year: number): number[] =>
    span(year === firstYear ? firstMonth : 1, year === lastYear ? lastMonth : 12);
  const days = (year: number, month: number): number[] =>
    span(
      year === firstYear && month === firstMonth ? firstDay : 1,
      Math.min(
        new Date(year, month, 0).getDate(),
        year === lastYear && month === lastMonth ? lastDay : Infinity,
      ),
    );
  return build(
    ['year', 'month', 'day'].slice(0, count),
    ([year = 0, month = 1]) => [span(firstYear, lastYear), months(year), days(year, month)].slice(0, count),
    wanted,
    ([year = 0, ...rest]) => [String(year), ...rest.map(two)].join('-'),
    ['年', '月', '日'],
  );
};
