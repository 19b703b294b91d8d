import { badRequest } from '../gateway/errors';
import { compareValues } from '../values/compare';
import { splitPath, valuesAt } from '../values/path';
import { entriesOf, type Document, type Value } from '../values/value';

/** The value a document sorts by: of an array its smallest element ascending, its largest descending. */
const sortKey = (document: Document, path: readonly string[], direction: number): Value | undefined => {
  const candidates = valuesAt(document, path).flatMap((value) =>
    // An empty array sorts before null in MongoDB; undefined stands for it and for missing alike in the order of types.
    Array.isArray(value) ? (value.length > 0 ? value : [undefined]) : [value],
  );
  return candidates.reduce<Value | undefined>(
    (best, value, index) => (index === 0 || direction * compareValues(value, best) < 0 ? value : best),
    undefined,
  );
};

/**
 * The comparison of `{ field: 1 | -1, … }`, fields in their order.
 * @throws WireError for a direction that is neither
 */
export const compileSort = (order: Document): ((a: Document, b: Document) => number) => {
  const keys = entriesOf(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw badRequest(`sort direction of ${path} must be 1 or -1`);
    return { path: splitPath(path), direction };
  });
  return (a, b) => {
    for (const { path, direction } of keys) {
      const result = direction * compareValues(sortKey(a, path, direction), sortKey(b, path, direction));
      if (result !== 0) return result;
    }
    return 0;
  };
};
