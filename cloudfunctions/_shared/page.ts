import { command } from './database';

/** Rows of a page. Three thumbnails a row are 48 files: one request of the storage, which takes 50 (platform facts 3.1). */
export const PAGE_SIZE = 16;

/** Where a page ended: the ordering field and the id of its last row. */
export interface Cursor {
  readonly key: string;
  readonly id: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
  /** The search ended before it had looked at all, or had a page full: it goes on at `next` when somebody wants it to. */
  readonly isCut?: boolean;
}

interface Order {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** The condition for rows after the cursor: keyset, so that page 1,000 costs what page 1 does. */
export const afterCursor = (
  condition: object,
  { field, direction }: Order,
  cursor: Cursor | null,
): object => {
  if (cursor === null) return condition;
  const beyond = direction === 'asc' ? command.gt : command.lt;
  return command.and(
    condition,
    command.or({ [field]: beyond(cursor.key) }, { [field]: cursor.key, _id: beyond(cursor.id) }),
  );
};

/** @param found up to `size` + 1 rows: the extra one only tells that there is more */
export const pageOf = <T extends { readonly _id: string }>(
  found: readonly T[],
  keyOf: (row: T) => string,
  size = PAGE_SIZE,
): Page<T> => {
  const rows = found.slice(0, size);
  const last = rows[rows.length - 1];
  return { rows, next: found.length > size && last ? { key: keyOf(last), id: last._id } : null };
};

export const presented = <T, Row>({ rows, ...page }: Page<T>, present: (row: T) => Row): Page<Row> => ({
  ...page,
  rows: rows.map(present),
});
