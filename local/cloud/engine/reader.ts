import type { Document } from '../values/value';

/** Documents among which every answer to a query is; each is still to be checked. */
export interface Candidates {
  readonly documents: Iterable<Document>;
  /** Whether they come in the order asked for. */
  readonly isSorted: boolean;
  /** Whether they come nearest first to the point the query names, up to PLACE_ERROR_M. */
  readonly isNearestFirst: boolean;
  /** The index they come from; null for all documents in order of insertion. */
  readonly index: string | null;
}

/** One state of the documents, seen plainly or from within a transaction. */
export interface Reader {
  /** One request that looks at more documents than this fails. */
  readonly mostExamined: number;
  /** @throws WireError DATABASE_COLLECTION_NOT_EXIST */
  get(collection: string, key: string): Document | undefined;
  candidates(collection: string, query: Document, order: Document | undefined): Candidates;
}

/** What becomes of one document; null when it is gone. */
export interface Change {
  readonly collection: string;
  readonly key: string;
  readonly document: Document | null;
}

/** A state that takes changes; nothing is kept until whoever owns it commits. */
export interface Writer extends Reader {
  /** @throws WireError E11000 when another document has its place in a unique index */
  put(collection: string, key: string, document: Document): void;
  remove(collection: string, key: string): void;
}
