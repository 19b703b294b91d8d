import { open, readFile } from 'node:fs/promises';
import { DomainError } from '../../miniprogram/domain/errors';
import type { KeptFile } from '../../miniprogram/domain/evidence/form-evidence';
import { examineMedia, type Media } from '../../miniprogram/domain/evidence/examine-media';
import {
  EVIDENCE_KINDS,
  isPicture,
  THUMBNAIL_BYTES,
  evidenceName,
  type EvidenceKind,
} from '../../miniprogram/domain/evidence/kinds';
import { HEAD_BYTES, MEDIA_TYPES } from '../../miniprogram/domain/evidence/media-types';
import { storeFile } from '../_shared/storage';
import { askContentCheck } from './content-check';
import { withUpload } from './receive-upload';

/** What was sent, and what it was said to be. */
interface Sent {
  readonly kind: EvidenceKind;
  readonly fileID: string;
  readonly sha256: string;
  readonly thumbnailID: string | null;
}

/** Of a picture all of it, for its end is looked for; of the rest the beginning. */
const bytesToExamine = async (kind: EvidenceKind, localPath: string): Promise<Uint8Array> => {
  if (isPicture(kind)) return readFile(localPath);
  const handle = await open(localPath);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Where no client writes; neither the person nor the file's own name is in it, for addresses show it. */
const keptPath = (evidenceId: string, { type }: Media, part = ''): string =>
  `evidence/${evidenceId}${part}.${MEDIA_TYPES[type].extension}`;

/** What a list shows needs no more pixels than a screen is wide. */
const THUMBNAIL_PIXELS = 1_000_000;

/** Signs of the thumbnail's own hash in its path: the same command sent twice at once may bring two of them. */
const HASH_SIGNS = 16;

const keepThumbnail = (evidenceId: string, fileID: string): Promise<string> => {
  const what = '照片的缩略图';
  return withUpload(fileID, THUMBNAIL_BYTES, what, async ({ localPath, sha256 }) => {
    const media = examineMedia('photo', await readFile(localPath), what, THUMBNAIL_PIXELS);
    return storeFile(keptPath(evidenceId, media, `.thumbnail.${sha256.slice(0, HASH_SIGNS)}`), localPath);
  });
};

const keepOriginal = ({ kind, fileID, sha256 }: Sent, evidenceId: string) => {
  const what = evidenceName(kind);
  return withUpload(fileID, EVIDENCE_KINDS[kind].maxBytes, what, async (file) => {
    if (file.bytes > 0 && file.sha256 !== sha256) throw new DomainError('evidence.altered', { what });
    const media = examineMedia(kind, await bytesToExamine(kind, file.localPath), what);
    return {
      ...media,
      bytes: file.bytes,
      fileID: await storeFile(keptPath(evidenceId, media), file.localPath),
    };
  });
};

/**
 * Reads what the phone sent, looks whether it is what was said, and keeps the bytes that were read. Repeated, it
 * writes the same bytes to the same place.
 * @throws DomainError evidence.missing, .tooLarge, .empty, .altered, .heic, .wrongType, .broken, .tooManyPixels
 */
export const keepUpload = async (sent: Sent, evidenceId: string): Promise<KeptFile> => {
  const original = await keepOriginal(sent, evidenceId);
  const thumbnailID = sent.thumbnailID === null ? null : await keepThumbnail(evidenceId, sent.thumbnailID);
  const check = await askContentCheck({ ...original, kind: sent.kind, thumbnailID });
  return { ...original, thumbnailID, check };
};
