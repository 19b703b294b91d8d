import { collectionMissing } from '../gateway/errors';
import type { Connection, Statement } from '../sqlite/connection';
import { parseDocument, stringify } from '../values/ejson';
import type { Document } from '../values/value';
import type { Writer } from './reader';

interface Table {
  readonly select: Statement;
  readonly all: Statement;
  readonly upsert: Statement;
  readonly delete: Statement;
}

export interface Tables extends Writer {
  create(collection: string): void;
  names(): string[];
}

/** The collections of one connection: a table each, the document as extended JSON beside its key. */
export const openTables = (connection: Connection): Tables => {
  connection.execute(
    'CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)',
  );
  const known = new Map<string, Table>();
  const selectId = connection.prepare('SELECT id FROM collections WHERE name = ?');

  const prepareTable = (id: number): Table => ({
    select: connection.prepare(`SELECT body FROM documents_${id} WHERE key = ?`),
    all: connection.prepare(`SELECT body FROM documents_${id} ORDER BY position`),
    upsert: connection.prepare(
      `INSERT INTO documents_${id} (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body`,
    ),
    delete: connection.prepare(`DELETE FROM documents_${id} WHERE key = ?`),
  });

  const tableOf = (name: string): Table => {
    const present = known.get(name);
    if (present) return present;
    const row = selectId.get(name);
    if (!row) throw collectionMissing(name);
    const table = prepareTable(Number(row['id']));
    known.set(name, table);
    return table;
  };

  return {
    get: (collection, key) => {
      const row = tableOf(collection).select.get(key);
      return row && parseDocument(String(row['body']));
    },
    *scan(collection): Iterable<Document> {
      for (const row of tableOf(collection).all.all()) yield parseDocument(String(row['body']));
    },
    put: (collection, key, document) => {
      tableOf(collection).upsert.run(key, stringify(document));
    },
    remove: (collection, key) => {
      tableOf(collection).delete.run(key);
    },
    create: (collection) => {
      connection.atomically(() => {
        if (selectId.get(collection)) return;
        connection.prepare('INSERT INTO collections (name) VALUES (?)').run(collection);
        const id = Number(selectId.get(collection)?.['id']);
        connection.execute(
          `CREATE TABLE documents_${id} (position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL)`,
        );
      });
    },
    names: () =>
      connection
        .prepare('SELECT name FROM collections ORDER BY name')
        .all()
        .map((row) => String(row['name'])),
  };
};
