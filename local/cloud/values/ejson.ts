import { badRequest, requestFailed } from '../gateway/errors';
import { unwrap } from './ejson-types';
import { requireUnicode, type Json } from './json';
import { emptyDocument, entriesOf, isDocument, Pattern, type Document, type Value } from './value';

/** Deeper than this is refused, as MongoDB does. */
export const MAX_DEPTH = 100;

/** @throws WireError for what is no extended JSON or is nested too deep */
const decode = (json: Json, now: () => number = Date.now, depth = 0): Value => {
  if (depth > MAX_DEPTH) throw badRequest(`document is nested deeper than ${MAX_DEPTH} levels`);
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item) => decode(item, now, depth + 1));
  const wrapped = unwrap(json, now);
  if (wrapped !== undefined) return wrapped;
  const document = emptyDocument();
  for (const [key, child] of Object.entries(json)) document[key] = decode(child, now, depth + 1);
  return document;
};

/** Parses canonical extended JSON. @throws WireError for what is none */
export const parseValue = (text: string, now?: () => number): Value => {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw badRequest('malformed EJSON');
  }
  requireUnicode(text, json);
  return decode(json, now);
};

/** The same of a document. */
export const parseDocument = (text: string, now?: () => number): Document => {
  const value = parseValue(text, now);
  if (!isDocument(value)) throw badRequest('a document was expected');
  return value;
};

const encode = (value: Value): Json => {
  if (value instanceof Date) {
    // A pipeline may compute one; no reader would take it.
    if (Number.isNaN(value.getTime())) throw requestFailed('a date is out of range');
    return { $date: { $numberLong: String(value.getTime()) } };
  }
  if (value instanceof Pattern) {
    return { $regularExpression: { pattern: value.source, options: value.options } };
  }
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value;
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
  }
  if (Array.isArray(value)) return value.map(encode);
  if (!isDocument(value)) return value;
  const json = Object.create(null) as { [key: string]: Json };
  for (const [key, child] of entriesOf(value)) json[key] = encode(child);
  return json;
};

/** Extended JSON that the SDKs parse back to the same value; also how documents stand on disk. */
export const stringify = (value: Value): string => JSON.stringify(encode(value));
