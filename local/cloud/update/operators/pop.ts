import { requestFailed } from '../../gateway/errors';
import { presentArrayAt } from './array';
import type { UpdateOperator } from './types';

/** 1 takes the last element, -1 the first. */
export const pop: UpdateOperator = (document, path, operand) => {
  if (operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1');
  const items = presentArrayAt(document, path, '$pop');
  if (operand === 1) items?.pop();
  else items?.shift();
};
