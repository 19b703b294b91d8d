import { badRequest } from '../gateway/errors';
import { compareValues } from '../values/compare';
import { splitPath, valuesAt } from '../values/path';
import { entriesOf, type Document, type Value } from '../values/value';

/** What an empty array sorts as: before null and before what is missing. */
const EMPTY: Value = [];

/** The value a document sorts by: of an array its smallest element ascending, its largest descending. */
const sortKey = (document: Document, path: readonly string[], direction: number): Value | undefined => {
  const candidates = valuesAt(document, path).flatMap((value) => {
    if (!Array.isArray(value)) return [value];
    return value.length > 0 ? value : [EMPTY];
  });
  return candidates.reduce<Value | undefined>(
    (best, value, index) => (index === 0 || direction * compareKeys(value, best) < 0 ? value : best),
    undefined,
  );
};

const compareKeys = (a: Value | undefined, b: Value | undefined): number =>
  a === EMPTY || b === EMPTY
    ? Number(b === EMPTY ? 0 : -1) + Number(a === EMPTY ? 0 : 1)
    : compareValues(a, b);

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
      const result = direction * compareKeys(sortKey(a, path, direction), sortKey(b, path, direction));
      if (result !== 0) return result;
    }
    return 0;
  };
};

/** Below this sorting once is cheaper than in parts. */
const LEAST_KEPT = 1000;

/** The first `most` in an order, what is equal as it came; no more than twice as many are kept at a time. */
export const firstInOrder = (
  documents: Iterable<Document>,
  compare: (a: Document, b: Document) => number,
  most: number,
): Document[] => {
  const bound = Math.max(2 * most, LEAST_KEPT);
  const kept: Document[] = [];
  for (const document of documents) {
    kept.push(document);
    if (kept.length < bound) continue;
    kept.sort(compare);
    kept.length = most;
  }
  kept.sort(compare);
  return kept.slice(0, most);
};
