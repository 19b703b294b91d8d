import { collectionMissing, duplicateKey } from '../gateway/errors';
import type { Connection, Statement } from '../sqlite/connection';
import { parseDocument, stringify } from '../values/ejson';
import type { Document } from '../values/value';
import { engineIndex, type DeclaredIndexes } from './index/declared';
import { indexTableName, openIndexTable, type IndexTable } from './index/index-table';
import { choosePlan } from './index/plan';
import type { Candidates, Writer } from './reader';

interface Table {
  readonly id: number;
  readonly select: Statement;
  readonly selectAt: Statement;
  readonly all: Statement;
  readonly page: Statement;
  readonly insert: Statement;
  readonly update: Statement;
  readonly delete: Statement;
  readonly indexes: readonly IndexTable[];
}

/** Documents read at a time: whoever stops reading leaves no cursor open. */
const SCAN_PAGE = 500;

export interface Tables extends Writer {
  create(collection: string): void;
  names(): string[];
}

const setUp = (connection: Connection): void => {
  connection.execute(
    'CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)',
  );
  connection.execute(
    'CREATE TABLE IF NOT EXISTS indexes (collection INTEGER, name TEXT, definition TEXT NOT NULL, multikey TEXT NOT NULL, PRIMARY KEY (collection, name))',
  );
};

/** The collections of one connection: a table each, the document as extended JSON, and a table an index. */
export const openTables = (connection: Connection, declared: DeclaredIndexes, isSnapshot = false): Tables => {
  if (!isSnapshot) setUp(connection);
  const known = new Map<string, Table>();
  const selectId = connection.prepare('SELECT id FROM collections WHERE name = ?');
  const selectIndex = connection.prepare(
    'SELECT definition, multikey FROM indexes WHERE collection = ? AND name = ?',
  );

  const writeIndex = (id: number, name: string, definition: string, multikey: ReadonlySet<string>): void => {
    connection
      .prepare(
        'INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, ?) ON CONFLICT (collection, name) DO UPDATE SET definition = excluded.definition, multikey = excluded.multikey',
      )
      .run(id, name, definition, JSON.stringify([...multikey]));
  };

  const indexesOf = (collection: string, id: number, all: Statement): IndexTable[] =>
    (declared[collection] ?? []).map(engineIndex).map((index) => {
      const definition = JSON.stringify(index);
      const row = selectIndex.get(id, index.name);
      const isCurrent = row?.['definition'] === definition;
      const multikey = new Set<string>(isCurrent ? (JSON.parse(String(row['multikey'])) as string[]) : []);
      const onMultikey = (path: string): void => {
        multikey.add(path);
        writeIndex(id, index.name, definition, multikey);
      };
      if (isCurrent || isSnapshot) return openIndexTable(connection, id, index, multikey, onMultikey);
      // Declared anew, or otherwise than before: made from the documents.
      return connection.atomically(() => {
        const table = indexTableName(id, index.name);
        connection.execute(`DROP TABLE IF EXISTS ${table}`);
        connection.execute(
          `CREATE TABLE ${table} (key BLOB NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (key, position)) WITHOUT ROWID`,
        );
        writeIndex(id, index.name, definition, multikey);
        const opened = openIndexTable(connection, id, index, multikey, onMultikey);
        for (const each of all.all())
          opened.add(parseDocument(String(each['body'])), Number(each['position']));
        return opened;
      });
    });

  const prepareTable = (collection: string, id: number): Table => {
    const all = connection.prepare(`SELECT position, body FROM documents_${id} ORDER BY position`);
    return {
      id,
      all,
      page: connection.prepare(
        `SELECT position, body FROM documents_${id} WHERE position > ? ORDER BY position LIMIT ?`,
      ),
      select: connection.prepare(`SELECT position, body FROM documents_${id} WHERE key = ?`),
      selectAt: connection.prepare(`SELECT body FROM documents_${id} WHERE position = ?`),
      insert: connection.prepare(`INSERT INTO documents_${id} (key, body) VALUES (?, ?) RETURNING position`),
      update: connection.prepare(`UPDATE documents_${id} SET body = ? WHERE position = ?`),
      delete: connection.prepare(`DELETE FROM documents_${id} WHERE position = ?`),
      indexes: indexesOf(collection, id, all),
    };
  };

  const tableOf = (name: string): Table => {
    const present = known.get(name);
    if (present) return present;
    const row = selectId.get(name);
    if (!row) throw collectionMissing(name);
    const table = prepareTable(name, Number(row['id']));
    known.set(name, table);
    return table;
  };

  const standing = (table: Table, key: string): { position: number; document: Document } | undefined => {
    const row = table.select.get(key);
    return row && { position: Number(row['position']), document: parseDocument(String(row['body'])) };
  };

  const requireUnique = (
    collection: string,
    table: Table,
    document: Document,
    own: number | undefined,
  ): void => {
    for (const { index, holderOf } of table.indexes) {
      if (!index.isUnique || holderOf(document, own) === undefined) continue;
      const values = index.fields.map(({ path }) => `${path}: ${stringify(document[path] ?? null)}`);
      throw duplicateKey(collection, index.name, `{ ${values.join(', ')} }`);
    }
  };

  function* scan(collection: string): Iterable<Document> {
    const { page } = tableOf(collection);
    for (let last = 0; ; ) {
      const rows = page.all(last, SCAN_PAGE);
      for (const row of rows) yield parseDocument(String(row['body']));
      if (rows.length < SCAN_PAGE) return;
      last = Number(rows[rows.length - 1]?.['position']);
    }
  }

  return {
    get: (collection, key) => standing(tableOf(collection), key)?.document,
    scan,
    candidates: (collection, query, order): Candidates => {
      const table = tableOf(collection);
      const plan = choosePlan(table.indexes, query, order);
      const chosen = plan && table.indexes.find(({ index }) => index === plan.index);
      if (!plan || !chosen) return { documents: scan(collection), isSorted: false, index: null };
      return {
        isSorted: plan.isSorted,
        index: plan.index.name,
        documents: (function* documents() {
          for (const position of chosen.walk(plan)) {
            const row = table.selectAt.get(position);
            if (row) yield parseDocument(String(row['body']));
          }
        })(),
      };
    },
    put: (collection, key, document) => {
      const table = tableOf(collection);
      const before = standing(table, key);
      requireUnique(collection, table, document, before?.position);
      const body = stringify(document);
      let position = before?.position;
      if (position === undefined) position = Number(table.insert.get(key, body)?.['position']);
      else table.update.run(body, position);
      for (const index of table.indexes) {
        if (before) index.drop(before.document, position);
        index.add(document, position);
      }
    },
    remove: (collection, key) => {
      const table = tableOf(collection);
      const before = standing(table, key);
      if (!before) return;
      for (const index of table.indexes) index.drop(before.document, before.position);
      table.delete.run(before.position);
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
