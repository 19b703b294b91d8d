import { equalValues } from '../../values/compare';
import { cloneValue, isDocument } from '../../values/value';
import { arrayAt } from './array';
import type { UpdateOperator } from './types';

export const addToSet: UpdateOperator = (document, path, operand) => {
  const found = arrayAt(document, path, '$addToSet');
  if (!found) return;
  const each = isDocument(operand) && Array.isArray(operand['$each']) ? operand['$each'] : [operand];
  const items = [...found.items];
  for (const value of each) {
    if (!items.some((item) => equalValues(item, value))) items.push(cloneValue(value));
  }
  found.place.set(items);
};
