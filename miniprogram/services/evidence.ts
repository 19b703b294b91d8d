import { DomainError } from '../domain/errors';
import type { EvidencePlace } from '../domain/evidence/evidence';
import { evidenceName, type EvidenceKind } from '../domain/evidence/kinds';
import type { LocalFile } from '../platform/media-file';
import { thumbnailPath, uploadFile, uploadPath } from '../platform/uploads';
import { call, type Input, type Output } from './call-function';

export type ViewedEvidence = Output<'evidence', 'view'>[number];

export const viewEvidence = (query: Input<'evidence', 'view'>) => call('evidence', 'view', query);

/** Uploads that belong together: said once before the first of them, so that what is never confirmed can be swept. */
export interface Batch {
  readonly requestId: string;
  /** The person's own, of session.home. */
  readonly prefix: string;
}

/** One file with what is sent of it. */
export interface Sending {
  readonly file: LocalFile;
  readonly kind: EvidenceKind;
  readonly place: EvidencePlace | null;
  /** Path on this phone; null where there is none. */
  readonly thumbnail: string | null;
  /** The evidence of which this is the shown copy. */
  readonly annotates: string | null;
  /** How a refusal names it, where it has a number. */
  readonly name?: string;
}

/** @throws DomainError of the network */
export const announceUploads = async (
  files: readonly Pick<LocalFile, 'path' | 'sha256'>[],
  { requestId, prefix }: Batch,
): Promise<void> => {
  if (files.length === 0) return;
  const paths = files.flatMap((file) => [
    uploadPath(file, prefix, requestId),
    thumbnailPath(file, prefix, requestId),
  ]);
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
  { file, kind, place, thumbnail, annotates, name = evidenceName(kind) }: Sending,
  { requestId, prefix }: Batch,
): Promise<string> => {
  const fileID = await uploadFile(file.path, uploadPath(file, prefix, requestId));
  const thumbnailID =
    thumbnail === null ? null : await uploadFile(thumbnail, thumbnailPath(file, prefix, requestId));
  const { sha256, takenAt } = file;
  try {
    const receipt = await call('evidence', 'confirm', {
      ...{ requestId, fileID, thumbnailID, kind, sha256, takenAt, place, annotates },
    });
    return receipt.evidenceId;
  } catch (error) {
    throw naming(error, name);
  }
};
