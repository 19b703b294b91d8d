import { DomainError } from '../errors';
import { MAX_PIXELS, type EvidenceKind } from './kinds';
import { MEDIA_TYPES, recogniseMedia, typeNamesOf, type MediaType } from './media-types';
import { jpegSize, pngSize, type Pixels } from './picture-size';

export interface Media {
  readonly type: MediaType;
  /** Of a photo; null for what has none. */
  readonly pixels: Pixels | null;
}

const pixelsOf = (type: MediaType, bytes: Uint8Array, what: string): Pixels | null => {
  if (type !== 'jpeg' && type !== 'png') return null;
  const pixels = type === 'jpeg' ? jpegSize(bytes) : pngSize(bytes);
  if (!pixels) throw new DomainError('evidence.broken', { what });
  return pixels;
};

/**
 * What the file is by its content, whatever its name says.
 * @param bytes a photo's whole file; of a video or a recording its first HEAD_BYTES are enough
 * @param what how a refusal names the file
 * @throws DomainError evidence.empty, evidence.heic, evidence.wrongType, evidence.broken, evidence.tooManyPixels
 */
export const examineMedia = (
  kind: EvidenceKind,
  bytes: Uint8Array,
  what: string,
  maxPixels: number = MAX_PIXELS,
): Media => {
  if (bytes.length === 0) throw new DomainError('evidence.empty', { what });
  const type = recogniseMedia(bytes);
  if (type === 'heic' && kind === 'photo') throw new DomainError('evidence.heic', { what });
  const kinds: readonly EvidenceKind[] = type === null ? [] : MEDIA_TYPES[type].kinds;
  if (type === null || !kinds.includes(kind))
    throw new DomainError('evidence.wrongType', { what, types: typeNamesOf(kind) });
  const pixels = pixelsOf(type, bytes, what);
  if (pixels && pixels.width * pixels.height > maxPixels)
    throw new DomainError('evidence.tooManyPixels', { what, ...pixels });
  return { type, pixels };
};
