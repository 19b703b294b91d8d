import { requestFailed } from '../../gateway/errors';
import { isDocument } from '../../values/value';
import type { Operator } from './types';

/** One element answers all of it: as a document by a query, as a value by operators. */
export const elemMatch: Operator = (operand, _, compileCondition, compileQuery) => {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  const keys = Object.keys(operand);
  const isValueTest =
    keys.length > 0 && keys.every((key) => key.startsWith('$') && !/^\$(and|or|nor)$/.test(key));
  if (isValueTest) {
    const test = compileCondition(operand);
    // An element that is an array is one value here; wrapping keeps it from being opened twice.
    return (reached) =>
      reached.some((value) => Array.isArray(value) && value.some((element) => test([element])));
  }
  const matches = compileQuery(operand);
  return (reached) =>
    reached.some(
      (value) => Array.isArray(value) && value.some((element) => isDocument(element) && matches(element)),
    );
};
