import { requestFailed } from '../../gateway/errors';
import { compareValues } from '../../values/compare';
import { encodeValue } from '../../values/encode';
import { splitPath, valuesAt } from '../../values/path';
import { isDocument, Pattern, type Document, type Value } from '../../values/value';
import { encodePlace } from './cells';
import type { EngineIndex, IndexField } from './declared';

/** An empty array stands before everything, as MongoDB's undefined does. */
const EMPTY_ARRAY = Buffer.from([0x00]);

export const inverted = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => ~byte & 0xff));

export const directed = (bytes: Buffer, direction: 1 | -1): Buffer =>
  direction === 1 ? bytes : inverted(bytes);

/** What of a field is indexed: its value, or of an array each element; missing is null. */
const indexedValues = (
  document: Document,
  { path, kind }: IndexField,
): { encodings: Buffer[]; isMultikey: boolean } => {
  const reached = valuesAt(document, splitPath(path));
  const isMultikey = reached.length !== 1 || Array.isArray(reached[0]);
  if (kind === 'place') {
    const places = reached.flatMap((value) => (Array.isArray(value) ? value : [value])).map(encodePlace);
    return { encodings: places.length > 0 ? places : [encodePlace(undefined)], isMultikey };
  }
  const encodings = reached.flatMap((value) => {
    if (!Array.isArray(value)) return [encodeValue(value ?? null)];
    return value.length === 0 ? [EMPTY_ARRAY] : value.map(encodeValue);
  });
  return { encodings: encodings.length > 0 ? encodings : [encodeValue(null)], isMultikey };
};

/** The parts of a path at which a document has arrays. */
const arraysOn = (value: Value | undefined, path: readonly string[], at = ''): Set<string> => {
  const found = new Set<string>();
  if (Array.isArray(value)) {
    found.add(at);
    for (const item of value) {
      if (isDocument(item)) for (const each of arraysOn(item, path, at)) found.add(each);
    }
    return found;
  }
  const [key, ...rest] = path;
  if (key === undefined || !isDocument(value) || !Object.hasOwn(value, key)) return found;
  return arraysOn(value[key], rest, `${at}.${key}`);
};

const isWithin = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].every((each) => others.has(each));

/** Arrays side by side would need a key for each pair of elements. @throws WireError as MongoDB refuses them */
const requireOneArray = (document: Document, paths: readonly string[]): void => {
  const arrays = paths.map((path) => arraysOn(document, splitPath(path)));
  paths.forEach((path, position) => {
    const mine = arrays[position] ?? new Set();
    const other = arrays.findIndex((each) => !isWithin(mine, each) && !isWithin(each, mine));
    if (other >= 0) {
      throw requestFailed(`cannot index parallel arrays [${paths[other] ?? ''}] [${path}]`);
    }
  });
};

export interface IndexKeys {
  /** Distinct keys, one a combination of elements. */
  readonly keys: readonly Buffer[];
  /** Paths whose values came out of arrays: an order by them is not the index's order. */
  readonly multikeyPaths: readonly string[];
}

/** @throws WireError for a document with arrays side by side in the index */
export const keysOf = (index: EngineIndex, document: Document): IndexKeys => {
  let keys: Buffer[] = [Buffer.alloc(0)];
  const multikeyPaths: string[] = [];
  for (const field of index.fields) {
    const { encodings, isMultikey } = indexedValues(document, field);
    if (isMultikey) multikeyPaths.push(field.path);
    const parts = encodings.map((encoding) => directed(encoding, field.direction));
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
  }
  if (index.fields.length > 1) {
    requireOneArray(
      document,
      index.fields.map(({ path }) => path),
    );
  }
  const distinct = new Map(keys.map((key) => [key.toString('hex'), key]));
  return { keys: [...distinct.values()], multikeyPaths };
};

/** Whether an index can find a value by itself: a scalar; arrays and documents have rules of their own. */
export const isScalar = (value: Value): boolean =>
  !Array.isArray(value) &&
  !isDocument(value) &&
  !(value instanceof Pattern) &&
  compareValues(value, NaN) !== 0;
