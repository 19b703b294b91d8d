import { EVIDENCE_KINDS } from '../../../domain/evidence/kinds';
import { knownPosition } from '../../../platform/location';
import { takenNow, type LocalFile } from '../../../platform/media-file';
import { choosePhotos, type PhotoSource } from '../../../platform/photos';
import type { Recorded } from '../../../platform/recorder';
import { chooseVideo } from '../../../platform/videos';
import { NO_DRAWING } from '../../../view/drawing/drawing';
import type { FormEvidence } from '../../../view/report-evidence';
import { previewOf } from '../../shown-copy';

/** What does not play, has no poster and is not drawn on. */
const PLAIN = { durationMs: null, posterPath: '', drawing: null, evidenceIds: null };
const VIDEO_BOUNDS = {
  maxSeconds: EVIDENCE_KINDS.video.maxSeconds,
  maxBytes: EVIDENCE_KINDS.video.maxBytes,
};

/** Where the phone is, if it may tell without asking. */
const whereTaken = async (): Promise<FormEvidence['place']> => {
  const fix = await knownPosition();
  return fix && { lng: fix.lng, lat: fix.lat, accuracy: fix.accuracy };
};

/** What comes from the album was taken elsewhere, or nobody knows where. */
const placeOf = (source: PhotoSource): Promise<FormEvidence['place']> =>
  source === 'camera' ? whereTaken() : Promise.resolve(null);

/** Photos, and the refusal of the first that cannot be opened: the others are kept all the same. */
export interface Taken {
  readonly photos: readonly FormEvidence[];
  readonly refused: { readonly order: number; readonly error: unknown } | null;
}

const asPhoto = async (file: LocalFile, place: FormEvidence['place']): Promise<FormEvidence> => {
  const shownPath = await previewOf({ path: file.path, drawing: NO_DRAWING });
  return { ...PLAIN, ...file, kind: 'photo', place, shownPath };
};

/** @throws PermissionError */
export const takePhotos = async (room: number, source: PhotoSource): Promise<Taken> => {
  const files = await choosePhotos(room, [source]);
  const place = files.length > 0 ? await placeOf(source) : null;
  const photos: FormEvidence[] = [];
  let refused: Taken['refused'] = null;
  for (const [index, file] of files.entries()) {
    try {
      photos.push(await asPhoto(file, place));
    } catch (error) {
      refused ??= { order: index + 1, error };
    }
  }
  return { photos, refused };
};

/** @returns null when the person cancels @throws PermissionError; an Error with a sentence for one out of bounds */
export const takeVideo = async (source: PhotoSource): Promise<FormEvidence | null> => {
  const video = await chooseVideo(source, VIDEO_BOUNDS);
  if (!video) return null;
  const { posterPath, durationMs, ...file } = video;
  const place = await placeOf(source);
  return { ...PLAIN, ...file, kind: 'video', durationMs, posterPath, place, shownPath: posterPath };
};

export const keepVoice = async ({ path, durationMs }: Recorded): Promise<FormEvidence> => {
  const [file, place] = await Promise.all([takenNow(path), whereTaken()]);
  return { ...PLAIN, ...file, kind: 'voice', durationMs, place, shownPath: '' };
};

export const keepSignature = async (path: string): Promise<FormEvidence> => {
  const [file, place] = await Promise.all([takenNow(path), whereTaken()]);
  return { ...PLAIN, ...file, kind: 'signature', place, shownPath: path };
};
