import { isDuplicateKey, transactionConflict } from '../gateway/errors';
import { openConnection, type Connection } from '../sqlite/connection';
import type { Document, Value } from '../values/value';
import { aggregate, type Stage } from './aggregate/aggregate';
import { documentKey } from './document-key';
import { count, find, matching, noCost, type Cost, type FindRequest } from './find';
import { requireIndexes, type DeclaredIndexes } from './index/declared';
import { Locks } from './locks';
import { openTables, type Tables, type TablesOptions } from './tables';
import type { Transaction } from './transaction';
import { Transactions } from './transactions';
import type { Change, Reader, Writer } from './reader';
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

/** A question that was answered, and what that cost. */
export interface Answered extends Cost {
  readonly collection: string;
  /** Documents that went out, or that were counted. */
  readonly returned: number;
}

export interface DatabaseOptions {
  readonly file: string;
  readonly indexes: DeclaredIndexes;
  readonly now: () => number;
  /** A query that looks at more documents than this fails: tests find what has no index. */
  readonly mostExamined?: number | undefined;
  /** Told of every find and count. */
  readonly onAnswered?: ((answered: Answered) => void) | undefined;
}

/** A file that cannot be used is let go of. */
const opened = (connection: Connection, options: TablesOptions): Tables => {
  try {
    return openTables(connection, options);
  } catch (error) {
    connection.close();
    throw error;
  }
};

export const openDatabase = ({
  file,
  indexes,
  now,
  mostExamined,
  onAnswered,
}: DatabaseOptions): DocumentDatabase => {
  requireIndexes(indexes);
  const connection = openConnection(file);
  const options = { declared: indexes, mostExamined: mostExamined ?? Infinity };
  const tables = opened(connection, options);
  const locks = new Locks();
  /** Documents written since the oldest open transaction began; without one nobody asks. */
  const lastWrites = new Map<string, number>();
  let position = 0;
  const transactions = new Transactions(
    () => openConnection(file),
    options,
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

  const apply = (changes: readonly Change[]): void => {
    tables.apply(changes);
    for (const { collection, key } of changes) noteWrite(`${collection}/${key}`);
  };
  const writer: Writer = {
    mostExamined: tables.mostExamined,
    get: tables.get,
    candidates: tables.candidates,
    put: (collection, key, document) => apply([{ collection, key, document }]),
    remove: (collection, key) => apply([{ collection, key, document: null }]),
  };

  /** All of the work is kept or nothing, in the file and in memory. */
  const atomically = <T>(work: () => T): T => {
    try {
      return connection.atomically(work);
    } catch (error) {
      tables.forget();
      throw error;
    }
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
    matching(tables, collection, query, multi ? Infinity : 1).map(
      (document) => `${collection}/${documentKey(document['_id'])}`,
    );

  return {
    createCollection: (name) => {
      tables.create(name);
    },
    collections: () => tables.names(),
    find: (request, transactionId) => {
      const { documents, cost } = find(readerOf(transactionId), request);
      onAnswered?.({ collection: request.collection, returned: documents.length, ...cost });
      return documents;
    },
    aggregate: (collection, stages) => aggregate(tables, collection, stages),
    explain: (request) => find({ ...tables, mostExamined: Infinity }, request).cost,
    count: (collection, query) => {
      if (Object.keys(query).length === 0) return tables.size(collection);
      const cost = noCost();
      const total = count(tables, collection, query, cost);
      onAnswered?.({ collection, returned: total, ...cost });
      return total;
    },
    insert: async (collection, documents, transactionId) => {
      const all = (target: Writer) => documents.map((document) => insert(target, collection, document));
      if (transactionId !== undefined) return inTransaction(transactionId, all);
      await whenFree(() =>
        documents
          .filter((document) => document['_id'] !== undefined)
          .map((document) => `${collection}/${documentKey(document['_id'])}`),
      );
      return atomically(() => all(writer));
    },
    modify: async (request, transactionId) => {
      if (transactionId !== undefined)
        return inTransaction(transactionId, (target) => modify(target, request));
      await whenFree(() => named(request.collection, request.query, request.multi));
      return atomically(() => modify(writer, request));
    },
    remove: async (request, transactionId) => {
      const all = (target: Writer) => remove(target, request.collection, request.query, request.multi);
      if (transactionId !== undefined) return inTransaction(transactionId, all);
      await whenFree(() => named(request.collection, request.query, request.multi));
      return atomically(() => all(writer));
    },
    startTransaction: () => transactions.start(),
    commit: (transactionId) => {
      const transaction = transactionOf(transactionId);
      try {
        atomically(() => apply(transaction.changes));
      } catch (error) {
        // Unique keys were free when they were written: somebody took one since.
        throw isDuplicateKey(error) ? transactionConflict() : error;
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
