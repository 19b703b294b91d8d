import { copyPicture, MOST_CANVAS_SIDE, type MadePicture, type Writing } from '../platform/picture-canvas';
import { reduced, type Drawing } from '../view/drawing/drawing';
import { paintDrawing, paintWatermark, type Ink } from '../view/drawing/paint';

/** Typically at the first quality; a photo of reeds or gravel needs the last. */
const SHOWN: Writing = { fileType: 'jpg', qualities: [0.8, 0.7, 0.6, 0.5], mostBytes: 250 * 1024 };
const THUMBNAIL: Writing = { fileType: 'jpg', qualities: [0.7], mostBytes: 250 * 1024 };
/** To be drawn on: near to what the photo is. */
const GROUND: Writing = { fileType: 'jpg', qualities: [0.9], mostBytes: Infinity };

/** px, longer side: three in a row on the widest phone at three dots a px. */
const THUMBNAIL_SIDE = 360;

export interface ShownCopyOf {
  /** The original, which stays untouched. */
  readonly path: string;
  readonly drawing: Drawing;
  /** Rows of watermarkLines. */
  readonly watermark: readonly string[];
}

/**
 * What everybody sees of a photo: its longer side ≤ 1365 px, the way up it is seen, with what was drawn on it and the
 * watermark. JPEG, ≤ 250 KB where quality 0.5 suffices for it.
 * @throws DomainError photo.unreadable
 */
export const shownCopy = ({ path, drawing, watermark }: ShownCopyOf): Promise<MadePicture> =>
  copyPicture(
    path,
    (photo) => reduced(photo, MOST_CANVAS_SIDE),
    SHOWN,
    (context, size) => {
      paintDrawing(context as Ink, drawing, size);
      paintWatermark(context as Ink, watermark, size);
    },
  );

/** Of a photo as the form shows it: ≤ 360 px, with what is drawn on it. @throws DomainError photo.unreadable */
export const previewOf = ({ path, drawing }: Omit<ShownCopyOf, 'watermark'>): Promise<string> =>
  copyPicture(
    path,
    (photo) => reduced(photo, THUMBNAIL_SIDE),
    THUMBNAIL,
    (context, size) => paintDrawing(context as Ink, drawing, size),
  ).then((made) => made.path);

/** Of a photo that is looked at before it is sent, in full. @throws DomainError photo.unreadable */
export const fullViewOf = ({ path, drawing }: Omit<ShownCopyOf, 'watermark'>): Promise<string> =>
  shownCopy({ path, drawing, watermark: [] }).then((made) => made.path);

/** Of a shown copy, ≤ 360 px. @throws DomainError photo.unreadable */
export const thumbnailOf = (path: string): Promise<MadePicture> =>
  copyPicture(path, (photo) => reduced(photo, THUMBNAIL_SIDE), THUMBNAIL);

/** Of a photo that is to be drawn on: the way up it is seen and ≤ 1365 px. @throws DomainError photo.unreadable */
export const groundOf = (path: string): Promise<MadePicture> =>
  copyPicture(path, (photo) => reduced(photo, MOST_CANVAS_SIDE), GROUND);
