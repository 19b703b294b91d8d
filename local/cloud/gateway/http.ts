import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, WireError } from './errors';

/** The service's bound on a request that is no upload. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

export const readBody = async (request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is too much is read to its end and forgotten: cutting it off would cut off the answer too.
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limit) {
    throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', 'request is larger than the service takes');
  }
  return Buffer.concat(chunks);
};

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

export const sendJson = (response: ServerResponse, body: object): void => {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
};

/** A text, a number of a file's bytes, nothing else: what went wrong, for whoever reads the program's output. */
export const asWireError = (error: unknown): WireError => {
  if (error instanceof WireError) return error;
  console.error(error);
  return new WireError('SYS_ERR', error instanceof Error ? error.message : 'unexpected failure');
};
