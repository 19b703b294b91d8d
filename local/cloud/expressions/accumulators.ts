import { $push } from 'mingo/operators/accumulator';
import { compareValues } from '../values/compare';
import { fromPlain } from './plain';
import type { Expression } from './types';

/** The operand's value of each document of a group; as an expression, the operand's own elements. */
const valuesOf: (...operator: Parameters<Expression>) => unknown[] = (group, operand, options) => {
  const members = group as unknown[];
  if (operand === null || operand === undefined) return members;
  // Wrapped, for mingo writes null where a field is missing.
  const wrapped = $push(members as never, { value: operand } as never, options) as { value: unknown }[];
  return wrapped.map(({ value }) => value);
};

const isPresent = (value: unknown): boolean => value !== undefined;

const extreme =
  (sign: 1 | -1): Expression =>
  (group, operand, options) => {
    const values = valuesOf(group, operand, options)
      .filter((value) => value !== undefined && value !== null)
      .map(fromPlain);
    const [first = null, ...others] = values;
    return others.reduce((best, value) => (sign * compareValues(value, best) > 0 ? value : best), first);
  };

/** What is missing is not gathered; an array is one value among others. */
export const accumulators: Readonly<Record<`$${string}`, Expression>> = {
  $push: (group, operand, options) => valuesOf(group, operand, options).filter(isPresent),
  $addToSet: (group, operand, options) => {
    const distinct: unknown[] = [];
    for (const value of valuesOf(group, operand, options).filter(isPresent)) {
      const isKnown = distinct.some((each) => compareValues(fromPlain(each), fromPlain(value)) === 0);
      if (!isKnown) distinct.push(value);
    }
    return distinct;
  },
  $max: extreme(1),
  $min: extreme(-1),
};
