import type { Clock, MovableClock } from '../clock';
import type { DocumentDatabase } from '../engine/database';
import type { Functions } from '../functions/functions';
import type { Storage } from '../storage/storage';
import { emptyDocument, type Document } from '../values/value';
import type { WeChat } from '../doubles/wechat';
import { parseDocument } from '../values/ejson';
import { badRequest } from './errors';

/** The rooms of the environment that an action reaches. */
export interface Environment {
  readonly database: DocumentDatabase;
  readonly storage: Storage;
  readonly functions: Functions;
  readonly wechat: WeChat;
  readonly clock: MovableClock;
  readonly now: Clock;
  /** The mini program's pages, the first one first; empty when they are not known. */
  readonly pages: readonly string[];
  /** Hands a message of WeChat's to the function that takes them. */
  readonly push: (openid: string, message: object) => void;
}

/** The body of a request as it came. */
export type Body = Readonly<Record<string, unknown>>;

/** One `action` of the wire: its answer is laid over `{ requestId }`. @throws WireError */
export type Action = (environment: Environment, body: Body) => Promise<object> | object;

export const textOf = (body: Body, field: string): string => {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw badRequest(`${field} is required`);
  return value;
};

export const optionalText = (body: Body, field: string): string | undefined =>
  body[field] === undefined ? undefined : textOf(body, field);

/** A field that travels as extended JSON text. */
export const documentOf = (body: Body, field: string, now: Clock): Document =>
  parseDocument(textOf(body, field), now);

/** The SDKs leave the query out when there is no condition. */
export const queryOf = (body: Body, now: Clock): Document =>
  optionalDocument(body, 'query', now) ?? emptyDocument();

export const optionalDocument = (body: Body, field: string, now: Clock): Document | undefined => {
  const text = optionalText(body, field);
  return text === undefined ? undefined : parseDocument(text, now);
};

/** @throws WireError for what is no whole number from zero up */
export const optionalCount = (body: Body, field: string): number | undefined => {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw badRequest(`${field} is invalid`);
  return value;
};

/** An entry of a list. @throws WireError for what is no text */
export const requireText = (value: unknown, what: string): string => {
  if (typeof value !== 'string' || value === '') throw badRequest(`${what} must be a text`);
  return value;
};

/** An entry of a list with fields of its own. */
export const requireObject = (value: unknown, what: string): Body => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest(`${what} must be an object`);
  }
  return value as Body;
};

export const listOf = (body: Body, field: string): readonly unknown[] => {
  const value = body[field];
  if (!Array.isArray(value)) throw badRequest(`${field} must be a list`);
  return value;
};
