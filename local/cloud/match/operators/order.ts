import { compareValues, typeRank } from '../../values/compare';
import { opened, type Operator } from './types';

/** A comparison within one type only; with null, `gte` and `lte` mean equality and missing counts as null. */
export const ordering =
  (holds: (order: number) => boolean): Operator =>
  (operand) =>
  (reached) =>
    opened(reached).some((value) => {
      if (typeRank(value) !== typeRank(operand)) return false;
      // NaN is neither less nor greater than any number.
      const isNaNAgainstNumber = Number.isNaN(value) !== Number.isNaN(operand);
      if (isNaNAgainstNumber && typeof value === 'number') return false;
      return holds(compareValues(value, operand));
    });
