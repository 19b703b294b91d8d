import type { Connection, Row, Statement } from '../cloud/sqlite/connection';
import { parseDocument } from '../cloud/values/ejson';
import { isStored, type Stored } from '../../miniprogram/domain/integrity/broken-link';

/** Documents read at a time. */
const PAGE = 200;

/** A document as it stands in its table. */
export interface Standing {
  /** What it is found by: its kind and its id (local/cloud/engine/document-key.ts). */
  readonly key: string;
  /** In order of insertion. */
  readonly position: number;
  /** null when it is no document that could be read. */
  readonly document: Stored | null;
}

export const keyOf = (id: string): string => `s:${id}`;

/** The documents of one collection; of one that was never created there are none. */
export interface Documents {
  readonly size: number;
  /** Positions end here. */
  readonly lastPosition: number;
  /** In order of insertion. */
  all(): Iterable<Standing>;
  find(id: string): Standing | undefined;
  /** One in whose text the words stand. */
  mentioning(words: string): Standing | undefined;
}

/** Bytes, since the driver refuses a whole page for one text in it that is none. */
const COLUMNS = 'CAST(key AS BLOB) AS key, position, CAST(body AS BLOB) AS body';

/** A stored text, with a sign in the place of what is none. */
const textOf = (bytes: Row[string] | undefined): string => new TextDecoder().decode(bytes as ArrayBuffer);

const documentOf = (bytes: Row[string] | undefined): Stored | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes as ArrayBuffer);
    const document: unknown = parseDocument(text);
    return isStored(document) ? document : null;
  } catch {
    return null;
  }
};

const standingOf = (row: Row): Standing => ({
  key: textOf(row['key']),
  position: Number(row['position']),
  document: documentOf(row['body']),
});

const NONE: Documents = {
  size: 0,
  lastPosition: 0,
  all: () => [],
  find: () => undefined,
  mentioning: () => undefined,
};

/** Page by page, so that one page is in memory. */
function* pagesOf(page: Statement): Iterable<Standing> {
  for (let last = 0; ; ) {
    const rows = page.all(last, PAGE);
    for (const row of rows) yield standingOf(row);
    if (rows.length < PAGE) return;
    last = Number(rows[rows.length - 1]?.['position']);
  }
}

/** The collection as the connection's transaction sees it. */
export const documentsOf = (connection: Connection, collection: string): Documents => {
  if (!connection.prepare("SELECT 1 FROM sqlite_master WHERE name = 'collections'").get()) return NONE;
  const row = connection.prepare('SELECT id FROM collections WHERE name = ?').get(collection);
  if (!row) return NONE;
  const table = `documents_${Number(row['id'])}`;
  const size = connection.prepare(`SELECT COUNT(*) AS size, MAX(position) AS last FROM ${table}`).get();
  const page = connection.prepare(
    `SELECT ${COLUMNS} FROM ${table} WHERE position > ? ORDER BY position LIMIT ?`,
  );
  const byKey = connection.prepare(`SELECT ${COLUMNS} FROM ${table} WHERE key = ?`);
  const byText = connection.prepare(`SELECT ${COLUMNS} FROM ${table} WHERE instr(body, ?) > 0 LIMIT 1`);
  const one = (found: Row | undefined): Standing | undefined => found && standingOf(found);
  return {
    size: Number(size?.['size'] ?? 0),
    lastPosition: Number(size?.['last'] ?? 0),
    all: () => pagesOf(page),
    find: (id) => one(byKey.get(keyOf(id))),
    mentioning: (words) => one(byText.get(words)),
  };
};
