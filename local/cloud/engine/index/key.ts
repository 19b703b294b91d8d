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

export interface IndexKeys {
  /** Distinct keys, one a combination of elements. */
  readonly keys: readonly Buffer[];
  /** Paths whose values came out of arrays: an order by them is not the index's order. */
  readonly multikeyPaths: readonly string[];
}

export const keysOf = (index: EngineIndex, document: Document): IndexKeys => {
  let keys: Buffer[] = [Buffer.alloc(0)];
  const multikeyPaths: string[] = [];
  for (const field of index.fields) {
    const { encodings, isMultikey } = indexedValues(document, field);
    if (isMultikey) multikeyPaths.push(field.path);
    const parts = encodings.map((encoding) => directed(encoding, field.direction));
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
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
