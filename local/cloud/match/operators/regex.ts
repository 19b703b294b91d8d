import { requestFailed } from '../../gateway/errors';
import { isDocument, Pattern, type Value } from '../../values/value';
import type { FieldTest } from '../matcher';
import { equalValues } from '../../values/compare';
import { opened, type Operator } from './types';

/** `\p{Han}` names a script there, `\p{Script=Han}` here. */
const PROPERTY = /\\([pP])\{(\^?)(\w+)\}/g;

const propertyOf = (whole: string, letter: string, negated: string, name: string): string => {
  const isNegated = (letter === 'P') !== (negated === '^');
  for (const property of [name, `Script=${name}`]) {
    const source = `\\${isNegated ? 'P' : 'p'}{${property}}`;
    try {
      new RegExp(source, 'u');
      return source;
    } catch {
      // Another kind of name, or none.
    }
  }
  return whole;
};

/** By code points, as MongoDB's; what only JavaScript's older syntax takes (`\-`) is read by that. */
const compileSource = (source: string, flags: string): RegExp => {
  try {
    return new RegExp(source.replace(PROPERTY, propertyOf), `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
};

/** MongoDB's i, m, s and x; x (free spacing) has no counterpart in JavaScript and is refused. */
const compile = ({ source, options }: Pattern): RegExp => {
  const flags = [...new Set(options)].filter((flag) => flag !== 'g' && flag !== 'u').join('');
  if (!/^[ims]*$/.test(flags)) throw requestFailed(`invalid flag in regex options: ${options}`);
  try {
    return compileSource(source, flags);
  } catch {
    throw requestFailed(`Regular expression is invalid: ${source}`);
  }
};

export const patternTest = (pattern: Pattern): FieldTest => {
  const expression = compile(pattern);
  return (reached) =>
    opened(reached).some((value) =>
      typeof value === 'string'
        ? expression.test(value)
        : value instanceof Pattern && equalValues(value, pattern),
    );
};

const withOptions = (operand: Value, siblings: Value): Pattern => {
  const options = isDocument(siblings) ? siblings['$options'] : undefined;
  if (operand instanceof Pattern) {
    return typeof options === 'string' ? new Pattern(operand.source, options) : operand;
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
  return new Pattern(operand, typeof options === 'string' ? options : '');
};

export const regex: Operator = (operand, siblings) => patternTest(withOptions(operand, siblings));

/** Belongs to $regex beside it and tests nothing itself. */
export const options: Operator = (_, siblings) => {
  if (!isDocument(siblings) || !('$regex' in siblings)) throw requestFailed('$options needs a $regex');
  return () => true;
};
