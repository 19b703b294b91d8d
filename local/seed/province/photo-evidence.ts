import { evidenceIdOf, type Evidence } from '../../../miniprogram/domain/evidence/evidence';
import { formEvidence, requireConfirmable } from '../../../miniprogram/domain/evidence/form-evidence';
import type { Actor } from '../../../miniprogram/domain/people/post';
import { sha256 } from '../forming';
import { keptPathOf, PICTURE_PIXELS, type Picture, type PictureCopy } from './photos';

export interface DrawnEvidence {
  readonly evidence: Evidence;
  /** What is to stand in the storage for it. */
  readonly copy: PictureCopy;
}

/** A picture as somebody took and sent it. @throws DomainError when they may not */
export const photoEvidence = (
  picture: Picture,
  { requestId, author, takenAt, receivedAt }: PhotoTaken,
  fileIdOf: (path: string) => string,
): DrawnEvidence => {
  const command = {
    ...{ requestId, takenAt },
    ...{ kind: 'photo' as const, sha256: picture.sha256, durationMs: null, place: null, annotates: null },
  };
  requireConfirmable(command, author, null);
  const path = keptPathOf(evidenceIdOf(command, author.personId, sha256), picture);
  const file = {
    ...{ type: 'png' as const, pixels: PICTURE_PIXELS, bytes: picture.bytes.length },
    ...{ fileID: fileIdOf(path), thumbnailID: null },
    check: { traceId: null, state: 'unchecked' as const },
  };
  return { evidence: formEvidence(command, author, receivedAt, file, sha256), copy: { path, picture } };
};

export interface PhotoTaken {
  readonly requestId: string;
  readonly author: Actor;
  /** Instants, ISO. */
  readonly takenAt: string;
  readonly receivedAt: string;
}
