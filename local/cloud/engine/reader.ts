import type { Document } from '../values/value';

/** One state of the documents, seen plainly or from within a transaction. */
export interface Reader {
  /** @throws WireError DATABASE_COLLECTION_NOT_EXIST */
  get(collection: string, key: string): Document | undefined;
  /** In order of insertion. @throws WireError DATABASE_COLLECTION_NOT_EXIST */
  scan(collection: string): Iterable<Document>;
}

/** A state that takes changes; nothing is kept until whoever owns it commits. */
export interface Writer extends Reader {
  put(collection: string, key: string, document: Document): void;
  remove(collection: string, key: string): void;
}
