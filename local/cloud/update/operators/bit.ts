import { requestFailed } from '../../gateway/errors';
import { entriesOf, isDocument, type Value } from '../../values/value';
import { locate } from '../location';
import type { UpdateOperator } from './types';

/** On 64 bits, as MongoDB's long. */
const BITWISE: Readonly<Record<string, (present: bigint, operand: bigint) => bigint>> = {
  and: (present, operand) => present & operand,
  or: (present, operand) => present | operand,
  xor: (present, operand) => present ^ operand,
};

const wholeOf = (value: Value, what: string): bigint => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw requestFailed(`${what} of $bit must be a whole number`);
  }
  return BigInt(value);
};

/** `{ and | or | xor: whole number }`, one after the other; a missing field counts as 0. */
export const bit: UpdateOperator = (document, path, operand) => {
  const steps = isDocument(operand) ? entriesOf(operand) : [];
  if (steps.length === 0) throw requestFailed(`$bit needs and, or, or xor: {${path}}`);
  const place = locate(document, path, true);
  const result = steps.reduce(
    (present, [name, value]) => {
      const compute = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined;
      if (!compute) throw requestFailed(`$bit only supports 'and', 'or', and 'xor', not '${name}'`);
      return compute(present, wholeOf(value, 'the operand'));
    },
    wholeOf(place?.get() ?? 0, `the field ${path}`),
  );
  place?.set(Number(BigInt.asIntN(64, result)));
};
