import { requestFailed } from '../gateway/errors';
import { equalValues } from '../values/compare';
import { cloneValue, entriesOf, isDocument, type Document, type Value } from '../values/value';
import { UPDATE_OPERATORS } from './operators';

/** Two operators on one path, or on a path and a part of it, would depend on their order. */
const requireDistinct = (paths: readonly string[]): void => {
  const sorted = [...paths].sort();
  sorted.forEach((path, index) => {
    const next = sorted[index + 1];
    if (next !== undefined && (next === path || next.startsWith(`${path}.`))) {
      throw requestFailed(`Updating the path '${next}' would create a conflict at '${path}'`);
    }
  });
};

interface Step {
  readonly operator: string;
  readonly path: string;
  readonly operand: Value;
}

/** A rename changes two fields. */
const pathsOf = ({ operator, path, operand }: Step): string[] =>
  operator === '$rename' && typeof operand === 'string' ? [path, operand] : [path];

/**
 * The document as the update leaves it; the one given is not touched, so an error changes nothing.
 * @throws WireError for an unknown operator, a wrong type or a changed _id
 */
export const applyUpdate = (document: Document, update: Document): Document => {
  const changed = cloneValue(document) as Document;
  const steps = entriesOf(update).flatMap(([operator, fields]) => {
    const apply = Object.hasOwn(UPDATE_OPERATORS, operator) ? UPDATE_OPERATORS[operator] : undefined;
    if (!apply) throw requestFailed(`Unknown modifier: ${operator}`);
    if (!isDocument(fields)) throw requestFailed(`Modifiers operate on fields: ${operator}`);
    return entriesOf(fields).map(([path, operand]) => ({ apply, operator, path, operand }));
  });
  requireDistinct(steps.flatMap(pathsOf));
  for (const { apply, path, operand } of steps) apply(changed, path, operand);
  if (!equalValues(changed['_id'], document['_id'])) {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return changed;
};
