import type { Document, Value } from '../../values/value';
import type { FieldTest, Predicate } from '../matcher';

/** Makes the test of one operator. `siblings` is the object it stands in ($regex reads its $options there). */
export type Operator = (
  operand: Value,
  siblings: Value,
  compileCondition: (condition: Value) => FieldTest,
  compileQuery: (query: Document) => Predicate,
) => FieldTest;

/** What was reached with arrays opened: the array itself and each of its elements count. */
export const opened = (reached: readonly (Value | undefined)[]): (Value | undefined)[] =>
  reached.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]));
