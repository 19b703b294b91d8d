import { compareValues, typeRank } from '../../values/compare';
import { splitPath, valuesAt } from '../../values/path';
import { entriesOf, isDocument, Pattern, type Document, type Value } from '../../values/value';
import { encodePlace } from './cells';
import type { EngineIndex, IndexField } from './declared';

/** An empty array stands before everything, as MongoDB's undefined does. */
const EMPTY_ARRAY = Buffer.from([0x00]);
const END = Buffer.from([0x00]);

/** UTF-8 orders as code points do; a zero byte is written so that the end of the text stays smaller than any. */
const textBytes = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.from([0, 0])]);
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.from([...escaped, 0, 0]);
};

/** Eight bytes that order as numbers do: the sign turned round, negative numbers inverted; NaN before all. */
const numberBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (bytes.readUInt8(0) & 0x80)
    for (let index = 0; index < 8; index += 1) bytes[index] = ~(bytes[index] ?? 0) & 0xff;
  else bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
};

const payload = (value: Value): Buffer => {
  if (value === null) return Buffer.alloc(0);
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'boolean') return Buffer.from([Number(value)]);
  if (value instanceof Date) return numberBytes(value.getTime());
  if (value instanceof Pattern) return Buffer.concat([textBytes(value.source), textBytes(value.options)]);
  if (Array.isArray(value)) return Buffer.concat([...value.map(encodeValue), END]);
  const fields = entriesOf(value).map(([name, child]) =>
    Buffer.concat([Buffer.from([typeRank(child)]), textBytes(name), payload(child)]),
  );
  return Buffer.concat([...fields, END]);
};

/** Bytes that compare as the values do (compareValues), and of which none begins another. */
export const encodeValue = (value: Value): Buffer =>
  Buffer.concat([Buffer.from([typeRank(value)]), payload(value)]);

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
