import { badRequest } from '../../gateway/errors';
import type { Variables } from '../../expressions';
import { entriesOf, isDocument, type Document, type Value } from '../../values/value';
import type { Cost } from '../find';
import type { Reader } from '../reader';

export interface Stage {
  readonly key: string;
  readonly value: Value;
}

/** What a stage may look at beside the documents that reach it. */
export interface Surroundings {
  readonly reader: Reader;
  readonly variables: Variables;
  /** Of the whole pipeline, joins and all. */
  readonly cost: Cost;
  /** A pipeline within a stage of another. */
  readonly run: (
    documents: Iterable<Document>,
    stages: readonly Stage[],
    variables: Variables,
  ) => Iterable<Document>;
}

/** Checks its value at once and works through the documents lazily, where it can. @throws WireError */
export type StageRunner = (
  documents: Iterable<Document>,
  value: Value,
  around: Surroundings,
) => Iterable<Document>;

export const requireDocument = (value: Value, key: string): Document => {
  if (!isDocument(value)) throw badRequest(`${key} needs an object`);
  return value;
};

export const requireCount = (value: Value, key: string, least = 0): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) {
    throw badRequest(least > 0 ? `${key} needs a count above 0` : `${key} needs a count`);
  }
  return value;
};

/** Stages as they are written inside another stage. */
export const stagesOf = (value: Value): Stage[] => {
  if (!Array.isArray(value)) throw badRequest('a pipeline is a list of stages');
  return value.map((each) => {
    const [entry, ...others] = isDocument(each) ? entriesOf(each) : [];
    if (!entry || others.length > 0) throw badRequest('a stage of a pipeline has exactly one field');
    return { key: entry[0], value: entry[1] };
  });
};
