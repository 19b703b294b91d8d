import { requestFailed } from '../../gateway/errors';
import { locate } from '../location';
import type { UpdateOperator } from './types';

/** $inc and $mul: numbers only, a missing field counts as 0. */
export const arithmetic =
  (name: string, compute: (present: number, operand: number) => number): UpdateOperator =>
  (document, path, operand) => {
    if (typeof operand !== 'number')
      throw requestFailed(`Cannot ${name} with non-numeric argument: {${path}}`);
    const place = locate(document, path, true);
    const present = place?.get() ?? 0;
    if (place?.get() === null || typeof present !== 'number') {
      throw requestFailed(`Cannot apply ${name} to a value of non-numeric type at ${path}`);
    }
    place?.set(compute(present, operand));
  };
