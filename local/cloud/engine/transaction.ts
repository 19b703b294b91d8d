import { randomUUID } from 'node:crypto';
import { transactionConflict } from '../gateway/errors';
import type { Document } from '../values/value';
import { documentKey } from './document-key';
import type { Locks } from './locks';
import type { Candidates, Change, Writer } from './reader';
import { compileSort } from './sort';
import type { Tables } from './tables';

/** Where plain writes and commits meet: who wrote what when, since the oldest open transaction began. */
export interface WriteLog {
  /** Grows with every write. */
  readonly position: () => number;
  readonly lastWriteOf: (name: string) => number;
}

export interface Snapshot {
  readonly tables: Tables;
  readonly position: number;
  readonly close: () => void;
}

/** Two sequences in one order, which both have. */
function* merged(
  first: Iterable<Document>,
  second: readonly Document[],
  compare: (a: Document, b: Document) => number,
): Iterable<Document> {
  let taken = 0;
  for (const document of first) {
    for (let next = second[taken]; next && compare(next, document) < 0; next = second[taken]) {
      yield next;
      taken += 1;
    }
    yield document;
  }
  yield* second.slice(taken);
}

/** One open transaction: reads a lazy snapshot, keeps its own changes aside, holds the documents it wrote. */
export class Transaction implements Writer {
  readonly id = randomUUID();
  private readonly changed = new Map<string, Change>();
  /** Unique keys of the changed documents, and the name of the document that has each. */
  private readonly uniqueKeys = new Map<string, string>();
  private snapshot: Snapshot | undefined;

  constructor(
    private readonly openSnapshot: () => Snapshot,
    private readonly locks: Locks,
    private readonly log: WriteLog,
    readonly endsAt: number,
    readonly mostExamined: number,
  ) {}

  get changes(): readonly Change[] {
    return [...this.changed.values()];
  }

  private seen(): Snapshot {
    this.snapshot ??= this.openSnapshot();
    return this.snapshot;
  }

  get(collection: string, key: string): Document | undefined {
    const change = this.changed.get(`${collection}/${key}`);
    if (change) return change.document ?? undefined;
    return this.seen().tables.get(collection, key);
  }

  /** The snapshot's, by its index, with what was changed since in its place. */
  candidates(collection: string, query: Document, order: Document | undefined): Candidates {
    const { documents, isSorted, index } = this.seen().tables.candidates(collection, query, order);
    const changed = this.changed;
    const unchanged = function* unchanged(): Iterable<Document> {
      for (const document of documents) {
        if (!changed.has(`${collection}/${documentKey(document['_id'])}`)) yield document;
      }
    };
    const mine = [...changed.values()]
      .filter((change) => change.collection === collection)
      .flatMap(({ document }) => (document ? [document] : []));
    if (!order || !isSorted) {
      const all = function* all(): Iterable<Document> {
        yield* unchanged();
        yield* mine;
      };
      return { documents: all(), isSorted: false, isNearestFirst: false, index };
    }
    const compare = compileSort(order);
    return {
      documents: merged(unchanged(), mine.sort(compare), compare),
      isSorted,
      isNearestFirst: false,
      index,
    };
  }

  /** @throws WireError E11000 against the snapshot with the transaction's own changes */
  put(collection: string, key: string, document: Document): void {
    this.take(collection, key);
    const name = `${collection}/${key}`;
    const keys = this.seen().tables.uniqueKeysOf(collection, document);
    for (const { name: unique, holder, refusal } of keys) {
      const mine = this.uniqueKeys.get(unique);
      const standing = holder === undefined ? undefined : `${collection}/${holder}`;
      const isStanding = standing !== undefined && standing !== name && !this.changed.has(standing);
      if (isStanding || (mine !== undefined && mine !== name)) throw refusal();
    }
    this.change({ collection, key, document });
    for (const { name: unique } of keys) this.uniqueKeys.set(unique, name);
  }

  remove(collection: string, key: string): void {
    this.take(collection, key);
    this.change({ collection, key, document: null });
  }

  /** @throws WireError DATABASE_TRANSACTION_CONFLICT */
  private take(collection: string, key: string): void {
    const name = `${collection}/${key}`;
    const holder = this.locks.holderOf(name);
    const isTaken = holder !== undefined && holder !== this.id;
    if (isTaken || this.log.lastWriteOf(name) > this.seen().position) throw transactionConflict();
    this.locks.take(name, this.id);
  }

  private change(change: Change): void {
    const name = `${change.collection}/${change.key}`;
    for (const [unique, owner] of this.uniqueKeys) if (owner === name) this.uniqueKeys.delete(unique);
    this.changed.set(name, change);
  }

  close(): void {
    this.snapshot?.close();
    this.snapshot = undefined;
  }
}
