import { randomInt } from 'node:crypto';
import { runStage, type Variables } from '../../expressions';
import { badRequest } from '../../gateway/errors';
import { compileQuery } from '../../match/matcher';
import { distancesTo, pointOf } from '../../match/operators/geo';
import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../../values/value';
import { matching } from '../find';
import type { Reader } from '../reader';
import { compileSort } from '../sort';
import { bucket } from './bucket';
import { lookup } from './lookup';

export interface Stage {
  readonly key: string;
  readonly value: Value;
}

interface Surroundings {
  readonly reader: Reader;
  readonly variables: Variables;
}

type StageRunner = (documents: Document[], value: Value, around: Surroundings) => Document[];

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

const idFirst = (document: Document): Document => {
  const copy = emptyDocument();
  const id = document['_id'];
  if (id !== undefined) copy['_id'] = id;
  for (const [name, child] of entriesOf(document)) copy[name] = child;
  return copy;
};

const stageOf = (each: Value): Stage => {
  const [entry, ...others] = isDocument(each) ? entriesOf(each) : [];
  if (!entry || others.length > 0) throw badRequest('a stage of a pipeline has exactly one field');
  return { key: entry[0], value: entry[1] };
};

const inner = (documents: Document[], stages: Value, around: Surroundings): Document[] => {
  if (!Array.isArray(stages)) throw badRequest('a pipeline is a list of stages');
  return runStages(documents, stages.map(stageOf), around);
};

/** Stages in which mingo 7 differs from MongoDB, or that an index helps. */
const OWN: Readonly<Record<string, StageRunner>> = {
  $match: (documents, value, { variables }) =>
    documents.filter(compileQuery(requireDocument(value, '$match'), variables)),
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
  $bucket: (documents, value, { variables }) =>
    bucket(documents, value, (each, key, stage) => runStage(key, stage, each, variables)),
  $facet: (documents, value, around) => {
    const facets = emptyDocument();
    for (const [name, stages] of entriesOf(requireDocument(value, '$facet'))) {
      facets[name] = inner(documents, stages, around);
    }
    return [facets];
  },
  $lookup: (documents, value, { reader, variables }) => {
    const join = requireDocument(value, '$lookup');
    const foreign = typeof join['from'] === 'string' ? [...reader.scan(join['from'])] : undefined;
    if (!foreign) throw badRequest('$lookup needs from');
    return lookup(documents, join, foreign, (joined, stages, bound) =>
      inner(joined, stages, { reader, variables: { ...variables, ...bound } }),
    );
  },
  // Each document once; mingo draws the same one again.
  $sample: (documents, value) => {
    const left = [...documents];
    const size = Math.min(
      requireCount(requireDocument(value, '$sample')['size'] ?? null, '$sample'),
      left.length,
    );
    return Array.from({ length: size }, () => left.splice(randomInt(left.length), 1)).flat();
  },
  $project: (documents, value, { variables }) =>
    runStage('$project', value, documents, variables).map(idFirst),
};

const runStages = (documents: Document[], stages: readonly Stage[], around: Surroundings): Document[] =>
  stages.reduce((found, { key, value }) => {
    const own = Object.hasOwn(OWN, key) ? OWN[key] : undefined;
    return own ? own(found, value, around) : runStage(key, value, found, around.variables);
  }, documents);

/** Runs the stages one after the other; a $match at the beginning is answered by an index where one helps. */
export const aggregate = (reader: Reader, collection: string, stages: readonly Stage[]): Document[] => {
  const [first, ...others] = stages;
  const isMatched = first?.key === '$match';
  const query = isMatched ? requireDocument(first.value, '$match') : emptyDocument();
  return runStages(matching(reader, collection, query), isMatched ? others : stages, {
    reader,
    variables: {},
  });
};
