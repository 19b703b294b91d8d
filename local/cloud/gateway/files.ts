import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentType } from 'mime-types';
import send from 'send';
import type { Storage } from '../storage/storage';
import { asWireError } from './http';

const refuse = (response: ServerResponse, status: number): void => {
  response.statusCode = status;
  response.end();
};

const pathOf = (url: URL, route: string): string => decodeURIComponent(url.pathname.slice(route.length));

/** `GET /files/<path>?expires&sign`: with ranges, as video needs them. */
export const serveFile =
  (storage: Storage) =>
  (request: IncomingMessage, response: ServerResponse, url: URL): void => {
    const path = pathOf(url, '/files/');
    if (!storage.mayOpen('read', path, url.searchParams)) return refuse(response, 403);
    const file = storage.find(path);
    if (!file) return refuse(response, 404);
    response.setHeader(
      'content-type',
      contentType(path.split('/').pop() ?? '') || 'application/octet-stream',
    );
    send(request, file.blob, { etag: false, lastModified: false, cacheControl: false }).pipe(response);
  };

/** `PUT /upload/<path>?expires&sign`: the address that getUploadMetadata gave. */
export const serveUpload =
  (storage: Storage) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const path = pathOf(url, '/upload/');
    if (!storage.mayOpen('write', path, url.searchParams)) return refuse(response, 403);
    try {
      await storage.put(path, request, '');
      response.end();
    } catch (error) {
      asWireError(error);
      refuse(response, 500);
    }
  };
