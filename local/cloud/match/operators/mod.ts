import { requestFailed } from '../../gateway/errors';
import { opened, type Operator } from './types';

export const mod: Operator = (operand) => {
  const [divisor, remainder] = Array.isArray(operand) ? operand : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number') throw requestFailed('malformed mod');
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0');
  return (reached) =>
    opened(reached).some(
      (value) =>
        typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder),
    );
};
