import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { ROOT } from '../support/cloud';

/** What the phone made, decoded: RGBA, four values a pixel. */
export interface Decoded {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly pixels: Buffer;
  /** Of the file's first eight bytes, hex. */
  readonly magic: string;
}

interface Made {
  readonly path: string;
  readonly bytes: number;
}

/** The program's own making of copies, as its pages call it. */
interface Copies {
  shownCopy(of: object): Promise<Made>;
  thumbnailOf(path: string): Promise<Made>;
}

interface Own {
  readonly copies: Copies;
  readonly wx: {
    getFileSystemManager(): { readFileSync(path: string): ArrayBuffer };
    createOffscreenCanvas(options: object): OffscreenCanvas;
  };
}

/** Puts the program's making of copies beside the program in the phone. */
export const bringCopies = async (page: Page): Promise<void> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'miniprogram/pages/shown-copy.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'copies',
    write: false,
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
};

/** The file's bytes, base64. */
export const bytesOf = (page: Page, file: string): Promise<string> =>
  page.evaluate((from) => {
    const bytes = new Uint8Array((globalThis as unknown as Own).wx.getFileSystemManager().readFileSync(from));
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, file);

/** By the browser's decoder, whoever made the file. */
export const decoded = async (page: Page, file: string): Promise<Decoded> => {
  const base64 = await bytesOf(page, file);
  const { width, height, pixels } = await page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const image = context?.getImageData(0, 0, canvas.width, canvas.height);
    const signs: string[] = [];
    for (let at = 0; at < (image?.data.length ?? 0); at += 0x8000) {
      signs.push(String.fromCharCode(...(image?.data.subarray(at, at + 0x8000) ?? [])));
    }
    return { width: canvas.width, height: canvas.height, pixels: btoa(signs.join('')) };
  }, base64);
  const file8 = Buffer.from(base64, 'base64');
  return {
    path: file,
    width,
    height,
    bytes: file8.length,
    pixels: Buffer.from(pixels, 'base64'),
    magic: file8.subarray(0, 8).toString('hex'),
  };
};

/** The shown copy of a file. @throws Error with the sentence for a person */
export const shownCopyOf = async (page: Page, of: object): Promise<Decoded> =>
  decoded(
    page,
    await page.evaluate(
      async (asked) => (await (globalThis as unknown as Own).copies.shownCopy(asked)).path,
      of,
    ),
  );

export const thumbnailOf = async (page: Page, file: string): Promise<Decoded> =>
  decoded(
    page,
    await page.evaluate(
      async (from) => (await (globalThis as unknown as Own).copies.thumbnailOf(from)).path,
      file,
    ),
  );

/** Makes many copies at once. @returns how many canvases that took, and how many files came */
export const canvasesFor = (page: Page, of: object, count: number): Promise<[number, number]> =>
  page.evaluate(
    async ([asked, times]) => {
      const own = globalThis as unknown as Own;
      const { createOffscreenCanvas } = own.wx;
      let canvases = 0;
      own.wx.createOffscreenCanvas = (options) => {
        canvases += 1;
        return createOffscreenCanvas(options);
      };
      const made = await Promise.all(Array.from({ length: times }, () => own.copies.shownCopy(asked)));
      own.wx.createOffscreenCanvas = createOffscreenCanvas;
      return [canvases, new Set(made.map((copy) => copy.path)).size] as [number, number];
    },
    [of, count] as const,
  );

type Colour = readonly [red: number, green: number, blue: number];

/** The colour at a share of the picture. */
export const colourAt = ({ width, height, pixels }: Decoded, x: number, y: number): Colour => {
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
};

/** JPEG moves colours a little: along an edge by less than this. */
const SEEN = 60;
const CHANNELS = [0, 1, 2] as const;

export const isNear = ([red, green, blue]: Colour, [r, g, b]: Colour): boolean =>
  Math.max(Math.abs(red - r), Math.abs(green - g), Math.abs(blue - b)) <= SEEN;

/** The shares of the picture where two pictures differ for the eye. */
export const differences = (one: Decoded, other: Decoded): (readonly [x: number, y: number])[] => {
  const found: (readonly [number, number])[] = [];
  const { width, height, pixels } = one;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const isOther = CHANNELS.some(
      (channel) =>
        Math.abs((pixels[pixel * 4 + channel] ?? 0) - (other.pixels[pixel * 4 + channel] ?? 0)) > SEEN,
    );
    if (isOther) found.push([((pixel % width) + 0.5) / width, (Math.floor(pixel / width) + 0.5) / height]);
  }
  return found;
};
