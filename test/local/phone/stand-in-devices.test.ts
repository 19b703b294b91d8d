import { Bench, type BenchPhone } from './bench';

/** A browser without camera and microphone, and the panel's stand-ins for them. */
let bench: Bench;
let phone: BenchPhone;
beforeAll(async () => {
  bench = await Bench.start();
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
  await phone.page.getByRole('button', { name: '替身' }).click();
});
afterAll(() => bench.stop());

interface Global {
  readonly getCurrentPages: () => {
    readonly told?: readonly (readonly [string, Record<string, unknown>])[];
    readonly events?: readonly (readonly [string, string, unknown])[];
    readonly recorder: (method: string, options?: object) => void;
    readonly setData: (data: object) => void;
  }[];
}

const recorder = (method: string, options: object = {}): Promise<void> =>
  phone.page.evaluate(
    ([name, given]) => (globalThis as unknown as Global).getCurrentPages()[0]?.recorder(name, given),
    [method, options] as const,
  );
const tells = async (name: string): Promise<Record<string, unknown>> => {
  const handle = await phone.page.waitForFunction(
    (wanted) =>
      (globalThis as unknown as Global).getCurrentPages()[0]?.told?.find(([each]) => each === wanted)?.[1] ??
      undefined,
    name,
  );
  return (await handle.jsonValue()) as Record<string, unknown>;
};

test('the recorder hears a tone of 440 Hz', async () => {
  await recorder('start', { format: 'mp3', frameSize: 1 });
  await phone.agree();
  await phone.tap('允许');
  await phone.page.waitForFunction(
    () =>
      ((globalThis as unknown as Global).getCurrentPages()[0]?.told ?? []).filter(
        ([name]) => name === 'FrameRecorded',
      ).length > 4,
  );
  await recorder('stop');
  const { tempFilePath } = await tells('Stop');
  const hertz = await phone.page.evaluate(async (filePath) => {
    const { wx } = globalThis as unknown as {
      wx: { getFileSystemManager: () => { readFileSync: (path: string) => ArrayBuffer } };
    };
    const bytes = wx.getFileSystemManager().readFileSync(filePath);
    const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes);
    const values = sound.getChannelData(0);
    // Its first part may be silent: the tone is where it is loud.
    const begin = values.findIndex((value) => Math.abs(value) > 0.05);
    const part = values.slice(begin, begin + 9600);
    const rises = Array.from(part.keys()).filter((at) => (part[at - 1] ?? 0) < 0 && (part[at] ?? 0) >= 0);
    // A busy machine drops a little of the sound: the middle one of the periods is whole.
    const periods = rises.slice(1).map((at, index) => at - (rises[index] ?? 0));
    return sound.sampleRate / (periods.sort((one, other) => one - other)[periods.length >> 1] ?? 0);
  }, String(tempFilePath));
  expect(Math.abs(hertz - 440)).toBeLessThan(25);
});

test('a camera shows the pattern', async () => {
  await phone.page.evaluate(() =>
    (globalThis as unknown as Global).getCurrentPages()[0]?.setData({ isFilming: true }),
  );
  await phone.tap('允许');
  await phone.page.waitForFunction(() =>
    (globalThis as unknown as Global)
      .getCurrentPages()[0]
      ?.events?.some(([who, what]) => who === 'camera' && what === 'initdone'),
  );
  const seen = await phone.page.locator('#camera video').evaluate(async (video: HTMLVideoElement) => {
    while (video.videoWidth === 0) await new Promise(requestAnimationFrame);
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d');
    context?.drawImage(video, 0, 0);
    // The first stripe is red; the bar that moves covers one of two places at most.
    const isRed = [20, 90].some((x) => {
      const [red = 0, green = 0] = context?.getImageData(x, 100, 1, 1).data ?? [];
      return red > green + 50;
    });
    return { width: video.videoWidth, height: video.videoHeight, isRed };
  });
  expect(seen).toEqual({ width: 640, height: 480, isRed: true });
});

test('the browser’s own again: there is none, and the recorder says so', async () => {
  await phone.page.getByRole('button', { name: '浏览器的' }).click();
  await recorder('start');
  expect(await tells('Error')).toMatchObject({
    errMsg: 'operateRecorder:fail system permission denied',
  });
});
