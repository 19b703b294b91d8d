import { evalExpr } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import { isTrue } from './truth';
import type { Expression } from './types';

type Operators = Readonly<Record<`$${string}`, Expression>>;

/** Operators of one argument, which may be written as a list of one. */
const UNARY = [
  '$abs', '$ceil', '$floor', '$sqrt', '$exp', '$ln', '$log10',
  '$size', '$isArray', '$reverseArray', '$arrayToObject', '$objectToArray',
  '$strLenCP', '$strLenBytes', '$toUpper', '$toLower', '$type', '$not',
] as const; // prettier-ignore

const only = (operand: unknown): unknown =>
  Array.isArray(operand) && operand.length === 1 ? (operand as unknown[])[0] : operand;

const size: Expression = (document, operand, options) => {
  const value: unknown = evalExpr(document, operand, options);
  if (!Array.isArray(value)) throw new Error('The argument to $size must be an array');
  return value.length;
};

/** Of nothing an empty text. */
const inCase =
  (change: (text: string) => string): Expression =>
  (document, operand, options) => {
    const value: unknown = evalExpr(document, operand, options);
    return value === null || value === undefined ? '' : change(String(value));
  };

/** An empty text is true. */
const not: Expression = (document, operand, options) =>
  !isTrue(evalExpr(document, operand, options) as boolean | null);

const withPlaces =
  (operator: Expression): Expression =>
  (document, operand, options) =>
    operator(document, Array.isArray(operand) ? operand : [operand, 0], options);

const choose: Expression = (document, operand, options) => {
  const { branches, default: otherwise } = operand as { branches: unknown[]; default?: unknown };
  const NONE = { isNone: true };
  const chosen: unknown = mingo.$switch(
    document as never,
    { branches, default: { $literal: NONE } } as never,
    options,
  );
  if (chosen !== NONE) return chosen;
  if (otherwise === undefined) throw new Error('$switch could not find a matching branch and has no default');
  return evalExpr(document, otherwise, options);
};

const indexOfCodePoints: Expression = (document, operand, options) => {
  const [text, part, from = 0, to] = evalExpr(document, operand, options) as unknown[];
  if (text === null || text === undefined) return null;
  const points = [...String(text)];
  const wanted = [...String(part)];
  const end = (typeof to === 'number' ? Math.min(to, points.length) : points.length) - wanted.length;
  for (let at = Number(from); at <= end; at += 1) {
    if (wanted.every((each, offset) => points[at + offset] === each)) return at;
  }
  return -1;
};

const own: Operators = {
  $size: size,
  $toUpper: inCase((text) => text.toUpperCase()),
  $toLower: inCase((text) => text.toLowerCase()),
  $not: not,
  $trunc: withPlaces(mingo.$trunc as Expression),
  $round: withPlaces(mingo.$round as Expression),
  $switch: choose,
  $indexOfCP: indexOfCodePoints,
};

const unary: Operators = Object.fromEntries(
  UNARY.map((name) => {
    const operator = own[name] ?? (mingo[name] as unknown as Expression);
    const wrapped: Expression = (document, operand, options) => operator(document, only(operand), options);
    return [name, wrapped];
  }),
);

export const others: Operators = { ...own, ...unary };
