import { badRequest } from '../gateway/errors';
import { emptyDocument, entriesOf, isDocument, Pattern, type Document, type Value } from './value';

/** Deeper than this is refused, as MongoDB does. */
const MAX_DEPTH = 100;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isJsonObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numberOf = (value: Json | undefined): number => {
  const number = Number(value);
  if (typeof value === 'string' && Number.isNaN(number) && value !== 'NaN') {
    throw badRequest(`invalid number: ${value}`);
  }
  return number;
};

const dateOf = (value: Json | undefined): Date => {
  const date = new Date(isJsonObject(value) ? numberOf(value['$numberLong']) : (value as string | number));
  if (Number.isNaN(date.getTime())) throw badRequest('invalid $date');
  return date;
};

/** Extended JSON wrappers: one key that names the type. `undefined` when the object is none. */
const unwrap = (object: { [key: string]: Json }, now: () => number): Value | undefined => {
  const keys = Object.keys(object);
  const [key] = keys;
  if (keys.length !== 1 || key === undefined) return undefined;
  const inner = object[key];
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return numberOf(inner);
    case '$date':
      return dateOf(inner);
    case '$oid':
      return String(inner);
    case '$regularExpression': {
      if (!isJsonObject(inner)) throw badRequest('invalid $regularExpression');
      return new Pattern(String(inner['pattern']), String(inner['options'] ?? ''));
    }
    case '$tcb_server_date':
      return new Date(now() + (isJsonObject(inner) ? Number(decode(inner['offset'] ?? 0, now)) : 0));
    default:
      return undefined;
  }
};

/** @throws WireError for what is no extended JSON or is nested too deep */
export const decode = (json: Json, now: () => number = Date.now, depth = 0): Value => {
  if (depth > MAX_DEPTH) throw badRequest(`document is nested deeper than ${MAX_DEPTH} levels`);
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item) => decode(item, now, depth + 1));
  const wrapped = unwrap(json, now);
  if (wrapped !== undefined) return wrapped;
  const document = emptyDocument();
  for (const [key, child] of Object.entries(json)) document[key] = decode(child, now, depth + 1);
  return document;
};

/** Parses canonical extended JSON to a document. */
export const parseDocument = (text: string, now?: () => number): Document => {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw badRequest('malformed EJSON');
  }
  const value = decode(json, now);
  if (!isDocument(value)) throw badRequest('a document was expected');
  return value;
};

const encode = (value: Value): Json => {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
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
