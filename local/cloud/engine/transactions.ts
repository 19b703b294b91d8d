import { transactionMissing } from '../gateway/errors';
import type { Connection } from '../sqlite/connection';
import type { Locks } from './locks';
import { openTables, type TablesOptions } from './tables';
import { Transaction, type Snapshot, type WriteLog } from './transaction';

/** The service ends a transaction that has not been committed by then. */
export const TRANSACTION_LIFE_MS = 30_000;

/** The open transactions of the environment. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();

  constructor(
    private readonly openConnection: () => Connection,
    private readonly options: TablesOptions,
    private readonly locks: Locks,
    private readonly log: WriteLog,
    private readonly now: () => number,
  ) {}

  get isAnyOpen(): boolean {
    return this.open.size > 0;
  }

  start(): string {
    const transaction = new Transaction(
      () => this.snapshot(),
      this.locks,
      this.log,
      this.now() + TRANSACTION_LIFE_MS,
      this.options.mostExamined,
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
    const tables = openTables(connection, { ...this.options, isSnapshot: true });
    connection.execute('BEGIN');
    // BEGIN alone takes no snapshot; the first read does.
    tables.names();
    return { tables, position: this.log.position(), close: () => connection.close() };
  }
}
