import { WX_NAMES } from '../../../local/phone/compiler/wx-names';
import { Bench, type BenchPhone } from './bench';

/** Bounds of WeChat that stand in no other test here, from both sides. */
let bench: Bench;
let phone: BenchPhone;
beforeAll(async () => {
  bench = await Bench.start(true);
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

describe('a canvas that is not on the page', () => {
  test('has sides of 1 to 1365 px', async () => {
    const made = (width: number, height: number) =>
      phone.now('createOffscreenCanvas', { type: '2d', width, height });
    const failed = { fail: { errMsg: 'createOffscreenCanvas:fail:create bitmap failed' } };
    expect((await made(1365, 1365)).fail).toBeUndefined();
    expect((await made(1, 1)).fail).toBeUndefined();
    expect(await made(1366, 10)).toEqual(failed);
    expect(await made(10, 1366)).toEqual(failed);
    expect(await made(0, 10)).toEqual(failed);
  });

  test('nor grows beyond them', async () => {
    const words = await phone.page.evaluate(() => {
      const { wx } = globalThis as unknown as {
        wx: { createOffscreenCanvas: (options: object) => { width: number } };
      };
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 10, height: 10 });
      canvas.width = 1365;
      try {
        canvas.width = 1366;
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(words).toContain('1365');
  });
});

test('a file’s name has 255 bytes, not characters', async () => {
  // 海 has three bytes of UTF-8: 85 of them are 255.
  const name = '海'.repeat(85);
  const write = (fileName: string) =>
    phone.call('fs.writeFile', { filePath: `wxfile://usr/${fileName}`, data: 'x' });
  expect((await write(name)).ok).toEqual({ errMsg: 'writeFile:ok' });
  expect((await write(`${name}a`)).fail).toEqual({
    errMsg: 'writeFile:fail File name too long',
    errno: 1300036,
    errCode: 1300036,
  });
  expect((await phone.now('fs.mkdirSync', `wxfile://usr/${name}b`)).fail?.errno).toBe(1300036);
});

// RecorderManager.start, 采样率与编码码率限制.
const RATES = [
  [8000, 16000, 48000],
  [11025, 16000, 48000],
  [12000, 24000, 64000],
  [16000, 24000, 96000],
  [22050, 32000, 128000],
  [24000, 32000, 128000],
  [32000, 48000, 192000],
  [44100, 64000, 320000],
  [48000, 64000, 320000],
] as const;

test('every sampling rate of the recorder has its bit rates, the least and the most', async () => {
  interface Recorder {
    readonly onStart: (hear: () => void) => void;
    readonly onStop: (hear: () => void) => void;
    readonly onError: (hear: (error: { errMsg: string }) => void) => void;
    readonly start: (options: object) => void;
    readonly stop: () => void;
  }
  /** What comes of starting: 'started', or what it failed with. */
  const start = (sampleRate: number, encodeBitRate: number): Promise<string> =>
    phone.page.evaluate(
      (options) =>
        new Promise<string>((resolve) => {
          const { wx } = globalThis as unknown as { wx: { getRecorderManager: () => Recorder } };
          const recorder = wx.getRecorderManager();
          recorder.onStart(() => recorder.stop());
          recorder.onStop(() => resolve('started'));
          recorder.onError(({ errMsg }) => resolve(errMsg));
          recorder.start(options);
        }),
      { sampleRate, encodeBitRate },
    );
  const first = start(8000, 16000);
  await phone.agree();
  await phone.tap('允许');
  expect(await first).toBe('started');
  const mismatch = 'operateRecorder:fail encodeBitRate does not match sampleRate';
  for (const [sampleRate, least, most] of RATES) {
    const all = [];
    for (const bitRate of [least - 1, least, most, most + 1]) all.push(await start(sampleRate, bitRate));
    expect({ sampleRate, all }).toEqual({ sampleRate, all: [mismatch, 'started', 'started', mismatch] });
  }
  expect(await start(9600, 24000)).toBe('operateRecorder:fail invalid sampleRate 9600');
});

test('setData further in: what has no JSON is refused with its field, an undefined is left out', async () => {
  const faults: string[] = [];
  phone.page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const data = await phone.page.evaluate(() => {
    interface Page {
      readonly data: Record<string, unknown>;
      readonly setData: (data: object) => void;
    }
    const [page] = (globalThis as unknown as { getCurrentPages: () => Page[] }).getCurrentPages();
    page?.setData({ answer: 'kept', share: { done: 1 / 0 } });
    page?.setData({ share: [{ done: NaN }] });
    page?.setData({ inner: { kept: 1, lost: undefined } });
    const { answer, share, inner } = page?.data ?? {};
    return { answer, share: share ?? 'never set', inner: JSON.stringify(inner) };
  });
  expect(data).toEqual({ answer: 'kept', share: 'never set', inner: '{"kept":1}' });
  expect(faults).toEqual([
    'Setting data field "share" to a Infinity is invalid: only JSON values can be set.',
    'Setting data field "share" to a NaN is invalid: only JSON values can be set.',
  ]);
});

test('a call without anything fails by its errMsg, and never throws at once', async () => {
  const names = WX_NAMES.flatMap((name) => {
    const [, call] = /^getFileSystemManager\(\)\.(\w+)$/.exec(name) ?? [];
    return call && !call.endsWith('Sync') ? [`fs.${call}`] : [];
  });
  expect(names.length).toBeGreaterThan(10);
  for (const name of ['login', 'getFuzzyLocation', ...names]) {
    expect([name, await phone.now(name)]).toEqual([name, {}]);
  }
});

test('temporary files: 4 GB while the program runs', async () => {
  const full = await bench.open();
  // No browser makes pictures of 1.5 GB: every file says it is as large.
  const answers = await full.page.evaluate(async () => {
    Object.defineProperty(Blob.prototype, 'size', { get: () => 1.5 * 1024 ** 3 });
    const { wx } = globalThis as unknown as {
      wx: {
        createOffscreenCanvas: (options: object) => object;
        canvasToTempFilePath: (options: object) => void;
      };
    };
    const canvas = wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
    const told: object[] = [];
    for (let count = 0; count < 3; count += 1) {
      await new Promise<void>((resolve) => {
        const complete = (answer: object): void => {
          told.push(answer);
          resolve();
        };
        wx.canvasToTempFilePath({ canvas, complete });
      });
    }
    return told;
  });
  expect(answers.slice(0, 2)).toMatchObject([
    { errMsg: 'canvasToTempFilePath:ok' },
    { errMsg: 'canvasToTempFilePath:ok' },
  ]);
  expect(answers[2]).toEqual({
    errMsg: 'canvasToTempFilePath:fail the maximum size of the file storage limit is exceeded',
    errno: 1300202,
    errCode: 1300202,
  });
  await full.close();
});
