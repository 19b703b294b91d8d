import { DomainError } from '../domain/errors';
import type { EvidencePlace } from '../domain/evidence/evidence';
import { evidenceName, type EvidenceKind } from '../domain/evidence/kinds';
import type { LocalFile } from '../platform/media-file';
import { uploadFile, type UploadPaths } from '../platform/uploads';
import { call, type Input, type Output } from './call-function';

export type ViewedEvidence = Output<'evidence', 'view'>[number];

export const viewEvidence = (query: Input<'evidence', 'view'>) => call('evidence', 'view', query);

/** One file with what is sent of it. */
export interface Sending {
  readonly file: LocalFile;
  /** Where it is uploaded to, and its thumbnail beside it: what was announced. */
  readonly paths: UploadPaths;
  /** null for what does not play. */
  readonly durationMs: number | null;
  readonly kind: EvidenceKind;
  readonly place: EvidencePlace | null;
  /** Path on this phone; null where there is none. */
  readonly thumbnail: string | null;
  /** The evidence of which this is the shown copy. */
  readonly annotates: string | null;
  /** How a refusal names it, where it has a number. */
  readonly name?: string;
}

/**
 * Says what is about to be uploaded, before the first of it: what is never confirmed can be swept then.
 * @param requestId of all that belongs together
 * @throws DomainError of the network
 */
export const announceUploads = async (uploads: readonly UploadPaths[], requestId: string): Promise<void> => {
  if (uploads.length === 0) return;
  const paths = uploads.flatMap(({ file, thumbnail }) => [file, ...(thumbnail === null ? [] : [thumbnail])]);
  await call('evidence', 'announce', { requestId, paths });
};

/** A refusal of one file, saying which of the form's it is. */
const naming = (error: unknown, name: string): unknown =>
  error instanceof DomainError && error.code.startsWith('evidence.')
    ? new DomainError(error.code, { ...error.details, what: name })
    : error;

/**
 * Uploads a file and has it confirmed; trying again in the same batch sends and confirms the same.
 * @returns the evidence id
 * @throws DomainError network.unavailable, evidence.*
 */
export const sendEvidence = async (
  { file, paths, kind, durationMs, place, thumbnail, annotates, name = evidenceName(kind) }: Sending,
  requestId: string,
): Promise<string> => {
  const fileID = await uploadFile(file.path, paths.file);
  const thumbnailID =
    thumbnail === null || paths.thumbnail === null ? null : await uploadFile(thumbnail, paths.thumbnail);
  const { sha256, takenAt } = file;
  try {
    const receipt = await call('evidence', 'confirm', {
      ...{ requestId, fileID, thumbnailID, kind, sha256, durationMs, takenAt, place, annotates },
    });
    return receipt.evidenceId;
  } catch (error) {
    throw naming(error, name);
  }
};
