import { createImage, limitCanvas, requireCanvasSize } from '../../canvas';
import { keepFile } from '../../files';
import { api, badParameter, syncApi } from '../api';

type Drawable = HTMLCanvasElement | OffscreenCanvas;

export interface ExportOptions {
  /** What the selector query or createOffscreenCanvas gave. */
  readonly canvas?: Drawable;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly destWidth?: number;
  readonly destHeight?: number;
  readonly fileType?: string;
  readonly quality?: number;
}

const TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg' };

const isDrawable = (value: unknown): value is Drawable =>
  value instanceof HTMLCanvasElement || value instanceof OffscreenCanvas;

const canvasToTempFilePath = async (options: ExportOptions) => {
  const { canvas, x = 0, y = 0, fileType = 'png', quality = 1 } = options;
  if (!isDrawable(canvas)) throw badParameter('parameter.canvas should be a canvas of type 2d');
  const type = TYPES[fileType];
  if (!type) throw badParameter(`invalid fileType ${fileType}`);
  requireCanvasSize(canvas.width, canvas.height);
  const width = options.width ?? canvas.width - x;
  const height = options.height ?? canvas.height - y;
  const destWidth = options.destWidth ?? width;
  const destHeight = options.destHeight ?? height;
  requireCanvasSize(destWidth, destHeight);
  const copy = new OffscreenCanvas(Math.round(destWidth), Math.round(destHeight));
  copy.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, copy.width, copy.height);
  return { tempFilePath: keepFile(await copy.convertToBlob({ type, quality })) };
};

export interface OffscreenOptions {
  readonly type?: string;
  readonly width?: number;
  readonly height?: number;
}

const DEFAULT_SIZE = { width: 300, height: 150 };

/** wx.createOffscreenCanvas({ type: '2d' }). @throws Error for another type, or a size no phone makes */
const createOffscreenCanvas = ({ type = 'webgl', width, height }: OffscreenOptions = {}) => {
  if (type !== '2d') throw new Error('local/phone 只有 type: "2d"');
  const size = { width: width ?? DEFAULT_SIZE.width, height: height ?? DEFAULT_SIZE.height };
  requireCanvasSize(size.width, size.height);
  return Object.assign(limitCanvas(new OffscreenCanvas(size.width, size.height)), { createImage });
};

export const canvases = {
  canvasToTempFilePath: api('canvasToTempFilePath', canvasToTempFilePath),
  createOffscreenCanvas: syncApi('createOffscreenCanvas', createOffscreenCanvas),
};
