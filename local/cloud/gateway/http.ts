import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, WireError } from './errors';

/** The service's bound on a request that is no upload. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Where a request goes, without what follows the question mark. */
export const pathnameOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/';

/** Parsed only where it is needed: most calls are told apart by their path. @throws WireError for what is no address */
export const urlOf = (request: IncomingMessage): URL => {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1');
  } catch {
    throw badRequest('malformed address');
  }
};

/** @throws WireError for a body that is too large, or whose sender is gone before its end */
export const readBody = (request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    // Listeners, not an async iterator: it costs a fifth of what the gateway does for a call.
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What is too much is read to its end and forgotten: cutting it off would cut off the answer too.
      if (size <= limit) chunks.push(chunk);
      else chunks = [];
    });
    request.once('end', () => {
      if (size > limit)
        reject(new WireError('EXCEED_MAX_PAYLOAD_SIZE', 'request is larger than the service takes'));
      else resolve(Buffer.concat(chunks));
    });
    request.once('close', () => {
      if (!request.complete) reject(badRequest('the request was cut off'));
    });
  });

export const parseJson = (bytes: Buffer): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw badRequest('malformed JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('an object is expected');
  return value as Record<string, unknown>;
};

export const sendJsonText = (response: ServerResponse, text: string): void => {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(text);
};

export const sendJson = (response: ServerResponse, body: object): void =>
  sendJsonText(response, JSON.stringify(body));

/** A text, a number of a file's bytes, nothing else: what went wrong, for whoever reads the program's output. */
export const asWireError = (error: unknown): WireError => {
  if (error instanceof WireError) return error;
  console.error(error);
  return new WireError('SYS_ERR', error instanceof Error ? error.message : 'unexpected failure');
};
