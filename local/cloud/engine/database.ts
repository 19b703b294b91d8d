import { openConnection } from '../sqlite/connection';
import type { Document, Value } from '../values/value';
import { aggregate, type Stage } from './aggregate/aggregate';
import { documentKey } from './document-key';
import { find, matching, type Cost, type FindRequest } from './find';
import { requireIndexes, type DeclaredIndexes } from './index/declared';
import { Locks } from './locks';
import { openTables } from './tables';
import { Transactions, type Transaction } from './transactions';
import type { Reader, Writer } from './reader';
import { insert, modify, remove, type Modified, type ModifyRequest } from './write';

/** How often ended transactions are looked for. */
const EXPIRY_INTERVAL_MS = 1000;

export interface RemoveRequest {
  readonly collection: string;
  readonly query: Document;
  readonly multi: boolean;
}

/** The document database of one environment, on one file. */
export interface DocumentDatabase {
  createCollection(name: string): void;
  collections(): string[];
  find(request: FindRequest, transactionId?: string): Document[];
  aggregate(collection: string, stages: readonly Stage[]): Document[];
  /** The index a query uses and how many documents it looks at. */
  explain(request: FindRequest): Cost;
  count(collection: string, query: Document): number;
  insert(collection: string, documents: readonly Document[], transactionId?: string): Promise<Value[]>;
  modify(request: ModifyRequest, transactionId?: string): Promise<Modified>;
  remove(request: RemoveRequest, transactionId?: string): Promise<number>;
  startTransaction(): string;
  commit(transactionId: string): void;
  abort(transactionId: string): void;
  close(): void;
}

export interface DatabaseOptions {
  readonly file: string;
  readonly indexes: DeclaredIndexes;
  readonly now: () => number;
  /** A query that looks at more documents than this fails: tests find what has no index. */
  readonly mostExamined?: number | undefined;
}

export const openDatabase = ({ file, indexes, now, mostExamined }: DatabaseOptions): DocumentDatabase => {
  const connection = openConnection(file);
  requireIndexes(indexes);
  const tables = openTables(connection, indexes);
  const locks = new Locks();
  /** Documents written since the oldest open transaction began; without one nobody asks. */
  const lastWrites = new Map<string, number>();
  let position = 0;
  const transactions = new Transactions(
    () => openConnection(file),
    indexes,
    locks,
    { position: () => position, lastWriteOf: (name) => lastWrites.get(name) ?? 0 },
    now,
  );
  const expiry = setInterval(() => transactions.endExpired(), EXPIRY_INTERVAL_MS);
  expiry.unref();

  const noteWrite = (name: string): void => {
    if (!transactions.isAnyOpen) lastWrites.clear();
    position += 1;
    lastWrites.set(name, position);
  };

  const writer: Writer = {
    get: tables.get,
    scan: (collection) => tables.scan(collection),
    candidates: tables.candidates,
    put: (collection, key, document) => {
      tables.put(collection, key, document);
      noteWrite(`${collection}/${key}`);
    },
    remove: (collection, key) => {
      tables.remove(collection, key);
      noteWrite(`${collection}/${key}`);
    },
  };

  const transactionOf = (id: string): Transaction => {
    transactions.endExpired();
    return transactions.find(id);
  };
  const readerOf = (transactionId: string | undefined): Reader =>
    transactionId === undefined ? tables : transactionOf(transactionId);

  /** A conflict ends the transaction, as the service does. */
  const inTransaction = <T>(id: string, work: (writer: Writer) => T): T => {
    const transaction = transactionOf(id);
    try {
      return work(transaction);
    } catch (error) {
      transactions.end(transaction);
      throw error;
    }
  };

  /** Plain writes wait until no transaction holds what they are going to change. */
  const whenFree = async (keysOf: () => readonly string[]): Promise<void> => {
    while (keysOf().some((name) => locks.holderOf(name) !== undefined)) {
      transactions.endExpired();
      await locks.change();
    }
  };

  const named = (collection: string, query: Document, multi: boolean): string[] =>
    matching(tables, collection, query)
      .slice(0, multi ? undefined : 1)
      .map((document) => `${collection}/${documentKey(document['_id'])}`);

  return {
    createCollection: (name) => {
      tables.create(name);
    },
    collections: () => tables.names(),
    find: (request, transactionId) => find(readerOf(transactionId), request, mostExamined).documents,
    aggregate: (collection, stages) => aggregate(tables, collection, stages),
    explain: (request) => find(tables, request).cost,
    count: (collection, query) => matching(tables, collection, query).length,
    insert: async (collection, documents, transactionId) => {
      const all = (target: Writer) => documents.map((document) => insert(target, collection, document));
      if (transactionId !== undefined) return inTransaction(transactionId, all);
      await whenFree(() =>
        documents
          .filter((document) => document['_id'] !== undefined)
          .map((document) => `${collection}/${documentKey(document['_id'])}`),
      );
      return connection.atomically(() => all(writer));
    },
    modify: async (request, transactionId) => {
      if (transactionId !== undefined)
        return inTransaction(transactionId, (target) => modify(target, request));
      await whenFree(() => named(request.collection, request.query, request.multi));
      return connection.atomically(() => modify(writer, request));
    },
    remove: async (request, transactionId) => {
      const all = (target: Writer) => remove(target, request.collection, request.query, request.multi);
      if (transactionId !== undefined) return inTransaction(transactionId, all);
      await whenFree(() => named(request.collection, request.query, request.multi));
      return connection.atomically(() => all(writer));
    },
    startTransaction: () => transactions.start(),
    commit: (transactionId) => {
      const transaction = transactionOf(transactionId);
      try {
        connection.atomically(() => {
          for (const { collection, key, document } of transaction.changes.values()) {
            if (document) writer.put(collection, key, document);
            else writer.remove(collection, key);
          }
        });
      } finally {
        transactions.end(transaction);
      }
    },
    abort: (transactionId) => {
      transactions.end(transactionOf(transactionId));
    },
    close: () => {
      clearInterval(expiry);
      transactions.endAll();
      connection.close();
    },
  };
};
