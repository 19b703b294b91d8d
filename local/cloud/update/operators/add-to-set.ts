import { ValueSet } from '../../values/value-set';
import { cloneValue, isDocument } from '../../values/value';
import { arrayAt } from './array';
import type { UpdateOperator } from './types';

export const addToSet: UpdateOperator = (document, path, operand) => {
  const found = arrayAt(document, path, '$addToSet');
  if (!found) return;
  const each = isDocument(operand) && Array.isArray(operand['$each']) ? operand['$each'] : [operand];
  const items = [...found.items];
  const present = new ValueSet(items);
  for (const value of each) if (present.add(value)) items.push(cloneValue(value));
  found.place.set(items);
};
