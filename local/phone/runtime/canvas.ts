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

/**
 * The same canvas, whose width and height refuse what a phone may not carry.
 * @throws Error, when set, beyond 1365 px
 */
export const limitCanvas = <T extends HTMLCanvasElement | OffscreenCanvas>(canvas: T): T => {
  for (const side of ['width', 'height'] as const) {
    const inherited = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(canvas), side);
    if (!inherited) continue;
    Object.defineProperty(canvas, side, {
      configurable: true,
      get: () => inherited.get?.call(canvas) as number,
      set: (value: number) => {
        if (value > MAX_CANVAS_SIDE) {
          throw new Error(
            `canvas: ${side} ${value} exceeds the maximum ${MAX_CANVAS_SIDE}（画布单边不能超过 ${MAX_CANVAS_SIDE} 像素，请缩小后再绘制）`,
          );
        }
        inherited.set?.call(canvas, value);
      },
    });
  }
  return canvas;
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
