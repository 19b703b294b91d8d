import { evalExpr } from 'mingo/core';
import { compareValues } from '../values/compare';
import { fromPlain } from './plain';
import type { Expression } from './types';

/** In expressions a missing field is less than null; in queries the two are one. */
const compare = (a: unknown, b: unknown): number => {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return Math.sign(compareValues(fromPlain(a), fromPlain(b)));
};

const comparison =
  (answer: (order: number) => boolean | number): Expression =>
  (document, operands, options) => {
    if (!Array.isArray(operands) || operands.length !== 2) throw new Error('a comparison takes 2 arguments');
    const [a, b] = (operands as unknown[]).map((operand): unknown => evalExpr(document, operand, options));
    return answer(compare(a, b));
  };

/** By BSON's order across types; mingo finds values of different types neither greater nor less. */
export const comparisons: Readonly<Record<`$${string}`, Expression>> = {
  $cmp: comparison((order) => order),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
};
