import { fileAddress } from './files';
import { failure } from './wx/api';

/** The documented bound on a canvas, px a side (画布). */
export const MAX_CANVAS_SIDE = 1365;

/** @throws {errMsg} as a phone does that cannot make so large a bitmap */
export const requireCanvasSize = (width: number, height: number): void => {
  if (width > MAX_CANVAS_SIDE || height > MAX_CANVAS_SIDE || !(width >= 1) || !(height >= 1)) {
    throw failure('fail:create bitmap failed');
  }
};

/** Canvas.createImage: an image whose src may be a file of this phone. */
export const createImage = (): HTMLImageElement => {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  let source = '';
  Object.defineProperty(image, 'src', {
    get: () => source,
    set: (given: string) => {
      source = given;
      image.setAttribute('src', fileAddress(given));
    },
  });
  return image;
};
