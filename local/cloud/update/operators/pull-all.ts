import { requestFailed } from '../../gateway/errors';
import { equalValues } from '../../values/compare';
import { presentArrayAt } from './array';
import type { UpdateOperator } from './types';

export const pullAll: UpdateOperator = (document, path, operand) => {
  if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument');
  const items = presentArrayAt(document, path, '$pullAll');
  if (!items) return;
  items.splice(
    0,
    items.length,
    ...items.filter((item) => !operand.some((value) => equalValues(item, value))),
  );
};
