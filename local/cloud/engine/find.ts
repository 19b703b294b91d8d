import type { Variables } from '../expressions';
import { examinedTooMany } from '../gateway/errors';
import { compileQuery } from '../match/matcher';
import { nearestPlace, nearIn } from '../match/operators/geo';
import { stringify } from '../values/ejson';
import type { Document } from '../values/value';
import { documentKey } from './document-key';
import { PLACE_ERROR_M } from './index/cells';
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

const isPlainId = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';

/** How far a document is from the point that the query names, if it names one; Infinity for one without a place. */
const distanceIn = (query: Document): ((document: Document) => number) | undefined => {
  const near = nearIn(query);
  return near && ((document) => nearestPlace(near.origin, document, near.path)?.distance ?? Infinity);
};

/**
 * The first `most` by distance of documents that come nearest first as exactly as the index tells: no further one is
 * taken than it needs to be sure.
 */
const nearest = (
  documents: Iterable<Document>,
  distanceOf: (document: Document) => number,
  most: number,
): Document[] => {
  const found: { document: Document; distance: number }[] = [];
  let furthestWanted = 0;
  for (const document of documents) {
    const distance = distanceOf(document);
    if (found.length < most) furthestWanted = Math.max(furthestWanted, distance);
    else if (distance > furthestWanted + PLACE_ERROR_M) break;
    found.push({ document, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ document }) => document);
};

interface Answers {
  readonly documents: Iterable<Document>;
  readonly isSorted: boolean;
  readonly isNearestFirst: boolean;
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
  const id = query['_id'];
  if (isPlainId(id)) {
    const document = reader.get(collection, documentKey(id));
    return {
      documents: check(document ? [document] : []),
      isSorted: true,
      isNearestFirst: false,
      index: '_id_',
    };
  }
  const { documents, isSorted, isNearestFirst, index } = reader.candidates(collection, query, order);
  return { documents: check(documents), isSorted, isNearestFirst, index };
};

/** The documents that answer, in the order asked for, of nearness, or of insertion; lazily where an index gives the order. */
export function* answering(reader: Reader, question: Question, cost = noCost()): Iterable<Document> {
  const { query, order, most = Infinity } = question;
  const { documents, isSorted, isNearestFirst, index } = answers(reader, question, cost);
  cost.index ??= index;
  const distanceOf = order ? undefined : distanceIn(query);
  if (distanceOf && isNearestFirst) yield* nearest(documents, distanceOf, most);
  else if (distanceOf) yield* firstInOrder(documents, (a, b) => distanceOf(a) - distanceOf(b), most);
  else if (!order || isSorted) yield* documents;
  else yield* firstInOrder(documents, compileSort(order), most);
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
  const { index } = reader.candidates(collection, query, undefined);
  const mostExamined = index === null ? reader.mostExamined : Infinity;
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
