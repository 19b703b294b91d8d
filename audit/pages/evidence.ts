import type { Page } from 'playwright-core';

/** What the phone's page has of `wx`, as far as it is called here. */
interface Wx {
  readonly env: { readonly USER_DATA_PATH: string };
  getFileSystemManager(): { writeFileSync(path: string, data: string): void };
  navigateTo(options: object): void;
  createOffscreenCanvas(options: object): OffscreenCanvas;
  canvasToTempFilePath(options: object): Promise<{ tempFilePath: string }>;
}

interface Told {
  readonly wx: Wx;
  /** What the page that was opened told its opener. */
  told?: unknown;
}

/** A page of the evidence that a page opens by an event, and what it tells when it is done. */
export interface Opening {
  readonly url: string;
  readonly event: string;
  readonly detail: unknown;
  readonly answer: string;
}

/** Opens it as a page of the program does. */
export const openFrom = (page: Page, opening: Opening): Promise<void> =>
  page.evaluate(({ url, event, detail, answer }) => {
    const own = globalThis as unknown as Told;
    delete own.told;
    return new Promise<void>((resolve, reject) => {
      own.wx.navigateTo({
        url,
        events: { [answer]: (told: unknown) => (own.told = told) },
        success: ({ eventChannel }: { eventChannel: { emit(name: string, detail: unknown): void } }) => {
          eventChannel.emit(event, detail);
          resolve();
        },
        fail: reject,
      });
    });
  }, opening);

export const editorOf = (path: string, drawing: unknown): Opening => ({
  url: '/pages/evidence/editor/editor',
  event: 'edit',
  detail: { path, drawing },
  answer: 'done',
});

export const signatureOf = (name: string, unit: string): Opening => ({
  url: '/pages/evidence/signature/signature',
  event: 'sign',
  detail: { name, unit },
  answer: 'signed',
});

/** What the page told, once it did. */
export const answerOf = async (page: Page): Promise<unknown> => {
  const told = await page.waitForFunction(() => (globalThis as unknown as Told).told);
  return told.jsonValue();
};

/** A picture's temporary file on this phone. */
export const pictureOn = (page: Page, jpeg: Buffer): Promise<string> =>
  page.evaluate(async (base64) => {
    const { wx } = globalThis as unknown as Told;
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const { width, height } = bitmap;
    const canvas = wx.createOffscreenCanvas({ type: '2d', width, height });
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'jpg', quality: 0.95 });
    return tempFilePath;
  }, jpeg.toString('base64'));

/** A file on this phone that is called a picture and is none. */
export const brokenOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { wx } = globalThis as unknown as Told;
    const path = `${wx.env.USER_DATA_PATH}/broken.jpg`;
    wx.getFileSystemManager().writeFileSync(path, 'no picture');
    return path;
  });
