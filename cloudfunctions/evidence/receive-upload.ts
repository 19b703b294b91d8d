import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../../miniprogram/domain/errors';
import { megabytes } from '../../miniprogram/domain/evidence/kinds';
import { temporaryUrls } from '../_shared/storage';

/** The bytes as they stood in the store when they were read, on this function's own disk. */
export interface ReceivedFile {
  readonly localPath: string;
  readonly bytes: number;
  /** Of the bytes, hex. */
  readonly sha256: string;
}

/**
 * Reads an upload through once, onto the function's disk: memory holds a piece of it at a time, and a file that is
 * too large is let go of when the bound is passed. What is kept afterwards are these bytes, whatever is uploaded in
 * their place meanwhile. The copy on disk is gone when `use` has ended.
 * @throws DomainError evidence.missing, evidence.tooLarge
 */
export const withUpload = async <R>(
  fileID: string,
  maxBytes: number,
  what: string,
  use: (file: ReceivedFile) => Promise<R>,
): Promise<R> => {
  const url = (await temporaryUrls([fileID])).get(fileID);
  const response = url === undefined ? null : await fetch(url);
  if (!response || response.status === 404) throw new DomainError('evidence.missing', { what });
  if (!response.ok) throw new Error(`the store answered ${response.status} for an upload`);
  const localPath = path.join(tmpdir(), randomUUID());
  const digest = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      digest.update(chunk);
      if (bytes <= maxBytes) done(null, chunk);
      else done(new DomainError('evidence.tooLarge', { what, max: megabytes(maxBytes) }));
    },
  });
  try {
    const body = response.body ? Readable.fromWeb(response.body) : Readable.from([]);
    await pipeline(body, meter, createWriteStream(localPath, { flags: 'wx' }));
    return await use({ localPath, bytes, sha256: digest.digest('hex') });
  } finally {
    await rm(localPath, { force: true });
  }
};
