import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import { contentType } from 'mime-types';
import send from 'send';
import type { Storage } from '../storage/storage';
import { asWireError, pathnameOf, urlOf } from './http';

const refuse = (response: ServerResponse, status: number): void => {
  response.statusCode = status;
  response.end();
};

/** @returns undefined for a path that is no encoded text */
const pathOf = (request: IncomingMessage, route: string): string | undefined => {
  try {
    return decodeURIComponent(pathnameOf(request).slice(route.length));
  } catch {
    return undefined;
  }
};

/** `GET /files/<path>?expires&sign`: with ranges, as video needs them. */
export const serveFile =
  (storage: Storage) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request, '/files/');
    if (path === undefined) return refuse(response, 400);
    if (!storage.mayOpen('read', path, urlOf(request).searchParams)) return refuse(response, 403);
    const file = storage.find(path);
    if (!file) return refuse(response, 404);
    response.setHeader(
      'content-type',
      contentType(path.split('/').pop() ?? '') || 'application/octet-stream',
    );
    // The data may stand under a folder whose name begins with a dot: the default is .data.
    const root = dirname(file.blob);
    send(request, basename(file.blob), {
      root,
      dotfiles: 'allow',
      etag: false,
      lastModified: false,
      cacheControl: false,
    }).pipe(response);
  };

/** An error as the object storage words it: the SDKs look into the body, not at the status. */
const refuseUpload = (response: ServerResponse, status: number, code: string, message: string): void => {
  const id = randomUUID();
  response.statusCode = status;
  response.setHeader('content-type', 'application/xml');
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
  );
};

/** `PUT /upload/<path>?expires&sign`: the address that getUploadMetadata gave. */
export const serveUpload =
  (storage: Storage) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request, '/upload/');
    if (path === undefined) return refuseUpload(response, 400, 'InvalidURI', 'The path is malformed');
    if (!storage.mayOpen('write', path, urlOf(request).searchParams)) {
      return refuseUpload(
        response,
        403,
        'AccessDenied',
        'The address is not signed for this, or has expired',
      );
    }
    try {
      await storage.put(path, request, '');
      response.end();
    } catch (error) {
      asWireError(error);
      refuseUpload(response, 500, 'InternalError', 'The file was not kept');
    }
  };
