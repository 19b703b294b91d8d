import { requestFailed } from '../../gateway/errors';
import type { Value } from '../../values/value';
import type { FieldTest } from '../matcher';
import { equalityOrPattern } from './eq';
import { patternTest } from './regex';
import type { Operator } from './types';

export const anyOf = (operand: Value, name: string): FieldTest => {
  if (!Array.isArray(operand)) throw requestFailed(`${name} needs an array`);
  const tests = operand.map((wanted) => equalityOrPattern(wanted, patternTest));
  return (reached) => tests.some((test) => test(reached));
};

export const inList: Operator = (operand) => anyOf(operand, '$in');
