import { typeRank } from '../../values/compare';
import { encodeValue } from '../../values/encode';
import { entriesOf, isDocument, type Document, type Value } from '../../values/value';
import { placesOf } from './cells';
import { isScalar } from './key';

/** One end of a range over encodings; `isOpen` leaves the value itself out. */
export interface Bound {
  readonly at: Buffer;
  readonly isOpen: boolean;
}

/** What a query says of one path, as far as an index can use it; it may let through too much, never too little. */
export interface Constraint {
  /** One of these encodings. */
  readonly points?: readonly Buffer[];
  readonly low?: Bound;
  readonly high?: Bound;
  /** In an index by place: keys that begin so. */
  readonly places?: readonly Buffer[];
}

/** Longer lists are checked by the matcher. */
const MAX_POINTS = 200;

/** Comparisons stay within one type: these are the edges of a type's encodings. */
const typeLow = (value: Value): Bound => ({ at: Buffer.from([typeRank(value)]), isOpen: false });
const typeHigh = (value: Value): Bound => ({ at: Buffer.from([typeRank(value) + 1]), isOpen: true });

const ofOperator = (operator: string, operand: Value): Constraint | undefined => {
  if (operator === '$in') {
    if (!Array.isArray(operand) || operand.length > MAX_POINTS || !operand.every(isScalar)) return undefined;
    return { points: operand.map(encodeValue) };
  }
  const places = placesOf(operator, operand);
  if (places) return { places };
  if (!isScalar(operand)) return undefined;
  const at = encodeValue(operand);
  // With null, gte and lte mean equality, and missing counts: the matcher's affair.
  if (operand === null) return operator === '$eq' ? { points: [at] } : undefined;
  switch (operator) {
    case '$eq':
      return { points: [at] };
    case '$gt':
    case '$gte':
      return { low: { at, isOpen: operator === '$gt' }, high: typeHigh(operand) };
    case '$lt':
    case '$lte':
      return { low: typeLow(operand), high: { at, isOpen: operator === '$lt' } };
    default:
      return undefined;
  }
};

const ofCondition = (condition: Value): Constraint[] => {
  const isOperators = isDocument(condition) && Object.keys(condition).some((key) => key.startsWith('$'));
  const pairs: [string, Value][] = isOperators ? entriesOf(condition) : [['$eq', condition]];
  return pairs.flatMap(([operator, operand]) => ofOperator(operator, operand) ?? []);
};

const lower = (a: Bound, b: Bound): Bound => {
  const order = Buffer.compare(a.at, b.at);
  return order < 0 || (order === 0 && !a.isOpen) ? a : b;
};
const higher = (a: Bound, b: Bound): Bound => {
  const order = Buffer.compare(a.at, b.at);
  return order > 0 || (order === 0 && !a.isOpen) ? a : b;
};

const lowOf = (constraint: Constraint): Bound | undefined => {
  const [first] = [...(constraint.points ?? [])].sort(Buffer.compare);
  return first ? { at: first, isOpen: false } : constraint.low;
};
const highOf = (constraint: Constraint): Bound | undefined => {
  const last = [...(constraint.points ?? [])].sort(Buffer.compare).pop();
  return last ? { at: last, isOpen: false } : constraint.high;
};

/** The smallest range that holds both: what a continuation `a < k or (a = k and b < i)` says of `a`. */
const hull = (a: Constraint, b: Constraint): Constraint => {
  const [lowA, lowB, highA, highB] = [lowOf(a), lowOf(b), highOf(a), highOf(b)];
  return {
    ...(lowA && lowB ? { low: lower(lowA, lowB) } : {}),
    ...(highA && highB ? { high: higher(highA, highB) } : {}),
  };
};

const ofAlternatives = (branches: readonly Document[]): ReadonlyMap<string, readonly Constraint[]> => {
  const [first, ...others] = branches.map(constraintsOf);
  const common = new Map<string, readonly Constraint[]>();
  for (const [path, constraints] of first ?? []) {
    const all = others.map((branch) => branch.get(path)?.[0]);
    const [mine] = constraints;
    if (!mine || all.some((constraint) => constraint === undefined)) continue;
    common.set(path, [(all as Constraint[]).reduce(hull, mine)]);
  }
  return common;
};

/** What a query says of each path by itself: everything in it holds together. */
export const constraintsOf = (query: Document): Map<string, Constraint[]> => {
  const found = new Map<string, Constraint[]>();
  const add = (path: string, constraints: readonly Constraint[]): void => {
    if (constraints.length > 0) found.set(path, [...(found.get(path) ?? []), ...constraints]);
  };
  for (const [key, condition] of entriesOf(query)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition.filter(isDocument)) {
        for (const [path, constraints] of constraintsOf(part)) add(path, constraints);
      }
    } else if (key === '$or' && Array.isArray(condition) && condition.every(isDocument)) {
      for (const [path, constraints] of ofAlternatives(condition)) add(path, constraints);
    } else if (!key.startsWith('$')) {
      add(key, ofCondition(condition));
    }
  }
  return found;
};
