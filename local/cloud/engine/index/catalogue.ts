import type { Connection } from '../../sqlite/connection';
import { stringify } from '../../values/ejson';
import type { Document } from '../../values/value';
import { indexesOf, type DeclaredIndexes, type EngineIndex } from './declared';
import { indexTableName, openIndexTable, type IndexTable } from './index-table';
import { keysOf } from './key';

/** The documents of a collection with their positions. */
export type Standing = () => Iterable<{ readonly position: number; readonly document: Document }>;

/** Which indexes stand in the file, of what definition, and over which arrays. */
export interface IndexCatalogue {
  /** Takes away what is not declared now: nothing keeps it true any more. */
  dropUndeclared(): void;
  /** The collection's indexes; one declared anew, or otherwise than before, is made from the documents. */
  open(collection: string, id: number, standing: Standing): IndexTable[];
}

const duplicates = (collection: string, { name, fields }: EngineIndex, document: Document): Error =>
  new Error(
    `集合 ${collection} 中记录 ${stringify(document['_id'] ?? null)} 的 ${fields.map(({ path }) => path).join('、')} 与别的记录相同，唯一索引 ${name} 建不起来；请先不声明这个索引启动，改正记录后再声明`,
  );

export const openIndexCatalogue = (
  connection: Connection,
  declared: DeclaredIndexes,
  isSnapshot: boolean,
): IndexCatalogue => {
  if (!isSnapshot) {
    connection.execute(
      'CREATE TABLE IF NOT EXISTS indexes (collection INTEGER, name TEXT, definition TEXT NOT NULL, multikey TEXT NOT NULL, PRIMARY KEY (collection, name))',
    );
  }
  const select = connection.prepare(
    'SELECT definition, multikey FROM indexes WHERE collection = ? AND name = ?',
  );
  const upsert = connection.prepare(
    'INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, ?) ON CONFLICT (collection, name) DO UPDATE SET definition = excluded.definition, multikey = excluded.multikey',
  );

  const dropTable = (id: number, name: string): void =>
    connection.execute(`DROP TABLE IF EXISTS ${indexTableName(id, name)}`);

  const openOne = (collection: string, id: number, index: EngineIndex, standing: Standing): IndexTable => {
    const definition = JSON.stringify(index);
    const row = select.get(id, index.name);
    const isCurrent = row?.['definition'] === definition;
    const multikey = new Set<string>(isCurrent ? (JSON.parse(String(row['multikey'])) as string[]) : []);
    const write = (): void => {
      upsert.run(id, index.name, definition, JSON.stringify([...multikey]));
    };
    const open = (): IndexTable =>
      openIndexTable(connection, id, index, multikey, (path) => {
        multikey.add(path);
        write();
      });
    if (isCurrent || isSnapshot) return open();
    return connection.atomically(() => {
      dropTable(id, index.name);
      connection.execute(
        `CREATE TABLE ${indexTableName(id, index.name)} (key BLOB NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (key, position)) WITHOUT ROWID`,
      );
      write();
      const table = open();
      for (const { position, document } of standing()) {
        const keys = keysOf(index, document);
        if (index.isUnique && table.holdersOf(keys.keys).length > 0)
          throw duplicates(collection, index, document);
        table.add(keys, position);
      }
      return table;
    });
  };

  return {
    dropUndeclared: () => {
      const rows = connection
        .prepare(
          'SELECT indexes.collection AS id, indexes.name AS name, collections.name AS collection FROM indexes JOIN collections ON collections.id = indexes.collection',
        )
        .all();
      connection.atomically(() => {
        for (const row of rows) {
          const [id, name] = [Number(row['id']), String(row['name'])];
          if (indexesOf(declared, String(row['collection'])).some((index) => index.name === name)) continue;
          dropTable(id, name);
          connection.prepare('DELETE FROM indexes WHERE collection = ? AND name = ?').run(id, name);
        }
      });
    },
    open: (collection, id, standing) =>
      indexesOf(declared, collection).map((index) => openOne(collection, id, index, standing)),
  };
};
