import { entriesOf, Pattern, type Value } from './value';

/** BSON's order across types (MongoDB manual, comparison/sort order); a missing field sorts as null. */
const RANKS = {
  null: 1,
  number: 2,
  string: 3,
  object: 4,
  array: 5,
  boolean: 8,
  date: 9,
  pattern: 11,
} as const;

export const typeRank = (value: Value | undefined): number => {
  if (value === null || value === undefined) return RANKS.null;
  if (typeof value === 'number') return RANKS.number;
  if (typeof value === 'string') return RANKS.string;
  if (typeof value === 'boolean') return RANKS.boolean;
  if (Array.isArray(value)) return RANKS.array;
  if (value instanceof Date) return RANKS.date;
  return value instanceof Pattern ? RANKS.pattern : RANKS.object;
};

/** NaN is the smallest number and equal to itself. */
const compareNumbers = (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(!Number.isNaN(a)) - Number(!Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
};

/** By code point, as bytes of UTF-8 compare; JavaScript's own order differs beyond the basic plane. */
const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) {
      const left = a.codePointAt(index) ?? 0;
      const right = b.codePointAt(index) ?? 0;
      // A low surrogate at the difference belongs to a pair that began equal: the code units decide then.
      return left < right ? -1 : 1;
    }
  }
  return a.length < b.length ? -1 : 1;
};

const compareArrays = (a: readonly Value[], b: readonly Value[]): number => {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order;
  }
  return compareNumbers(a.length, b.length);
};

/** Field by field in their order: type, then name, then value. */
const compareObjects = (a: Value, b: Value): number => {
  const left = entriesOf(a as { [key: string]: Value });
  const right = entriesOf(b as { [key: string]: Value });
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [leftKey, leftValue] = left[index] as [string, Value];
    const [rightKey, rightValue] = right[index] as [string, Value];
    const order =
      compareNumbers(typeRank(leftValue), typeRank(rightValue)) ||
      compareStrings(leftKey, rightKey) ||
      compareValues(leftValue, rightValue);
    if (order !== 0) return order;
  }
  return compareNumbers(left.length, right.length);
};

/** MongoDB's total order of values: negative, zero or positive. */
export const compareValues = (a: Value | undefined, b: Value | undefined): number => {
  const rank = typeRank(a);
  const ranks = compareNumbers(rank, typeRank(b));
  if (ranks !== 0) return ranks;
  switch (rank) {
    case RANKS.number:
      return compareNumbers(a as number, b as number);
    case RANKS.string:
      return compareStrings(a as string, b as string);
    case RANKS.boolean:
      return compareNumbers(Number(a), Number(b));
    case RANKS.date:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime());
    case RANKS.array:
      return compareArrays(a as Value[], b as Value[]);
    case RANKS.object:
      return compareObjects(a as Value, b as Value);
    case RANKS.pattern:
      return (
        compareStrings((a as Pattern).source, (b as Pattern).source) ||
        compareStrings((a as Pattern).options, (b as Pattern).options)
      );
    default:
      return 0;
  }
};

export const equalValues = (a: Value | undefined, b: Value | undefined): boolean => compareValues(a, b) === 0;
