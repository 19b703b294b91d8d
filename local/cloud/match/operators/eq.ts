import { equalValues } from '../../values/compare';
import { Pattern, type Value } from '../../values/value';
import type { FieldTest } from '../matcher';
import { opened, type Operator } from './types';

/** Equal to the value, or an array that contains it; null also means missing. */
export const equality =
  (wanted: Value): FieldTest =>
  (reached) =>
    opened(reached).some((value) => (value === undefined ? wanted === null : equalValues(value, wanted)));

export const eq: Operator = (operand) => equality(operand);

/** For $in: a pattern stands for its matches. */
export const equalityOrPattern = (wanted: Value, pattern: (value: Pattern) => FieldTest): FieldTest =>
  wanted instanceof Pattern ? pattern(wanted) : equality(wanted);
