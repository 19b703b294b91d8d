import { Hash } from 'fast-sha256';
import { readPart, sizeOf } from './files';

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of the bytes, lower-case hex. */
export const sha256Hex = (bytes: ArrayBuffer): string =>
  hexOf(new Hash().update(new Uint8Array(bytes)).digest());

/** What is in memory of a file at a time: a film of 100 MB is not read as a whole. */
const PIECE_BYTES = 1024 * 1024;

/**
 * Length and SHA-256 (lower-case hex) of a file, read in pieces.
 * @throws {errMsg} of the file system: what is not there, or cannot be read
 */
export const digestOf = async (filePath: string): Promise<{ bytes: number; sha256: string }> => {
  const bytes = await sizeOf(filePath);
  const hash = new Hash();
  for (let at = 0; at < bytes; at += PIECE_BYTES) {
    hash.update(new Uint8Array(await readPart(filePath, at, Math.min(PIECE_BYTES, bytes - at))));
  }
  return { bytes, sha256: hexOf(hash.digest()) };
};
