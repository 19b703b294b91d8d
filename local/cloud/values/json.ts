import { badRequest } from '../gateway/errors';

export type JsonObject = { [key: string]: Json };
export type Json = null | boolean | number | string | Json[] | JsonObject;

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Half of a surrogate pair: UTF-8 has no bytes for it, and two such texts would become one. */
const LONE = /\p{Surrogate}/u;
/** Where one may be: as it is, or written as an escape. */
const SUSPICIOUS = /\p{Surrogate}|\\u[dD][89a-fA-F]/u;

/** @throws WireError when a text in it, parsed from this JSON, is no Unicode */
export const requireUnicode = (text: string, json: Json): void => {
  if (!SUSPICIOUS.test(text)) return;
  const left: Json[] = [json];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string' && LONE.test(value)) {
      throw badRequest('a text holds half of a surrogate pair, which UTF-8 cannot keep');
    }
    if (Array.isArray(value)) for (const item of value) left.push(item);
    if (isJsonObject(value)) for (const [key, child] of Object.entries(value)) left.push(key, child);
  }
};
