import { badRequest } from '../gateway/errors';
import { isJsonObject, type Json, type JsonObject } from './json';
import { Pattern, type Value } from './value';

const WHOLE = /^-?\d+$/;
const DOUBLE = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const ENDLESS = ['Infinity', '-Infinity', 'NaN'];
const HEX_ID = /^[0-9a-fA-F]{24}$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

const numberOf = (type: string, value: Json | undefined): number => {
  const isWhole = type !== '$numberDouble';
  const isNumber =
    typeof value === 'string' &&
    (isWhole ? WHOLE.test(value) : DOUBLE.test(value) || ENDLESS.includes(value));
  if (!isNumber) throw badRequest(`invalid number: ${JSON.stringify({ [type]: value })}`);
  return Number(value);
};

/** @throws WireError for a moment JavaScript's and BSON's dates cannot hold */
const momentOf = (milliseconds: number, type: string): Date => {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) throw badRequest(`invalid ${type}`);
  return date;
};

const dateOf = (value: Json | undefined): Date => {
  if (isJsonObject(value) && Object.keys(value).join() === '$numberLong') {
    return momentOf(numberOf('$numberLong', value['$numberLong']), '$date');
  }
  const isText = typeof value === 'string' && ISO_DATE.test(value);
  return momentOf(isText ? Date.parse(value) : typeof value === 'number' ? value : NaN, '$date');
};

const idOf = (value: Json | undefined): string => {
  if (typeof value !== 'string' || !HEX_ID.test(value)) throw badRequest('invalid $oid');
  return value;
};

const patternOf = (value: Json | undefined): Pattern => {
  const { pattern, options = '' } = isJsonObject(value) ? value : {};
  if (typeof pattern !== 'string' || typeof options !== 'string')
    throw badRequest('invalid $regularExpression');
  return new Pattern(pattern, options);
};

/** The service's clock, moved by the offset in milliseconds. */
const serverDateOf = (value: Json | undefined, now: () => number): Date => {
  const offset = isJsonObject(value) ? (value['offset'] ?? 0) : 0;
  const type = isJsonObject(offset) ? Object.keys(offset).join() : '';
  const isWrapped = ['$numberInt', '$numberLong', '$numberDouble'].includes(type);
  const number = isWrapped && isJsonObject(offset) ? numberOf(type, offset[type]) : offset;
  if (typeof number !== 'number') throw badRequest('invalid offset of serverDate');
  return momentOf(now() + number, 'offset of serverDate');
};

/** Types of BSON that no value here is: kept as objects they would not come back as they went. */
const UNSUPPORTED = [
  '$binary',
  '$code',
  '$dbPointer',
  '$maxKey',
  '$minKey',
  '$numberDecimal',
  '$symbol',
  '$timestamp',
  '$undefined',
  '$uuid',
];

/**
 * The value of an extended JSON wrapper: an object of one key that names the type.
 * @returns undefined when the object is none
 * @throws WireError for a malformed one, or of a type that is not kept
 */
export const unwrap = (object: JsonObject, now: () => number): Value | undefined => {
  const keys = Object.keys(object);
  const [key] = keys;
  if (key === undefined || !key.startsWith('$')) return undefined;
  if (UNSUPPORTED.includes(key)) throw badRequest(`values of type ${key} are not supported`);
  if (keys.length !== 1) return undefined;
  const inner = object[key];
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return numberOf(key, inner);
    case '$date':
      return dateOf(inner);
    case '$oid':
      return idOf(inner);
    case '$regularExpression':
      return patternOf(inner);
    case '$tcb_server_date':
      return serverDateOf(inner, now);
    default:
      return undefined;
  }
};
