import { equalValues } from '../../values/compare';
import type { Value } from '../../values/value';
import type { FieldTest } from '../matcher';
import { opened, type Operator } from './types';

/** Equal to the value, or an array that contains it; null also means missing. */
export const equality =
  (wanted: Value): FieldTest =>
  (reached) =>
    opened(reached).some((value) => (value === undefined ? wanted === null : equalValues(value, wanted)));

export const eq: Operator = (operand) => equality(operand);
