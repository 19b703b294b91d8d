import { compileExpression } from '../../expressions';
import { badRequest, requestFailed } from '../../gateway/errors';
import { compareValues } from '../../values/compare';
import { entriesOf, isDocument, type Value } from '../../values/value';
import { COUNT_ONLY, groupBy } from './group';
import { requireDocument, type StageRunner } from './stage';

/**
 * $bucket: lower boundary in, upper out, by BSON's order (mingo 7.2 puts a value that equals a boundary below it).
 * @throws WireError when a value fits no bucket and there is no default
 */
export const bucket: StageRunner = (documents, value, { variables }) => {
  const { groupBy: expression, boundaries, output, default: fallback } = requireDocument(value, '$bucket');
  if (expression === undefined || !Array.isArray(boundaries) || boundaries.length < 2) {
    throw badRequest('$bucket needs groupBy and at least two boundaries');
  }
  const isRising = boundaries.every(
    (each, index) => index === 0 || compareValues(boundaries[index - 1], each) < 0,
  );
  if (!isRising) throw badRequest('$bucket boundaries must rise');
  const evaluate = compileExpression(expression, variables);
  const bucketOf = (each: Value | undefined): Value => {
    const above = boundaries.findIndex((boundary) => compareValues(each, boundary) < 0);
    const found = above > 0 ? boundaries[above - 1] : fallback;
    if (found === undefined) throw requestFailed('$bucket: a value fits no bucket and there is no default');
    return found;
  };
  const fields = isDocument(output) ? entriesOf(output) : COUNT_ONLY;
  return groupBy(documents, (document) => bucketOf(evaluate(document)), fields, variables).sort((a, b) =>
    compareValues(a['_id'], b['_id']),
  );
};
