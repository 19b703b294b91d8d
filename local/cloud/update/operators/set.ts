import { cloneValue } from '../../values/value';
import { locate } from '../location';
import type { UpdateOperator } from './types';

export const set: UpdateOperator = (document, path, operand) => {
  locate(document, path, true)?.set(cloneValue(operand));
};
