import { evidenceIdOf, type Evidence } from '../../miniprogram/domain/evidence/evidence';
import { examineMedia } from '../../miniprogram/domain/evidence/examine-media';
import { formEvidence, requireConfirmable } from '../../miniprogram/domain/evidence/form-evidence';
import { evidenceName, type EvidenceKind } from '../../miniprogram/domain/evidence/kinds';
import { MEDIA_TYPES } from '../../miniprogram/domain/evidence/media-types';
import type { Actor } from '../../miniprogram/domain/people/post';
import { hashOf, sha256 } from './forming';

/** A file that is to stand in the storage. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export interface SentFile {
  readonly kind: EvidenceKind;
  readonly bytes: Buffer;
  /** PNG; null where the phone sent none. */
  readonly thumbnail: Buffer | null;
  /** null for what does not play. */
  readonly durationMs: number | null;
  /** The original of which it is the shown copy. */
  readonly annotates: Evidence | null;
}

export interface Sending {
  readonly requestId: string;
  readonly author: Actor;
  /** Instants, ISO. */
  readonly takenAt: string;
  readonly receivedAt: string;
}

/** A file as somebody made and sent it, with what stands in the storage for it. @throws DomainError when they may not */
export const fileEvidence = (
  { kind, bytes, durationMs, thumbnail, annotates }: SentFile,
  { requestId, author, takenAt, receivedAt }: Sending,
  fileIdOf: (path: string) => string,
): { readonly evidence: Evidence; readonly files: readonly StoredFile[] } => {
  const command = {
    ...{ requestId, takenAt, kind, sha256: hashOf(bytes), durationMs, place: null },
    annotates: annotates?._id ?? null,
  };
  requireConfirmable(command, author, annotates);
  const { type, pixels } = examineMedia(kind, bytes, evidenceName(kind));
  const path = `evidence/${evidenceIdOf(command, author.personId, sha256)}`;
  const whole = { path: `${path}.${MEDIA_TYPES[type].extension}`, bytes };
  const small = thumbnail && { path: `${path}.thumbnail.png`, bytes: thumbnail };
  const file = {
    ...{ type, pixels, bytes: bytes.length, fileID: fileIdOf(whole.path) },
    thumbnailID: small && fileIdOf(small.path),
    check: { traceId: null, state: 'unchecked' as const },
  };
  return {
    evidence: formEvidence(command, author, receivedAt, file, sha256),
    files: [whole, ...(small ? [small] : [])],
  };
};
