import type { Readable } from 'node:stream';
import { badRequest, WireError } from '../gateway/errors';
import { requirePath } from './file-path';
import type { FileStore, StoredFile } from './file-store';
import type { Signer } from './signed-address';

/** How long an upload address opens. */
const UPLOAD_LIFE_S = 15 * 60;
/** How long a download address opens unless asked otherwise, as the service's. */
const DEFAULT_READ_LIFE_S = 2 * 60 * 60;

export interface Storage {
  /** cloud://env.bucket/path */
  readonly fileIdOf: (path: string) => string;
  /** @returns undefined for a file of another environment */
  readonly pathOf: (fileId: string) => string | undefined;
  readonly uploadAddress: (path: string) => { url: string; signature: string };
  readonly readAddress: (path: string, lifeSeconds?: number) => string;
  readonly mayOpen: (purpose: 'read' | 'write', path: string, query: URLSearchParams) => boolean;
  /** @param owner the openid of a client's upload, '' otherwise */
  readonly put: (path: string, content: Readable, owner: string) => Promise<StoredFile>;
  readonly find: (path: string) => StoredFile | undefined;
  /** @throws WireError STORAGE_FILE_NONEXIST, or STORAGE_FILE_EXIST when it must not be written over */
  readonly copy: (from: string, to: string, overwrite: boolean) => void;
  readonly remove: (path: string) => boolean;
}

export const createStorage = (options: {
  readonly env: string;
  readonly files: FileStore;
  readonly signer: Signer;
  readonly urlOf: () => string;
}): Storage => {
  const { env, files, signer, urlOf } = options;
  const authority = `${env}.${env}-bucket`;
  const address = (route: string, purpose: 'read' | 'write', path: string, life: number) => {
    const { expires, signature } = signer.sign(purpose, path, life);
    return { url: `${urlOf()}/${route}/${path}?expires=${expires}&sign=${signature}`, signature };
  };
  return {
    fileIdOf: (path) => `cloud://${authority}/${path}`,
    pathOf: (fileId) => {
      const [, host, path] = /^cloud:\/\/([^/]+)\/(.+)$/.exec(fileId) ?? [];
      return host === authority || host === env ? path : undefined;
    },
    uploadAddress: (path) => {
      const { url, signature } = address('upload', 'write', requirePath(path), UPLOAD_LIFE_S);
      return { url: encodeURI(url), signature };
    },
    // As it is, not percent-encoded: the SDKs encode it themselves.
    readAddress: (path, life = DEFAULT_READ_LIFE_S) => address('files', 'read', path, life).url,
    mayOpen: (purpose, path, query) =>
      signer.isValid(purpose, path, Number(query.get('expires')), query.get('sign') ?? ''),
    copy: (from, to, overwrite) => {
      // Onto itself it would be written over, or be gone with its original.
      if (from === to) throw badRequest('src_path and dst_path are the same file');
      if (!files.find(from)) throw new WireError('STORAGE_FILE_NONEXIST', `file does not exist: ${from}`);
      if (!overwrite && files.find(to)) throw new WireError('STORAGE_FILE_EXIST', `file exists: ${to}`);
      files.link(from, to, '');
    },
    put: files.put,
    find: files.find,
    remove: files.remove,
  };
};
