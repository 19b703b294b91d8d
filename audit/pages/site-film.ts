import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { SUPERVISOR } from './people';

/** Of the first report: the same requestId would be the same evidence. */
const REQUEST_ID = '7c1f1c52-6a0e-4f0e-9d6c-2f4b8f2d9a12';
const PERSON_ID = 'p0103';
const FRAMES = 20;

/** A film of a moving square, as a browser records it: its bytes are others every time, what is seen before it plays is not. */
const record = async (browser: Browser): Promise<{ film: Buffer; poster: Buffer }> => {
  const page = await browser.newPage();
  try {
    const made = await page.evaluate(async (frames) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [320, 240];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const ended = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.start();
      for (let frame = 0; frame < frames; frame += 1) {
        context.fillStyle = '#5d7fa6';
        context.fillRect(0, 0, 320, 240);
        context.fillStyle = '#3c4a57';
        context.fillRect(frame * 12, 90, 60, 60);
        await new Promise(requestAnimationFrame);
      }
      recorder.stop();
      const poster = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
      await ended;
      const bytesOf = async (blob: Blob): Promise<number[]> => [...new Uint8Array(await blob.arrayBuffer())];
      return { film: await bytesOf(new Blob(pieces)), poster: await bytesOf(poster ?? new Blob()) };
    }, FRAMES);
    return { film: Buffer.from(made.film), poster: Buffer.from(made.poster) };
  } finally {
    await page.close();
  }
};

interface Sender {
  readonly upload: (as: string, cloudPath: string, bytes: Buffer) => Promise<string>;
  readonly call: (as: string, name: string, action: string, data: object) => Promise<unknown>;
}

/** A film with its poster, confirmed. @param takenAt instant, ISO @returns the evidence id */
export const sendFilm = async (
  browser: Browser,
  { upload, call }: Sender,
  takenAt: string,
): Promise<string> => {
  const { film, poster } = await record(browser);
  const sha256 = createHash('sha256').update(film).digest('hex');
  const path = `uploads/${PERSON_ID}/${REQUEST_ID}/${sha256}`;
  const { evidenceId } = (await call(SUPERVISOR, 'evidence', 'confirm', {
    requestId: REQUEST_ID,
    fileID: await upload(SUPERVISOR, `${path}.webm`, film),
    thumbnailID: await upload(SUPERVISOR, `${path}.thumbnail.jpg`, poster),
    ...{ kind: 'video', sha256, takenAt, durationMs: 4000, place: null, annotates: null },
  })) as { evidenceId: string };
  return evidenceId;
};
