import { badRequest } from '../gateway/errors';
import { compileCondition } from '../match/matcher';
import { splitPath } from '../values/path';
import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../values/value';

/** What an operator of a projection does to the array at its path. */
export interface ArrayOperator {
  readonly path: string;
  /** Whether it names its field, so that others do not come along. */
  readonly isNaming: boolean;
  readonly apply: (document: Document) => Document;
}

/** The value with what stands at the path changed, in each element on the way; undefined takes it away. */
const changedAt = (
  value: Value,
  path: readonly string[],
  change: (value: Value) => Value | undefined,
): Value | undefined => {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item) => changedAt(item, path, change) ?? null);
  if (!isDocument(value)) return value;
  const copy = emptyDocument();
  for (const [name, child] of entriesOf(value)) {
    const changed = name === key ? changedAt(child, rest, change) : child;
    if (changed !== undefined) copy[name] = changed;
  }
  return copy;
};

const isWhole = (value: Value | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value);

/** `n` first or, negative, last elements, or `[skip, limit]` with a negative skip from the end. */
const slice = (operand: Value): ((items: Value[]) => Value[]) => {
  if (isWhole(operand)) return (items) => (operand < 0 ? items.slice(operand) : items.slice(0, operand));
  const [skip, limit, ...others] = Array.isArray(operand) ? operand : [];
  if (!isWhole(skip) || !isWhole(limit) || limit <= 0 || others.length > 0) {
    throw badRequest('$slice needs a whole number, or a list of skip and a positive limit');
  }
  return (items) => {
    const start = skip < 0 ? Math.max(0, items.length + skip) : skip;
    return items.slice(start, start + limit);
  };
};

/** The first element that answers; without one, or an array, the field is left out. */
const elemMatch = (path: string, operand: Value): ((value: Value) => Value | undefined) => {
  if (path.includes('.')) throw badRequest('Cannot use $elemMatch projection on a nested field.');
  if (!isDocument(operand)) throw badRequest('elemMatch: Invalid argument, object required');
  const condition = emptyDocument();
  condition['$elemMatch'] = operand;
  const answers = compileCondition(condition);
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.findIndex((item) => answers([[item]]));
    return found < 0 ? undefined : value.slice(found, found + 1);
  };
};

/** @throws WireError for an operator that is none of a projection */
export const arrayOperator = (path: string, value: Document): ArrayOperator => {
  const [[operator, operand] = ['', null], ...others] = entriesOf(value);
  const keys = splitPath(path);
  if (operator === '$slice' && others.length === 0) {
    const cut = slice(operand);
    const change = (found: Value): Value => (Array.isArray(found) ? cut(found) : found);
    return { path, isNaming: false, apply: (document) => changedAt(document, keys, change) as Document };
  }
  if (operator === '$elemMatch' && others.length === 0) {
    const change = elemMatch(path, operand);
    return { path, isNaming: true, apply: (document) => changedAt(document, keys, change) as Document };
  }
  throw badRequest(`Unsupported projection option: ${path}: ${operator || '{}'}`);
};
