import { requestFailed } from '../gateway/errors';
import { compareValues } from '../values/compare';
import { ValueSet } from '../values/value-set';
import { emptyDocument, entriesOf, isDocument, type Value } from '../values/value';

/** Takes the operand's value of one document of a group after the other and keeps no more than it needs. */
export interface Accumulator {
  /** @param value undefined where the field is missing */
  readonly add: (value: Value | undefined) => void;
  readonly result: () => Value;
}

const isNumber = (value: Value | undefined): value is number => typeof value === 'number';

const sum = (): Accumulator => {
  let total = 0;
  return {
    add: (value) => {
      if (isNumber(value)) total += value;
    },
    result: () => total,
  };
};

const average = (): Accumulator => {
  let [total, count] = [0, 0];
  return {
    add: (value) => {
      if (!isNumber(value)) return;
      total += value;
      count += 1;
    },
    result: () => (count > 0 ? total / count : null),
  };
};

/** By Welford's method: no large squares, no list. @param spared 0 of all of a population, 1 of a sample */
const deviation = (spared: 0 | 1) => (): Accumulator => {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add: (value) => {
      if (!isNumber(value)) return;
      count += 1;
      const difference = value - mean;
      mean += difference / count;
      squares += difference * (value - mean);
    },
    result: () => (count > spared ? Math.sqrt(squares / (count - spared)) : null),
  };
};

/** Nothing is neither the greatest nor the least. */
const extreme = (sign: 1 | -1) => (): Accumulator => {
  let best: Value = null;
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (best === null || sign * compareValues(value, best) > 0) best = value;
    },
    result: () => best,
  };
};

const first = (): Accumulator => {
  let found: readonly [Value] | undefined;
  return {
    add: (value) => {
      found ??= [value ?? null];
    },
    result: () => found?.[0] ?? null,
  };
};

const last = (): Accumulator => {
  let found: Value = null;
  return {
    add: (value) => {
      found = value ?? null;
    },
    result: () => found,
  };
};

/** What is missing is no element. */
const push = (): Accumulator => {
  const list: Value[] = [];
  return {
    add: (value) => {
      if (value !== undefined) list.push(value);
    },
    result: () => list,
  };
};

const addToSet = (): Accumulator => {
  const [list, known]: [Value[], ValueSet] = [[], new ValueSet()];
  return {
    add: (value) => {
      if (value !== undefined && known.add(value)) list.push(value);
    },
    result: () => list,
  };
};

const mergeObjects = (): Accumulator => {
  const merged = emptyDocument();
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (!isDocument(value)) throw requestFailed('$mergeObjects requires object inputs');
      for (const [key, child] of entriesOf(value)) merged[key] = child;
    },
    result: () => merged,
  };
};

/** The accumulators of $group and $bucket. */
export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $addToSet: addToSet,
  $avg: average,
  $first: first,
  $last: last,
  $max: extreme(1),
  $mergeObjects: mergeObjects,
  $min: extreme(-1),
  $push: push,
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $sum: sum,
};
