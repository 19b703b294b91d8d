import type { PickerData } from './picker';

/** What a sheet shows: each column's rows, the rows chosen now, and what a choice is worth to the page. */
export interface Columns {
  readonly labels: readonly (readonly string[])[];
  readonly rows: readonly number[];
  /** The rows after a column was turned: dates and regions change the columns to its right. */
  readonly after?: (rows: readonly number[]) => Columns;
  readonly detail: (rows: readonly number[]) => Readonly<Record<string, unknown>>;
}

const labelOf = (item: unknown, key: string): string =>
  key && typeof item === 'object' && item !== null
    ? String((item as Readonly<Record<string, unknown>>)[key] ?? '')
    : String(item);

/** Columns of a page's own lists; a value beyond its list is its first row. */
export const listColumns = (
  lists: readonly (readonly unknown[])[],
  { rangeKey, value }: Pick<PickerData, 'rangeKey' | 'value'>,
  detail: Columns['detail'],
): Columns => {
  const wanted = Array.isArray(value) ? (value as unknown[]) : [value];
  return {
    labels: lists.map((list) => list.map((item) => labelOf(item, rangeKey))),
    rows: lists.map((list, index) => {
      const row = Number(wanted[index] ?? 0);
      return Number.isInteger(row) && row >= 0 && row < list.length ? row : 0;
    }),
    detail,
  };
};
