import { typeRank } from './compare';
import { entriesOf, Pattern, type Value } from './value';

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
