import { entriesOf, type Document } from '../../values/value';
import { constraintsOf, type Bound, type Constraint } from './constraints';
import type { EngineIndex } from './declared';
import { directed } from './key';

/** A stretch of an index: keys from `from` on and before `to`. */
export interface Stretch {
  readonly from: Buffer;
  readonly to: Buffer;
  /** How many bytes every key of the stretch begins with. */
  readonly prefixLength: number;
}

export interface Plan {
  readonly index: EngineIndex;
  readonly stretches: readonly Stretch[];
  readonly isBackward: boolean;
  /** Whether the index gives the order asked for. */
  readonly isSorted: boolean;
}

/** More combinations than this are narrowed by fewer fields instead. */
const MAX_STRETCHES = 200;

/** No component has so many of these at its beginning, turned round or not. */
const BEYOND = Buffer.alloc(12, 0xff);

/** What stands behind every key that begins with these bytes. */
const after = (bytes: Buffer): Buffer => Buffer.concat([bytes, BEYOND]);

const pointsOf = (constraints: readonly Constraint[]): readonly Buffer[] | undefined =>
  constraints.map(({ points }) => points).filter((points) => points !== undefined)[0];

const isAscending = (a: Bound, b: Bound): boolean => Buffer.compare(a.at, b.at) >= 0;

/**
 * The range of one field. Of an array different elements may meet the two ends, so only one end is used then,
 * and of several conditions on it only one.
 */
const rangeOf = (constraints: readonly Constraint[], isMultikey: boolean): Constraint => {
  const usable = isMultikey ? constraints.slice(0, 1) : constraints;
  let low: Bound | undefined;
  let high: Bound | undefined;
  for (const constraint of usable) {
    if (constraint.low && (!low || isAscending(constraint.low, low))) low = constraint.low;
    if (constraint.high && (!high || isAscending(high, constraint.high))) high = constraint.high;
  }
  return { ...(low ? { low } : {}), ...(high ? { high } : {}) };
};

const stretchOf = (prefix: Buffer, range: Constraint, direction: 1 | -1): Stretch => {
  const [first, last] = direction === 1 ? [range.low, range.high] : [range.high, range.low];
  const edge = ({ at }: Bound): Buffer => Buffer.concat([prefix, directed(at, direction)]);
  return {
    from: first ? (first.isOpen ? after(edge(first)) : edge(first)) : prefix,
    to: last ? (last.isOpen ? edge(last) : after(edge(last))) : after(prefix),
    prefixLength: prefix.length,
  };
};

/**
 * Whether the keys behind the chosen values stand in the order asked for. Stretches of several chosen values are
 * merged, so those fields themselves must not be in the order.
 */
const sortFits = (
  index: EngineIndex,
  order: readonly (readonly [string, number])[],
  fixed: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
  multikey: ReadonlySet<string>,
): { fits: boolean; isBackward: boolean } => {
  const wanted = order.filter(([path]) => !fixed.has(path));
  const offered = index.fields.filter(({ path }) => !chosen.has(path));
  const signs = wanted.map(([path, direction], position) => {
    const field = offered[position];
    return field?.kind === 'ordered' && field.path === path && !multikey.has(path)
      ? direction * field.direction
      : 0;
  });
  const [sign = 1] = signs;
  return { fits: sign !== 0 && signs.every((each) => each === sign), isBackward: sign === -1 };
};

const planFor = (
  index: EngineIndex,
  constraints: ReadonlyMap<string, readonly Constraint[]>,
  order: readonly (readonly [string, number])[],
  multikey: ReadonlySet<string>,
): { plan: Plan; score: number } => {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  /** Fields with one value each: the order need not speak of them. Of an array the value is not what it sorts by. */
  const fixed = new Set<string>();
  const chosen = new Set<string>();
  let isRanged = false;
  let narrowed = 0;
  let range: Constraint = {};
  let direction: 1 | -1 = 1;
  for (const field of index.fields) {
    const said = constraints.get(field.path);
    if (!said) break;
    if (field.kind === 'place') {
      const places = said.find((constraint) => constraint.places)?.places;
      if (places && prefixes.length * places.length <= MAX_STRETCHES) {
        prefixes = prefixes.flatMap((prefix) => places.map((place) => Buffer.concat([prefix, place])));
        chosen.add(field.path);
        narrowed += 2;
      }
      break;
    }
    const points = pointsOf(said);
    if (points && prefixes.length * points.length <= MAX_STRETCHES) {
      const distinct = [
        ...new Map(points.map((point) => [point.toString('hex'), directed(point, field.direction)])).values(),
      ].sort(Buffer.compare);
      prefixes = prefixes.flatMap((prefix) => distinct.map((point) => Buffer.concat([prefix, point])));
      chosen.add(field.path);
      if (distinct.length === 1 && !multikey.has(field.path)) fixed.add(field.path);
      narrowed += 2;
      continue;
    }
    range = rangeOf(said, multikey.has(field.path));
    isRanged = range.low !== undefined || range.high !== undefined;
    direction = field.direction;
    narrowed += isRanged ? 1 : 0;
    break;
  }
  const { fits, isBackward } = sortFits(index, order, fixed, chosen, multikey);
  const isSorted = order.length > 0 && fits;
  return {
    plan: {
      index,
      stretches: prefixes.map((prefix) => stretchOf(prefix, isRanged ? range : {}, direction)),
      isBackward: isSorted && isBackward,
      isSorted,
    },
    score: narrowed * 2 + (isSorted ? 3 : 0),
  };
};

/** The index that narrows most, and gives the order where it can; undefined when none helps. */
export const choosePlan = (
  indexes: readonly { readonly index: EngineIndex; readonly multikey: ReadonlySet<string> }[],
  query: Document,
  order: Document | undefined,
): Plan | undefined => {
  const constraints = constraintsOf(query);
  const wanted = order ? entriesOf(order).map(([path, direction]) => [path, Number(direction)] as const) : [];
  const [best] = indexes
    .map(({ index, multikey }) => planFor(index, constraints, wanted, multikey))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return best?.plan;
};
