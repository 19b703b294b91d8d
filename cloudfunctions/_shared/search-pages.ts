import { PAGE_SIZE, type Cursor, type Page } from './page';

/** Rows that one request of a search looks at; the phone goes on from where it ended. */
export const MOST_SEARCHED = 200;

interface Search<T> {
  readonly cursor: Cursor | null;
  /** Rows that an index finds, in the list's order; the answer may be among them. */
  readonly candidates: (cursor: Cursor | null, limit: number) => Promise<readonly T[]>;
  readonly isFound: (row: T) => boolean;
  readonly keyOf: (row: T) => string;
}

/**
 * A page of the rows that answer a search. An index finds rows by one word only; the others are looked for in what it
 * finds, which may be much and hold nothing. So a request ends after MOST_SEARCHED rows, with a page that is not full and
 * says where to go on: what it costs does not grow with what there is.
 */
export const searchPage = async <T extends { readonly _id: string }>({
  cursor,
  candidates,
  isFound,
  keyOf,
}: Search<T>): Promise<Page<T>> => {
  const cursorOf = (row: T): Cursor => ({ key: keyOf(row), id: row._id });
  const rows: T[] = [];
  let at = cursor;
  // Mostly all of what the index finds answers: then the first look, of a page and one more, is all.
  for (let looked = 0, limit = PAGE_SIZE + 1; looked < MOST_SEARCHED; looked += limit, limit *= 2) {
    const most = Math.min(limit, MOST_SEARCHED - looked);
    const found = await candidates(at, most);
    for (const row of found.filter(isFound)) {
      const last = rows[PAGE_SIZE - 1];
      if (last) return { rows, next: cursorOf(last) };
      rows.push(row);
    }
    const last = found[found.length - 1];
    if (!last || found.length < most) return { rows, next: null };
    at = cursorOf(last);
  }
  return { rows, next: at, isCut: true };
};
