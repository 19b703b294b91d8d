import type { Operator } from './types';

export const exists: Operator = (operand) => {
  const wanted = operand !== false && operand !== 0 && operand !== null;
  return (reached) => reached.some((value) => value !== undefined) === wanted;
};
