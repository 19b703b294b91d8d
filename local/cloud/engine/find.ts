import { examinedTooMany } from '../gateway/errors';
import { compileQuery } from '../match/matcher';
import { distancesTo, nearOf } from '../match/operators/geo';
import { stringify } from '../values/ejson';
import { entriesOf, isDocument, type Document } from '../values/value';
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

/** What finding cost. */
export interface Cost {
  index: string | null;
  examined: number;
}

const isPlainId = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';

/** A query that names a point gives the nearest first, unless an order is asked for. */
const nearestFirst = (query: Document): ((a: Document, b: Document) => number) | undefined => {
  for (const [field, condition] of entriesOf(query)) {
    const operand = isDocument(condition) ? (condition['$nearSphere'] ?? condition['$near']) : undefined;
    if (operand === undefined) continue;
    const { origin } = nearOf(operand);
    const distance = (document: Document): number => Math.min(...distancesTo(origin, document, field));
    return (a, b) => distance(a) - distance(b);
  }
  return undefined;
};

/**
 * The documents that answer, in the order asked for or of insertion; lazily where an index gives the order.
 * @param mostExamined more documents looked at than this is a fault of the query
 */
function* answering(
  reader: Reader,
  { collection, query, order }: FindRequest,
  cost: Cost,
  mostExamined: number,
): Iterable<Document> {
  const matches = compileQuery(query);
  const id = query['_id'];
  if (isPlainId(id)) {
    const document = reader.get(collection, documentKey(id));
    Object.assign(cost, { index: '_id', examined: document ? 1 : 0 });
    if (document && matches(document)) yield document;
    return;
  }
  const { documents, isSorted, index } = reader.candidates(collection, query, order);
  cost.index = index;
  const check = function* check(): Iterable<Document> {
    for (const document of documents) {
      cost.examined += 1;
      if (cost.examined > mostExamined) throw examinedTooMany(collection, stringify(query), mostExamined);
      if (matches(document)) yield document;
    }
  };
  const nearest = order ? undefined : nearestFirst(query);
  if (nearest) yield* [...check()].sort(nearest);
  else if (!order || isSorted) yield* check();
  else yield* [...check()].sort(compileSort(order));
}

/** Every document that answers the query. */
export const matching = (reader: Reader, collection: string, query: Document): Document[] => [
  ...answering(reader, { collection, query }, { index: null, examined: 0 }, Infinity),
];

export const find = (
  reader: Reader,
  request: FindRequest,
  mostExamined = Infinity,
): { documents: Document[]; cost: Cost } => {
  const cost: Cost = { index: null, examined: 0 };
  const skip = request.skip ?? 0;
  const limit = Math.min(request.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const page: Document[] = [];
  let position = 0;
  if (limit > 0) {
    for (const document of answering(reader, request, cost, mostExamined)) {
      if (position >= skip) page.push(document);
      position += 1;
      if (page.length === limit) break;
    }
  }
  return { documents: request.projection ? page.map(compileProjection(request.projection)) : page, cost };
};
