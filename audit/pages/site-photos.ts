import type { Browser } from 'playwright-core';

/** Two colours a picture: the sky and the works below it. */
const SIGHTS = [
  ['#7d93ad', '#3c4a57'],
  ['#8a7f6d', '#4b3a2a'],
  ['#5d7fa6', '#c2a374'],
  ['#94a7b8', '#6b5846'],
] as const;

/** Pictures of no place: a horizon, posts and a bar, as large as a phone's reduced photo. JPEG, always the same. */
const draw = async (browser: Browser): Promise<Buffer[]> => {
  const page = await browser.newPage();
  try {
    const pictures = await page.evaluate(async (sights) => {
      const paint = async ([sky, works]: readonly [string, string]): Promise<number[]> => {
        const canvas = document.createElement('canvas');
        canvas.width = 1200;
        canvas.height = 900;
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        const ground = context.createLinearGradient(0, 0, 900, 900);
        ground.addColorStop(0, sky);
        ground.addColorStop(1, works);
        context.fillStyle = ground;
        context.fillRect(0, 0, 1200, 900);
        context.fillStyle = works;
        for (let post = 0; post < 6; post += 1) context.fillRect(90 + post * 200, 260, 22, 640);
        context.fillRect(0, 420, 1200, 18);
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
        return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
      };
      return Promise.all(sights.map(paint));
    }, SIGHTS);
    return pictures.map((bytes) => Buffer.from(bytes));
  } finally {
    await page.close();
  }
};

let drawn: Promise<Buffer[]> | undefined;

/** Drawn once. */
export const sitePhotos = (browser: Browser): Promise<Buffer[]> => (drawn ??= draw(browser));
