import { randomUUID } from 'node:crypto';
import { transactionConflict, transactionMissing } from '../gateway/errors';
import type { Connection } from '../sqlite/connection';
import type { Document } from '../values/value';
import { documentKey } from './document-key';
import type { Locks } from './locks';
import type { DeclaredIndexes } from './index/declared';
import type { Candidates, Reader, Writer } from './reader';
import { openTables } from './tables';

/** The service ends a transaction that has not been committed by then. */
export const TRANSACTION_LIFE_MS = 30_000;

/** Where plain writes and commits meet: who wrote what when, since the oldest open transaction began. */
export interface WriteLog {
  /** Grows with every write. */
  readonly position: () => number;
  readonly lastWriteOf: (name: string) => number;
}

interface Snapshot {
  readonly reader: Reader;
  readonly position: number;
  readonly close: () => void;
}

type Change = Document | null;

/** One open transaction: reads a lazy snapshot, keeps its own changes aside, holds the documents it wrote. */
class Transaction implements Writer {
  readonly changes = new Map<string, { collection: string; key: string; document: Change }>();
  private snapshot: Snapshot | undefined;
  readonly id = randomUUID();
  readonly endsAt: number;
  private readonly openSnapshot: () => Snapshot;
  private readonly locks: Locks;
  private readonly log: WriteLog;

  constructor(openSnapshot: () => Snapshot, locks: Locks, log: WriteLog, endsAt: number) {
    this.openSnapshot = openSnapshot;
    this.locks = locks;
    this.log = log;
    this.endsAt = endsAt;
  }

  private seen(): Snapshot {
    this.snapshot ??= this.openSnapshot();
    return this.snapshot;
  }

  get(collection: string, key: string): Document | undefined {
    const change = this.changes.get(`${collection}/${key}`);
    if (change) return change.document ?? undefined;
    return this.seen().reader.get(collection, key);
  }

  *scan(collection: string): Iterable<Document> {
    const pending = new Map([...this.changes].filter(([, change]) => change.collection === collection));
    for (const document of this.seen().reader.scan(collection)) {
      const name = `${collection}/${documentKey(document['_id'])}`;
      const change = pending.get(name);
      pending.delete(name);
      if (!change) yield document;
      else if (change.document) yield change.document;
    }
    for (const { document } of pending.values()) if (document) yield document;
  }

  /** Queries do not carry the transaction's id, so what runs here is rare and reads everything. */
  candidates(collection: string): Candidates {
    return { documents: this.scan(collection), isSorted: false, index: null };
  }

  put(collection: string, key: string, document: Document): void {
    this.change(collection, key, document);
  }

  remove(collection: string, key: string): void {
    this.change(collection, key, null);
  }

  private change(collection: string, key: string, document: Change): void {
    const name = `${collection}/${key}`;
    const holder = this.locks.holderOf(name);
    const isTaken = holder !== undefined && holder !== this.id;
    if (isTaken || this.log.lastWriteOf(name) > this.seen().position) throw transactionConflict();
    this.locks.take(name, this.id);
    this.changes.set(name, { collection, key, document });
  }

  close(): void {
    this.snapshot?.close();
    this.snapshot = undefined;
  }
}

export type { Transaction };

/** The open transactions of the environment. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly openConnection: () => Connection;
  private readonly locks: Locks;
  private readonly log: WriteLog;
  private readonly now: () => number;
  private readonly declared: DeclaredIndexes;

  constructor(
    openConnection: () => Connection,
    declared: DeclaredIndexes,
    locks: Locks,
    log: WriteLog,
    now: () => number,
  ) {
    this.declared = declared;
    this.openConnection = openConnection;
    this.locks = locks;
    this.log = log;
    this.now = now;
  }

  get isAnyOpen(): boolean {
    return this.open.size > 0;
  }

  start(): string {
    const transaction = new Transaction(
      () => this.snapshot(),
      this.locks,
      this.log,
      this.now() + TRANSACTION_LIFE_MS,
    );
    this.open.set(transaction.id, transaction);
    return transaction.id;
  }

  /** @throws WireError DATABASE_TRANSACTION_FAIL when it has ended */
  find(id: string): Transaction {
    const transaction = this.open.get(id);
    if (!transaction) throw transactionMissing();
    return transaction;
  }

  end(transaction: Transaction): void {
    transaction.close();
    this.open.delete(transaction.id);
    this.locks.releaseAll(transaction.id);
  }

  endExpired(): void {
    for (const transaction of this.open.values()) if (transaction.endsAt <= this.now()) this.end(transaction);
  }

  endAll(): void {
    for (const transaction of this.open.values()) this.end(transaction);
  }

  /** A second connection with BEGIN sees one state while the first goes on writing. */
  private snapshot(): Snapshot {
    const connection = this.openConnection();
    const reader = openTables(connection, this.declared, true);
    connection.execute('BEGIN');
    // BEGIN alone takes no snapshot; the first read does.
    reader.names();
    return { reader, position: this.log.position(), close: () => connection.close() };
  }
}
