import { requestFailed } from '../../gateway/errors';
import type { Operator } from './types';

/** Every operand is met by the field; an empty list is met by nothing. */
export const all: Operator = (operand, _, compileCondition) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const tests = operand.map(compileCondition);
  return (reached) => tests.length > 0 && tests.every((test) => test(reached));
};
