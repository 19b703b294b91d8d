import { requestFailed } from '../../gateway/errors';
import { ValueSet } from '../../values/value-set';
import { retain } from './array';
import type { UpdateOperator } from './types';

export const pullAll: UpdateOperator = (document, path, operand) => {
  if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument');
  const unwanted = new ValueSet(operand);
  retain(document, path, '$pullAll', (item) => !unwanted.has(item));
};
