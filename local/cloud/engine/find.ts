import type { Variables } from '../expressions';
import { examinedTooMany } from '../gateway/errors';
import { compileQuery } from '../match/matcher';
import { nearestPlace, nearOf } from '../match/operators/geo';
import { compareValues } from '../values/compare';
import { stringify } from '../values/ejson';
import { entriesOf, isDocument, type Document } from '../values/value';
import { documentKey } from './document-key';
import { compileProjection } from './project-fields';
import type { Reader } from './reader';
import { compileSort, firstInOrder } from './sort';

/** The service's bounds on one answer. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

export interface Question {
  readonly collection: string;
  readonly query: Document;
  readonly order?: Document | undefined;
  /** Documents behind this many in the order are not wanted. */
  readonly most?: number | undefined;
  /** What `$$name` stands for in an `$expr`. */
  readonly variables?: Variables | undefined;
}

export interface FindRequest extends Omit<Question, 'most' | 'variables'> {
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly projection?: Document | undefined;
}

/** What finding cost, over everything that one request looks at. */
export interface Cost {
  index: string | null;
  examined: number;
}

export const noCost = (): Cost => ({ index: null, examined: 0 });

type PlainId = string | number;
const isPlainId = (id: unknown): id is PlainId => typeof id === 'string' || typeof id === 'number';

/** The ids a query names, by themselves or among others: every collection has an index of them. */
const idsNamed = (query: Document): readonly PlainId[] | undefined => {
  for (const [field, condition] of entriesOf(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      const ids = condition.filter(isDocument).map(idsNamed).find(Boolean);
      if (ids) return ids;
    }
    if (field !== '_id') continue;
    if (isPlainId(condition)) return [condition];
    const list = isDocument(condition) ? condition['$in'] : undefined;
    if (Array.isArray(list) && list.every(isPlainId)) return [...new Set(list)].sort(compareValues);
  }
  return undefined;
};

/** A query that names a point, by itself or among others, gives the nearest first, unless an order is asked for. */
const nearestFirst = (query: Document): ((a: Document, b: Document) => number) | undefined => {
  for (const [field, condition] of entriesOf(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      const order = condition.filter(isDocument).map(nearestFirst).find(Boolean);
      if (order) return order;
    }
    const operand = isDocument(condition) ? (condition['$nearSphere'] ?? condition['$near']) : undefined;
    if (operand === undefined) continue;
    const { origin } = nearOf(operand);
    const distance = (document: Document): number =>
      nearestPlace(origin, document, field)?.distance ?? Infinity;
    return (a, b) => distance(a) - distance(b);
  }
  return undefined;
};

interface Answers {
  readonly documents: Iterable<Document>;
  readonly isSorted: boolean;
  /** The index they are looked for in; null for none. */
  readonly index: string | null;
}

/**
 * The documents that answer, lazily, in whatever order they come.
 * @param cost grows while they are taken; @throws WireError when it passes the reader's bound
 */
const answers = (
  reader: Reader,
  question: Question,
  cost: Cost,
  mostExamined = reader.mostExamined,
): Answers => {
  const { collection, query, order } = question;
  const matches = compileQuery(query, question.variables);
  const check = function* check(documents: Iterable<Document>): Iterable<Document> {
    for (const document of documents) {
      cost.examined += 1;
      if (cost.examined > mostExamined) throw examinedTooMany(collection, stringify(query), mostExamined);
      if (matches(document)) yield document;
    }
  };
  const ids = idsNamed(query);
  if (ids) {
    const named = ids
      .map((id) => reader.get(collection, documentKey(id)))
      .filter((document) => document !== undefined);
    return { documents: check(named), isSorted: named.length < 2, index: '_id_' };
  }
  const { documents, isSorted, index } = reader.candidates(collection, query, order);
  return { documents: check(documents), isSorted, index };
};

/** The documents that answer, in the order asked for, of nearness, or of insertion; lazily where an index gives the order. */
export function* answering(reader: Reader, question: Question, cost = noCost()): Iterable<Document> {
  const { query, order, most = Infinity } = question;
  const { documents, isSorted, index } = answers(reader, question, cost);
  cost.index ??= index;
  const compare = order ? compileSort(order) : nearestFirst(query);
  if (!compare || (order && isSorted)) yield* documents;
  else yield* firstInOrder(documents, compare, most);
}

/** The documents that answer, lazily, in whatever order they come. */
export const unordered = (reader: Reader, question: Question, cost: Cost): Iterable<Document> =>
  answers(reader, question, cost).documents;

/** The documents that answer the query, as many as are wanted. */
export const matching = (
  reader: Reader,
  collection: string,
  query: Document,
  most = Infinity,
): Document[] => {
  const found: Document[] = [];
  for (const document of answers(reader, { collection, query }, noCost()).documents) {
    found.push(document);
    if (found.length >= most) break;
  }
  return found;
};

/**
 * How many documents answer; none of them is kept. What an index narrows may be counted however much it is; without
 * one the bound holds.
 */
export const count = (reader: Reader, collection: string, query: Document, cost = noCost()): number => {
  const isNarrowed = idsNamed(query) || reader.candidates(collection, query, undefined).index !== null;
  const mostExamined = isNarrowed ? Infinity : reader.mostExamined;
  let total = 0;
  const found = answers(reader, { collection, query }, cost, mostExamined).documents;
  for (const iterator = found[Symbol.iterator](); !iterator.next().done; ) total += 1;
  return total;
};

/** @throws WireError for a query that looks at more documents than the reader allows */
export const find = (reader: Reader, request: FindRequest): { documents: Document[]; cost: Cost } => {
  const cost = noCost();
  const skip = request.skip ?? 0;
  const limit = Math.min(request.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const page: Document[] = [];
  let position = 0;
  if (limit > 0) {
    for (const document of answering(reader, { ...request, most: skip + limit }, cost)) {
      if (position >= skip) page.push(document);
      position += 1;
      if (page.length === limit) break;
    }
  }
  return { documents: request.projection ? page.map(compileProjection(request.projection)) : page, cost };
};
