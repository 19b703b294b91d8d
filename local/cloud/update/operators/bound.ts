import { compareValues } from '../../values/compare';
import { cloneValue } from '../../values/value';
import { locate } from '../location';
import type { UpdateOperator } from './types';

/** $min and $max: the operand replaces a missing value, or one it beats in BSON's order. */
export const bound =
  (beats: (order: number) => boolean): UpdateOperator =>
  (document, path, operand) => {
    const place = locate(document, path, true);
    const present = place?.get();
    if (present === undefined || beats(compareValues(operand, present))) place?.set(cloneValue(operand));
  };
