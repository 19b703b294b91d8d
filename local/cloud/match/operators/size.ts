import type { Operator } from './types';

export const size: Operator = (operand) => (reached) =>
  reached.some((value) => Array.isArray(value) && value.length === operand);
