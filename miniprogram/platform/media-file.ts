import { digestOf } from './sha256';

/** A file on this phone, not yet sent. */
export interface LocalFile {
  readonly path: string;
  readonly bytes: number;
  /** Of the file as it was taken or picked, before anything else happens to it; hex. */
  readonly sha256: string;
  /** Instant, ISO, by the phone's clock. */
  readonly takenAt: string;
}

/** The file as it is at this moment, read in pieces: a film of 100 MB is never in memory as a whole. */
export const takenNow = async (path: string): Promise<LocalFile> => {
  const { bytes, sha256 } = await digestOf(path);
  return { path, bytes, sha256, takenAt: new Date().toISOString() };
};
