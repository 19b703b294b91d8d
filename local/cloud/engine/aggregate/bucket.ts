import { badRequest, requestFailed } from '../../gateway/errors';
import { compareValues } from '../../values/compare';
import { emptyDocument, isDocument, type Document, type Value } from '../../values/value';

/** Fields of ours beside the document's own while it is sorted into buckets. */
const VALUE = '__bucketValue';
const BUCKET = '__bucket';

export type RunStage = (documents: Document[], key: string, value: Value) => Document[];

const objectOf = (entries: readonly (readonly [string, Value])[]): Document => {
  const document = emptyDocument();
  for (const [key, value] of entries) document[key] = value;
  return document;
};

const countOnly = (): Document => objectOf([['count', objectOf([['$sum', 1]])]]);

/**
 * $bucket: lower boundary in, upper out, by BSON's order (mingo 7.2 puts a value that equals a boundary below it).
 * @throws WireError when a value fits no bucket and there is no default
 */
export const bucket = (documents: Document[], value: Value, run: RunStage): Document[] => {
  if (!isDocument(value)) throw badRequest('$bucket needs an object');
  const { groupBy, boundaries, output } = value;
  const fallback = value['default'];
  if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2) {
    throw badRequest('$bucket needs groupBy and at least two boundaries');
  }
  const isRising = boundaries.every(
    (each, index) => index === 0 || compareValues(boundaries[index - 1], each) < 0,
  );
  if (!isRising) throw badRequest('$bucket boundaries must rise');
  const bucketOf = (each: Value | undefined): Value => {
    const above = boundaries.findIndex((boundary) => compareValues(each, boundary) < 0);
    const found = above > 0 ? boundaries[above - 1] : fallback;
    if (found === undefined) throw requestFailed('$bucket: a value fits no bucket and there is no default');
    return found;
  };
  const valued = run(documents, '$addFields', objectOf([[VALUE, groupBy]]));
  for (const document of valued) document[BUCKET] = bucketOf(document[VALUE]);
  const fields = isDocument(output) ? output : countOnly();
  const group = objectOf([['_id', `$${BUCKET}`], ...Object.entries(fields)]);
  return run(valued, '$group', group).sort((a, b) => compareValues(a['_id'], b['_id']));
};
