import { aggregate as runMingo } from 'mingo';
import { badRequest, requestFailed } from '../../gateway/errors';
import { compileQuery } from '../../match/matcher';
import { distancesTo, pointOf } from '../../match/operators/geo';
import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../../values/value';
import { matching } from '../find';
import type { Reader } from '../reader';
import { compileSort } from '../sort';
import { bucket } from './bucket';
import { documentFrom, toPlain, type Plain } from './plain';

export interface Stage {
  readonly key: string;
  readonly value: Value;
}

type StageRunner = (documents: Document[], value: Value, reader: Reader) => Document[];

const requireDocument = (value: Value, key: string): Document => {
  if (!isDocument(value)) throw badRequest(`${key} needs an object`);
  return value;
};

const requireCount = (value: Value, key: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw badRequest(`${key} needs a count`);
  return value;
};

const withField = (document: Document, path: string, value: Value): Document => {
  const [key, ...rest] = path.split('.');
  const copy = emptyDocument();
  for (const [name, child] of entriesOf(document)) copy[name] = child;
  if (key === undefined) return copy;
  const inner = copy[key];
  copy[key] =
    rest.length === 0 ? value : withField(isDocument(inner) ? inner : emptyDocument(), rest.join('.'), value);
  return copy;
};

/** Nearest first, with the distance in metres times the multiplier where `distanceField` says. */
const geoNear: StageRunner = (documents, value) => {
  const options = requireDocument(value, '$geoNear');
  const { near, distanceField, key, query, maxDistance, minDistance, distanceMultiplier, limit } = options;
  const origin = near === undefined ? undefined : pointOf(near);
  if (!origin || typeof distanceField !== 'string') throw badRequest('$geoNear needs near and distanceField');
  const path = typeof key === 'string' ? key : 'location';
  const matches = compileQuery(isDocument(query) ? query : emptyDocument());
  const found = documents.filter(matches).flatMap((document) => {
    const distance = Math.min(...distancesTo(origin, document, path));
    if (distance === Infinity) return [];
    if (typeof maxDistance === 'number' && distance > maxDistance) return [];
    if (typeof minDistance === 'number' && distance < minDistance) return [];
    return [{ document, distance }];
  });
  const factor = typeof distanceMultiplier === 'number' ? distanceMultiplier : 1;
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, typeof limit === 'number' ? limit : 100)
    .map(({ document, distance }) => withField(document, distanceField, distance * factor));
};

/** Stages in which mingo 7 differs from MongoDB, or that an index helps. */
const OWN: Readonly<Record<string, StageRunner>> = {
  $match: (documents, value) => documents.filter(compileQuery(requireDocument(value, '$match'))),
  $sort: (documents, value) => [...documents].sort(compileSort(requireDocument(value, '$sort'))),
  $skip: (documents, value) => documents.slice(requireCount(value, '$skip')),
  $limit: (documents, value) => documents.slice(0, requireCount(value, '$limit')),
  $count: (documents, value) => {
    if (typeof value !== 'string' || value === '') throw badRequest('$count needs a name');
    // Of nothing MongoDB counts nothing: no document, not a zero.
    if (documents.length === 0) return [];
    const counted = emptyDocument();
    counted[value] = documents.length;
    return [counted];
  },
  $geoNear: geoNear,
  $bucket: (documents, value, reader) =>
    bucket(documents, value, (each, key, inner) => byMingo(each, { key, value: inner }, reader)),
};

const byMingo = (documents: Document[], { key, value }: Stage, reader: Reader): Document[] => {
  try {
    const answer = runMingo(
      documents.map((document) => toPlain(document) as Plain),
      [{ [key]: toPlain(value) }],
      {
        collectionResolver: (name: string) =>
          [...reader.scan(name)].map((document) => toPlain(document) as Plain),
      },
    );
    return answer.map(documentFrom);
  } catch (error) {
    throw error instanceof Error && error.name !== 'WireError' ? requestFailed(error.message) : error;
  }
};

/** Runs the stages one after the other; a $match at the beginning is answered by an index where one helps. */
export const aggregate = (reader: Reader, collection: string, stages: readonly Stage[]): Document[] => {
  const [first, ...others] = stages;
  const isMatched = first?.key === '$match';
  const query = isMatched ? requireDocument(first.value, '$match') : emptyDocument();
  let documents = matching(reader, collection, query);
  for (const stage of isMatched ? others : stages) {
    const own = Object.hasOwn(OWN, stage.key) ? OWN[stage.key] : undefined;
    documents = own ? own(documents, stage.value, reader) : byMingo(documents, stage, reader);
  }
  return documents;
};
