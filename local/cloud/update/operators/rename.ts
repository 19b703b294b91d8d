import { requestFailed } from '../../gateway/errors';
import { locate } from '../location';
import type { UpdateOperator } from './types';

export const rename: UpdateOperator = (document, path, operand) => {
  if (typeof operand !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${path}`);
  const from = locate(document, path, false);
  const value = from?.get();
  if (from === undefined || value === undefined) return;
  from.unset();
  locate(document, operand, true)?.set(value);
};
