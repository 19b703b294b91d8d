import { collectionMissing, duplicateKey } from '../gateway/errors';
import type { Connection } from '../sqlite/connection';
import { nearIn } from '../match/operators/geo';
import { stringify } from '../values/ejson';
import type { Document } from '../values/value';
import { distanceFrom } from './index/cells';
import { openIndexCatalogue } from './index/catalogue';
import type { DeclaredIndexes } from './index/declared';
import type { IndexTable } from './index/index-table';
import { keysOf, type IndexKeys } from './index/key';
import { choosePlan } from './index/plan';
import type { Candidates, Change, Reader } from './reader';
import { openTable, type Standing, type Table } from './table';

export interface Tables extends Reader {
  create(collection: string): void;
  names(): string[];
  /** How many documents a collection has. */
  size(collection: string): number;
  /** All of the changes together: of unique keys only what stands afterwards counts. @throws WireError E11000 */
  apply(changes: readonly Change[]): void;
  /** The unique keys of a document, and the document that has each in this state. */
  uniqueKeysOf(collection: string, document: Document): readonly UniqueKey[];
  /** What was learnt of a collection in a piece of work that was rolled back is not so. */
  forget(): void;
}

export interface UniqueKey {
  /** The index and the key, as one text. */
  readonly name: string;
  /** The key of the document that has it. */
  readonly holder: string | undefined;
  readonly refusal: () => Error;
}

export interface TablesOptions {
  readonly declared: DeclaredIndexes;
  readonly mostExamined: number;
  /** Another connection's view of a file that is set up already. */
  readonly isSnapshot?: boolean;
}

/** What a change does to one index. */
interface KeyChange {
  readonly index: IndexTable;
  readonly removed: readonly Buffer[];
  readonly added: IndexKeys;
}

const without = (keys: readonly Buffer[], others: readonly Buffer[]): readonly Buffer[] => {
  if (keys.length === 0 || others.length === 0) return keys;
  const known = new Set(others.map((other) => other.toString('latin1')));
  return keys.filter((key) => !known.has(key.toString('latin1')));
};

const keyChangeOf = (index: IndexTable, before: Document | undefined, after: Document | null): KeyChange => {
  const old = before ? keysOf(index.index, before).keys : [];
  const { keys, multikeyPaths } = after ? keysOf(index.index, after) : { keys: [], multikeyPaths: [] };
  return { index, removed: without(old, keys), added: { keys: without(keys, old), multikeyPaths } };
};

/** The collections of one connection: a table each, the document as extended JSON, and a table an index. */
export const openTables = (
  connection: Connection,
  { declared, mostExamined, isSnapshot = false }: TablesOptions,
): Tables => {
  if (!isSnapshot) {
    connection.execute(
      'CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)',
    );
  }
  const catalogue = openIndexCatalogue(connection, declared, isSnapshot);
  const known = new Map<string, Table>();
  const selectId = connection.prepare('SELECT id FROM collections WHERE name = ?');

  const tableOf = (name: string): Table => {
    const present = known.get(name);
    if (present) return present;
    const row = selectId.get(name);
    if (!row) throw collectionMissing(name);
    const id = Number(row['id']);
    const table = openTable(connection, id, (standing) => catalogue.open(name, id, standing));
    known.set(name, table);
    return table;
  };

  const refusalOf =
    (collection: string, { index }: IndexTable, document: Document) =>
    (): Error => {
      const values = index.fields.map(({ path }) => `${path}: ${stringify(document[path] ?? null)}`);
      return duplicateKey(collection, index.name, `{ ${values.join(', ')} }`);
    };

  const documentsAt = function* documentsAt(table: Table, positions: Iterable<number>): Iterable<Document> {
    for (const position of positions) {
      const document = table.at(position);
      if (document) yield document;
    }
  };

  const names = (): string[] =>
    connection
      .prepare('SELECT name FROM collections ORDER BY name')
      .all()
      .map((row) => String(row['name']));

  if (!isSnapshot) {
    catalogue.dropUndeclared();
    // Before anything else: a transaction's snapshot finds every index made.
    for (const name of names()) tableOf(name);
  }

  return {
    mostExamined,
    names,
    get: (collection, key) => tableOf(collection).find(key)?.document,
    size: (collection) => tableOf(collection).size(),
    candidates: (collection, query, order): Candidates => {
      const table = tableOf(collection);
      const plan = choosePlan(table.indexes, query, order);
      const chosen = plan && table.indexes.find(({ index }) => index === plan.index);
      if (!plan || !chosen) {
        return { documents: table.scan(), isSorted: false, isNearestFirst: false, index: null };
      }
      const near = order ? undefined : nearIn(query);
      const [last] = plan.index.fields.slice(-1);
      const isNearestFirst = near !== undefined && last?.kind === 'place' && last.path === near.path;
      return {
        isSorted: plan.isSorted,
        isNearestFirst,
        index: plan.index.name,
        documents: documentsAt(
          table,
          isNearestFirst ? chosen.walkBy(plan, distanceFrom(near.origin)) : chosen.walk(plan),
        ),
      };
    },
    apply: (changes) => {
      const steps = changes.map(({ collection, key, document }) => {
        const table = tableOf(collection);
        const before: Standing | undefined = table.find(key);
        const indexes = table.indexes.map((index) => keyChangeOf(index, before?.document, document));
        return { collection, key, document, table, before, indexes };
      });
      // First everything goes, then it comes: a key may pass from one document to another.
      for (const { before, document, table, indexes } of steps) {
        if (!before) continue;
        for (const { index, removed } of indexes) index.drop(removed, before.position);
        if (!document) table.remove(before.position);
      }
      for (const { collection, key, document, table, before, indexes } of steps) {
        if (!document) continue;
        for (const { index, added } of indexes) {
          const isTaken = index.index.isUnique && index.holdersOf(added.keys).length > 0;
          if (isTaken) throw refusalOf(collection, index, document)();
        }
        const position = table.write(key, document, before?.position);
        for (const { index, added } of indexes) index.add(added, position);
      }
    },
    uniqueKeysOf: (collection, document) => {
      const table = tableOf(collection);
      return table.indexes
        .filter(({ index }) => index.isUnique)
        .flatMap((index) =>
          keysOf(index.index, document).keys.map((key) => {
            const [position] = index.holdersOf([key]);
            return {
              name: `${collection}/${index.index.name}/${key.toString('latin1')}`,
              holder: position === undefined ? undefined : table.keyAt(position),
              refusal: refusalOf(collection, index, document),
            };
          }),
        );
    },
    create: (collection) => {
      connection.atomically(() => {
        if (selectId.get(collection)) return;
        connection.prepare('INSERT INTO collections (name) VALUES (?)').run(collection);
        const id = Number(selectId.get(collection)?.['id']);
        connection.execute(
          `CREATE TABLE documents_${id} (position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL)`,
        );
        tableOf(collection);
      });
    },
    forget: () => known.clear(),
  };
};
