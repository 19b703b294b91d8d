import type { Connection, Row } from '../sqlite/connection';
import { parseDocument, stringify } from '../values/ejson';
import type { Document } from '../values/value';
import type { IndexTable } from './index/index-table';

/** Documents read at a time: whoever stops reading leaves no cursor open. */
const SCAN_PAGE = 500;

/** A document and where it stands; positions are in order of insertion. */
export interface Standing {
  readonly position: number;
  readonly document: Document;
}

/** The documents of one collection on one connection. */
export interface Table {
  readonly indexes: readonly IndexTable[];
  find(key: string): Standing | undefined;
  at(position: number): Document | undefined;
  keyAt(position: number): string | undefined;
  /** In order of insertion. */
  scan(): Iterable<Document>;
  size(): number;
  /** @param position where it stands already; undefined for a new one. @returns where it stands now */
  write(key: string, document: Document, position: number | undefined): number;
  remove(position: number): void;
}

const documentOf = (row: Row): Document => parseDocument(String(row['body']));

/** @param openIndexes makes those that do not stand yet from the documents it is given */
export const openTable = (
  connection: Connection,
  id: number,
  openIndexes: (standing: () => Iterable<Standing>) => IndexTable[],
): Table => {
  const name = `documents_${id}`;
  const page = connection.prepare(
    `SELECT position, body FROM ${name} WHERE position > ? ORDER BY position LIMIT ?`,
  );
  const select = connection.prepare(`SELECT position, body FROM ${name} WHERE key = ?`);
  const selectAt = connection.prepare(`SELECT key, body FROM ${name} WHERE position = ?`);
  const insert = connection.prepare(`INSERT INTO ${name} (key, body) VALUES (?, ?) RETURNING position`);
  const update = connection.prepare(`UPDATE ${name} SET body = ? WHERE position = ?`);
  const remove = connection.prepare(`DELETE FROM ${name} WHERE position = ?`);
  const count = connection.prepare(`SELECT COUNT(*) AS total FROM ${name}`);

  function* standing(): Iterable<Standing> {
    for (let last = 0; ; ) {
      const rows = page.all(last, SCAN_PAGE);
      for (const row of rows) yield { position: Number(row['position']), document: documentOf(row) };
      if (rows.length < SCAN_PAGE) return;
      last = Number(rows[rows.length - 1]?.['position']);
    }
  }

  return {
    indexes: openIndexes(standing),
    find: (key) => {
      const row = select.get(key);
      return row && { position: Number(row['position']), document: documentOf(row) };
    },
    at: (position) => {
      const row = selectAt.get(position);
      return row && documentOf(row);
    },
    keyAt: (position) => {
      const row = selectAt.get(position);
      return row && String(row['key']);
    },
    *scan() {
      for (const { document } of standing()) yield document;
    },
    size: () => Number(count.get()?.['total']),
    write: (key, document, position) => {
      const body = stringify(document);
      if (position === undefined) return Number(insert.get(key, body)?.['position']);
      update.run(body, position);
      return position;
    },
    remove: (position) => {
      remove.run(position);
    },
  };
};
