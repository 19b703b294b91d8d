import { requestFailed } from '../../gateway/errors';
import { compareValues } from '../../values/compare';
import { splitPath, valuesAt } from '../../values/path';
import { cloneValue, entriesOf, isDocument, type Document, type Value } from '../../values/value';
import { arrayAt } from './array';
import type { UpdateOperator } from './types';

const MODIFIERS = ['$each', '$position', '$slice', '$sort'];

const sorted = (items: readonly Value[], order: Value): Value[] => {
  if (typeof order === 'number') return [...items].sort((a, b) => order * compareValues(a, b));
  if (!isDocument(order)) throw requestFailed('$sort of $push is a number or a document');
  const keys = entriesOf(order).map(([path, direction]) => ({
    path: splitPath(path),
    direction: Number(direction),
  }));
  return [...items].sort((a, b) => {
    for (const { path, direction } of keys) {
      const result = direction * compareValues(valuesAt(a, path)[0], valuesAt(b, path)[0]);
      if (result !== 0) return result;
    }
    return 0;
  });
};

const sliced = (items: readonly Value[], count: number): Value[] =>
  count >= 0 ? items.slice(0, count) : items.slice(count);

const pushMany = (items: readonly Value[], modifiers: Document): Value[] => {
  const unknown = Object.keys(modifiers).find((key) => !MODIFIERS.includes(key));
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`);
  const added = modifiers['$each'];
  if (!Array.isArray(added)) throw requestFailed('The argument to $each in $push must be an array');
  const { $position: position, $slice: slice, $sort: sort } = modifiers;
  const at = typeof position === 'number' ? position : items.length;
  const start = at < 0 ? Math.max(0, items.length + at) : Math.min(at, items.length);
  let result = [...items.slice(0, start), ...added.map(cloneValue), ...items.slice(start)];
  if (sort !== undefined) result = sorted(result, sort);
  if (typeof slice === 'number') result = sliced(result, slice);
  return result;
};

export const push: UpdateOperator = (document, path, operand) => {
  const found = arrayAt(document, path, '$push');
  if (!found) return;
  const modifiers = isDocument(operand) && '$each' in operand ? operand : undefined;
  found.place.set(modifiers ? pushMany(found.items, modifiers) : [...found.items, cloneValue(operand)]);
};
