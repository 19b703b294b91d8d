import { randomBytes } from 'node:crypto';
import { badRequest } from '../gateway/errors';
import type { Value } from '../values/value';

/**
 * The `_id` as one text: kind and value, so that 1 and '1' are two documents.
 * @throws WireError for an id that is neither a text nor a number
 */
export const documentKey = (id: Value | undefined): string => {
  if (typeof id === 'string') return `s:${id}`;
  if (typeof id === 'number') return `n:${String(id)}`;
  throw badRequest('_id must be a string or a number');
};

/** An id as the service makes them: 32 hexadecimal digits. */
export const newId = (): string => randomBytes(16).toString('hex');
