import type { Connection, Row, Statement } from '../../sqlite/connection';
import type { EngineIndex } from './declared';
import type { IndexKeys } from './key';
import type { Plan, Stretch } from './plan';

const FIRST_PAGE = 32;
const LARGEST_PAGE = 512;

export interface Entry {
  readonly key: Buffer;
  /** Of the document in its table. */
  readonly position: number;
}

/** One index of one collection: its keys in their order beside the document's position. */
export interface IndexTable {
  readonly index: EngineIndex;
  readonly multikey: ReadonlySet<string>;
  add(keys: IndexKeys, position: number): void;
  drop(keys: readonly Buffer[], position: number): void;
  /** Positions of the documents with one of these keys. */
  holdersOf(keys: readonly Buffer[]): number[];
  /** Positions in the plan's order, each once. */
  walk(plan: Plan): Iterable<number>;
  /** The same by a measure of the keys, the least first: no document is read for it. */
  walkBy(plan: Plan, measure: (key: Buffer) => number): Iterable<number>;
}

export const indexTableName = (collectionId: number, name: string): string =>
  `keys_${collectionId}_${Buffer.from(name).toString('hex')}`;

/** The driver gives an ArrayBuffer for a blob, whatever its types say. */
const entryOf = (row: Row): Entry => ({
  key: Buffer.from(row['key'] as unknown as ArrayBuffer),
  position: Number(row['position']),
});

/** Several walks in one order, by what stands behind their prefixes. */
function* merged(
  walks: readonly { entries: Iterator<Entry>; prefixLength: number }[],
  sign: 1 | -1,
): Iterable<Entry> {
  const heads = walks
    .map(({ entries, prefixLength }) => ({ entries, prefixLength, head: entries.next() }))
    .filter(({ head }) => !head.done);
  while (heads.length > 0) {
    let best = heads[0] as (typeof heads)[number];
    for (const other of heads) {
      const a = (other.head.value as Entry).key.subarray(other.prefixLength);
      const b = (best.head.value as Entry).key.subarray(best.prefixLength);
      if (sign * Buffer.compare(a, b) < 0) best = other;
    }
    yield best.head.value as Entry;
    best.head = best.entries.next();
    if (best.head.done) heads.splice(heads.indexOf(best), 1);
  }
}

export const openIndexTable = (
  connection: Connection,
  collectionId: number,
  index: EngineIndex,
  multikey: Set<string>,
  onMultikey: (path: string) => void,
): IndexTable => {
  const table = indexTableName(collectionId, index.name);
  const insert = connection.prepare(`INSERT INTO ${table} (key, position) VALUES (?, ?)`);
  const remove = connection.prepare(`DELETE FROM ${table} WHERE key = ? AND position = ?`);
  const same = connection.prepare(`SELECT position FROM ${table} WHERE key = ? LIMIT 2`);
  /** Pages, not an open cursor: whoever stops reading leaves nothing open behind. */
  const page = (order: 'ASC' | 'DESC', sign: '>' | '<', upper: '<' | '<='): Statement =>
    connection.prepare(
      `SELECT key, position FROM ${table} WHERE key >= ? AND key ${upper} ? AND (key, position) ${sign} (?, ?) ORDER BY key ${order}, position ${order} LIMIT ?`,
    );
  const forward = page('ASC', '>', '<');
  const backward = page('DESC', '<', '<=');

  function* walkStretch({ from, to }: Stretch, isBackward: boolean): Generator<Entry> {
    let last: Entry = isBackward ? { key: to, position: 0 } : { key: from, position: -1 };
    for (let size = FIRST_PAGE; ; size = Math.min(size * 2, LARGEST_PAGE)) {
      const rows = isBackward
        ? backward.all(from, last.key, last.key, last.position, size)
        : forward.all(last.key, to, last.key, last.position, size);
      for (const row of rows) {
        last = entryOf(row);
        yield last;
      }
      if (rows.length < size) return;
    }
  }

  return {
    index,
    multikey,
    add: ({ keys, multikeyPaths }, position) => {
      for (const path of multikeyPaths) if (!multikey.has(path)) onMultikey(path);
      for (const key of keys) insert.run(key, position);
    },
    drop: (keys, position) => {
      for (const key of keys) remove.run(key, position);
    },
    holdersOf: (keys) => keys.flatMap((key) => same.all(key).map((row) => Number(row['position']))),
    *walk({ stretches, isBackward, isSorted }) {
      const seen = stretches.length > 1 || multikey.size > 0 ? new Set<number>() : undefined;
      const walks = stretches.map((stretch) => ({
        prefixLength: stretch.prefixLength,
        entries: () => walkStretch(stretch, isBackward),
      }));
      const entries =
        isSorted && walks.length > 1
          ? merged(
              walks.map(({ prefixLength, entries: open }) => ({ prefixLength, entries: open() })),
              isBackward ? -1 : 1,
            )
          : (function* inTurn(): Iterable<Entry> {
              for (const { entries: open } of walks) yield* { [Symbol.iterator]: open };
            })();
      for (const { position } of entries) {
        if (seen?.has(position)) continue;
        seen?.add(position);
        yield position;
      }
    },
    walkBy: ({ stretches }, measure) => {
      const measured = stretches
        .flatMap((stretch) => [...walkStretch(stretch, false)])
        .map(({ key, position }) => ({ position, measure: measure(key) }))
        .sort((a, b) => a.measure - b.measure || a.position - b.position);
      return new Set(measured.map(({ position }) => position));
    },
  };
};
