import { requestFailed } from '../../gateway/errors';
import { ValueSet } from '../../values/value-set';
import { isDocument, Pattern, type Value } from '../../values/value';
import { opened, type Operator } from './types';

const isTest = (wanted: Value): boolean =>
  wanted instanceof Pattern || (isDocument(wanted) && Object.keys(wanted).some((key) => key.startsWith('$')));

/** Every operand is met by the field; an empty list is met by nothing. */
export const all: Operator = (operand, _, compileCondition) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const distinct = new ValueSet();
  const wanted = operand.filter((value) => distinct.add(value));
  const tests = wanted.filter(isTest).map(compileCondition);
  const values = wanted.filter((value) => !isTest(value));
  return (reached) => {
    const present = opened(reached);
    // Distinct values are met by distinct elements: a longer list need not be gone through.
    if (wanted.length === 0 || values.length > present.length) return false;
    if (!tests.every((test) => test(reached))) return false;
    const found = new ValueSet(values.length > 0 ? present.map((value) => value ?? null) : []);
    return values.every((value) => found.has(value));
  };
};
