import { DomainError } from '../domain/errors';
import { sizeOf } from './files';

type Canvas = WechatMiniprogram.OffscreenCanvas;
type Image = WechatMiniprogram.Image;
export type CanvasContext = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture made on this phone: a temporary file. */
export interface MadePicture extends Size {
  readonly path: string;
  readonly bytes: number;
}

/** How a picture is written down. JPEG by falling quality until it is small enough; the last one stays. */
export interface Writing {
  readonly fileType: 'jpg' | 'png';
  readonly qualities: readonly number[];
  readonly mostBytes: number;
}

/** Documented bound of a canvas, px a side. */
export const MOST_CANVAS_SIDE = 1365;

/**
 * One canvas for all pictures, one after another: sixty photos never hold sixty bitmaps. Made when it is first needed,
 * and of one pixel between two pictures.
 */
let canvas: Canvas | null = null;
let turn: Promise<unknown> = Promise.resolve();

const inTurn = <Made>(work: (canvas: Canvas) => Promise<Made>): Promise<Made> => {
  const mine = turn.then(async () => {
    canvas ??= wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
    try {
      return await work(canvas);
    } finally {
      canvas.width = 1;
      canvas.height = 1;
    }
  });
  turn = mine.catch(() => undefined);
  return mine;
};

/** @throws DomainError photo.unreadable */
export const loadImage = (on: { createImage(): Image }, path: string): Promise<Image> =>
  new Promise((resolve, reject) => {
    const image = on.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new DomainError('photo.unreadable'));
    image.src = path;
  });

/** Quarter turns to the right that the camera left to who shows the picture (EXIF, as wx.getImageInfo names it). */
const QUARTERS: Readonly<Record<string, number>> = { right: 1, down: 2, left: 3 };

interface Upright {
  readonly image: Image;
  /** As the picture is seen. */
  readonly size: Size;
  /** Quarter turns that are left to the painting. */
  readonly quarters: number;
}

/**
 * Some phones turn the picture before a canvas gets it, some do not. getImageInfo tells width and height without the
 * turn: a picture lying on its side that comes with these is still to be turned. One standing on its head tells
 * nothing by its sides, and phones that turn pictures turn it too.
 */
const uprightOf = async (on: Canvas, path: string): Promise<Upright> => {
  const image = await loadImage(on, path);
  if (!(image.width >= 1 && image.height >= 1)) throw new DomainError('photo.unreadable');
  const { orientation, width, height } = await wx.getImageInfo({ src: path }).catch(() => {
    throw new DomainError('photo.unreadable');
  });
  const quarters = QUARTERS[orientation] ?? 0;
  const isLying = quarters % 2 === 1 && width !== height && image.width === width && image.height === height;
  return isLying
    ? { image, size: { width: image.height, height: image.width }, quarters }
    : { image, size: { width: image.width, height: image.height }, quarters: 0 };
};

const paintUpright = (
  context: CanvasContext,
  { image, quarters }: Upright,
  { width, height }: Size,
): void => {
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate((quarters * Math.PI) / 2);
  const [across, down] = quarters % 2 === 1 ? [height, width] : [width, height];
  // The typings know the page's canvas only.
  context.drawImage(
    image as unknown as Parameters<CanvasContext['drawImage']>[0],
    -across / 2,
    -down / 2,
    across,
    down,
  );
  context.restore();
};

const written = async (from: Canvas, writing: Writing): Promise<MadePicture> => {
  const { width, height } = from;
  let made: MadePicture | null = null;
  for (const quality of writing.qualities) {
    const { tempFilePath } = await wx.canvasToTempFilePath({
      canvas: from,
      fileType: writing.fileType,
      quality,
    });
    made = { path: tempFilePath, width, height, bytes: await sizeOf(tempFilePath) };
    if (made.bytes <= writing.mostBytes) break;
  }
  if (!made) throw new Error('no quality to write a picture with');
  return made;
};

/** Paints what a canvas is told, and nothing beyond its size. */
export type Painter = (context: CanvasContext, size: Size) => void;

/** On white: what is see-through of a PNG is paper, not black as JPEG makes it. */
const paintedOn = (on: Canvas, size: Size, writing: Writing, paint: Painter): Promise<MadePicture> => {
  on.width = size.width;
  on.height = size.height;
  const context = on.getContext('2d') as CanvasContext;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  paint(context, size);
  return written(on, writing);
};

/**
 * A reduced copy of a photo, the way up it is seen, with what is painted over it. The photo itself stays as it is.
 * @param sizeFor of the copy, from the photo's own size
 * @throws DomainError photo.unreadable
 */
export const copyPicture = (
  path: string,
  sizeFor: (photo: Size) => Size,
  writing: Writing,
  paint: Painter = () => undefined,
): Promise<MadePicture> =>
  inTurn(async (on) => {
    const photo = await uprightOf(on, path);
    return paintedOn(on, sizeFor(photo.size), writing, (context, size) => {
      paintUpright(context, photo, size);
      paint(context, size);
    });
  });

/** A picture of nothing but what is painted on white. */
export const paintedPicture = (size: Size, writing: Writing, paint: Painter): Promise<MadePicture> =>
  inTurn((on) => paintedOn(on, size, writing, paint));
