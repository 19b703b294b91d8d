import { anyOf } from './in';
import type { Operator } from './types';

export const nin: Operator = (operand) => {
  const among = anyOf(operand, '$nin');
  return (reached) => !among(reached);
};
