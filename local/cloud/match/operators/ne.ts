import { equality } from './eq';
import type { Operator } from './types';

export const ne: Operator = (operand) => {
  const equal = equality(operand);
  return (reached) => !equal(reached);
};
