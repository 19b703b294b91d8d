import { requestFailed } from '../../gateway/errors';
import { ValueSet } from '../../values/value-set';
import { Pattern, type Value } from '../../values/value';
import type { FieldTest } from '../matcher';
import { patternTest } from './regex';
import { opened, type Operator } from './types';

/** Equal to one of the values, which are looked up, not gone through; a pattern stands for its matches. */
export const anyOf = (operand: Value, name: string): FieldTest => {
  if (!Array.isArray(operand)) throw requestFailed(`${name} needs an array`);
  const patterns = operand.filter((wanted) => wanted instanceof Pattern).map(patternTest);
  const values = new ValueSet(operand.filter((wanted) => !(wanted instanceof Pattern)));
  return (reached) =>
    opened(reached).some((value) => values.has(value ?? null)) || patterns.some((test) => test(reached));
};

export const inList: Operator = (operand) => anyOf(operand, '$in');
