import { compileQuery } from '../match/matcher';
import type { Document } from '../values/value';
import { documentKey } from './document-key';
import { compileProjection } from './project-fields';
import type { Reader } from './reader';
import { compileSort } from './sort';

/** The service's bounds on one answer. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

export interface FindRequest {
  readonly collection: string;
  readonly query: Document;
  readonly order?: Document | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly projection?: Document | undefined;
}

const isPlainId = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';

/** Every document that answers the query, in order of insertion; one with its `_id` named is fetched directly. */
export const matching = (reader: Reader, collection: string, query: Document): Document[] => {
  const matches = compileQuery(query);
  const id = query['_id'];
  if (isPlainId(id)) {
    const document = reader.get(collection, documentKey(id));
    return document && matches(document) ? [document] : [];
  }
  const found: Document[] = [];
  for (const document of reader.scan(collection)) if (matches(document)) found.push(document);
  return found;
};

export const find = (reader: Reader, request: FindRequest): Document[] => {
  const found = matching(reader, request.collection, request.query);
  if (request.order) found.sort(compileSort(request.order));
  const skip = request.skip ?? 0;
  const limit = Math.min(request.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const page = found.slice(skip, skip + limit);
  return request.projection ? page.map(compileProjection(request.projection)) : page;
};
