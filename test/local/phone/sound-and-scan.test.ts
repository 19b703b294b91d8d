import { PNG } from 'pngjs';
import QRCode from 'qrcode';
import { Bench, type BenchPhone } from './bench';

/** wx recorder, sounds and scans, with the browser's fake camera and microphone. */
let bench: Bench;
let phone: BenchPhone;

beforeAll(async () => {
  bench = await Bench.start(true);
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

describe('the recorder', () => {
  const recorder = (method: string, options?: object): Promise<void> =>
    phone.page.evaluate(
      ([name, given]) => {
        const [page] = (
          globalThis as unknown as { getCurrentPages: () => { recorder: (...v: unknown[]) => void }[] }
        ).getCurrentPages();
        page?.recorder(name, given);
      },
      [method, options] as const,
    );
  type Told = readonly [name: string, event: Record<string, unknown>];
  const told = (): Promise<Told[]> =>
    phone.page.evaluate(
      () =>
        (globalThis as unknown as { getCurrentPages: () => { told: Told[] }[] }).getCurrentPages()[0]?.told ??
        [],
    );
  const tells = async (name: string): Promise<Record<string, unknown>> => {
    await phone.page.waitForFunction(
      (wanted) =>
        (globalThis as unknown as { getCurrentPages: () => { told: Told[] }[] })
          .getCurrentPages()[0]
          ?.told?.some(([each]) => each === wanted),
      name,
    );
    return (await told()).filter(([each]) => each === name).pop()?.[1] ?? {};
  };

  test('refuses what the documentation does not allow', async () => {
    const bad = async (options: object, what: string): Promise<void> => {
      await recorder('start', options);
      expect((await told()).pop()).toEqual(['Error', { errMsg: `operateRecorder:fail ${what}` }]);
    };
    await bad({ duration: 600_001 }, 'duration is out of range');
    await bad({ sampleRate: 16000, encodeBitRate: 96_001 }, 'encodeBitRate does not match sampleRate');
    await bad({ format: 'ogg' }, 'invalid format ogg');
    await bad({ format: 'aac', frameSize: 1 }, 'frameSize wants mp3 or PCM');
    await recorder('pause');
    expect((await told()).pop()).toEqual([
      'Error',
      { errMsg: 'operateRecorder:fail recorder not recording' },
    ]);
  });

  test('records, pauses, is interrupted by a call, and gives a file that plays', async () => {
    await recorder('start', {
      sampleRate: 16000,
      numberOfChannels: 1,
      encodeBitRate: 48000,
      format: 'mp3',
      frameSize: 1,
    });
    await phone.agree();
    await phone.tap('允许');
    await tells('Start');
    await tells('FrameRecorded');
    await recorder('pause');
    await tells('Pause');
    await recorder('resume');
    await tells('Resume');
    await phone.page.getByRole('button', { name: '来电' }).click();
    await tells('InterruptionBegin');
    await phone.page.getByRole('button', { name: '挂断' }).click();
    await tells('InterruptionEnd');
    await recorder('resume');
    await recorder('stop');
    const { tempFilePath, fileSize } = await tells('Stop');
    expect(Number(fileSize)).toBeGreaterThan(0);
    const frames = (await told()).flatMap(([name, event]) => (name === 'FrameRecorded' ? [event] : []));
    expect(frames.map(({ isLastFrame }) => isLastFrame).lastIndexOf(true)).toBe(frames.length - 1);
    const sizes = frames.map(({ frameBuffer }) => (frameBuffer as { bytes: number[] }).bytes.length);
    expect(sizes.slice(0, -1).every((size) => size === 1024)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(fileSize);

    // MPEG 2 layer III (f3), 48 kbit/s (6) at 16 kHz (8), one channel (c.): 72 × 48000 / 16000 = 216 bytes a frame.
    const file = frames.flatMap(({ frameBuffer }) => (frameBuffer as { bytes: number[] }).bytes);
    expect(file.length % 216).toBe(0);
    const heads = file.flatMap((_, at) => (at % 216 === 0 ? [file.slice(at, at + 4)] : []));
    expect(
      new Set(heads.map(([sync, kind, rate, mode = 0]) => [sync, kind, rate, mode & 0xc0].join())),
    ).toEqual(new Set([[0xff, 0xf3, 0x68, 0xc0].join()]));

    await phone.page.evaluate((src) => {
      (globalThis as unknown as { getCurrentPages: () => { listen: (src: string) => void }[] })
        .getCurrentPages()[0]
        ?.listen(src);
    }, String(tempFilePath));
    const heard = (name: string): Promise<unknown> =>
      phone.page.waitForFunction(
        (wanted) =>
          (globalThis as unknown as { getCurrentPages: () => { heard: [string][] }[] })
            .getCurrentPages()[0]
            ?.heard.some(([each]) => each === wanted),
        name,
      );
    await heard('Play');
    await heard('Ended');
  });

  test('stops by itself when its time is over', async () => {
    await recorder('start', { duration: 700 });
    await phone.page.waitForFunction(
      () =>
        (globalThis as unknown as { getCurrentPages: () => { told: [string][] }[] })
          .getCurrentPages()[0]
          ?.told.filter(([name]) => name === 'Stop').length === 2,
    );
    expect((await told()).pop()?.[1]['duration']).toBe(700);
  });

  test('a sound of the network is a network error while there is none', async () => {
    const offline = await bench.open('&net=off');
    await offline.page.evaluate(() => {
      (globalThis as unknown as { getCurrentPages: () => { listen: (src: string) => void }[] })
        .getCurrentPages()[0]
        ?.listen('https://example.com/a.mp3');
    });
    const heard = await offline.page.waitForFunction(() => {
      const [page] = (
        globalThis as unknown as { getCurrentPages: () => { heard: unknown[] }[] }
      ).getCurrentPages();
      return page?.heard.length ? page.heard : undefined;
    });
    expect(await heard.jsonValue()).toEqual([['Error', { errCode: 10002, errMsg: 'network is down' }]]);
    await offline.close();
  });

  test('an audio that is no audio is told by number', async () => {
    await phone.now('fs.writeFileSync', 'wxfile://usr/bad.mp3', 'no sound');
    await phone.page.evaluate(() => {
      (globalThis as unknown as { getCurrentPages: () => { listen: (src: string) => void }[] })
        .getCurrentPages()[0]
        ?.listen('wxfile://usr/bad.mp3');
    });
    await phone.page.waitForFunction(() =>
      (globalThis as unknown as { getCurrentPages: () => { heard: [string, { errCode: number }][] }[] })
        .getCurrentPages()[0]
        ?.heard.some(([name, event]) => name === 'Error' && event.errCode === 10003),
    );
  });
});

describe('scanCode', () => {
  const scanner = () => phone.page.getByRole('dialog', { name: '扫一扫' });

  test('reads a picture, typed text, and is cancelled', async () => {
    const fromPicture = phone.call('scanCode', {});
    await scanner().getByText('将二维码放入框内').waitFor();
    const buffer = await QRCode.toBuffer('https://example.invalid/q?id=7', { width: 300 });
    await phone.pick(() => phone.tap('相册'), [{ name: 'q.png', mimeType: 'image/png', buffer }]);
    expect((await fromPicture).ok).toMatchObject({
      result: 'https://example.invalid/q?id=7',
      scanType: 'QR_CODE',
      charSet: 'UTF-8',
      rawData: Buffer.from('https://example.invalid/q?id=7').toString('base64'),
      errMsg: 'scanCode:ok',
    });

    const unreadable = phone.call('scanCode', {});
    const plain = PNG.sync.write(new PNG({ width: 20, height: 20 }));
    await scanner().waitFor();
    await phone.pick(() => phone.tap('相册'), [{ name: 'p.png', mimeType: 'image/png', buffer: plain }]);
    await scanner().getByText('这张图片里没有认出二维码，请换一张').waitFor();
    await phone.page.getByLabel('码里的文字').fill('工地 7 号');
    await phone.tap('读到它');
    expect((await unreadable).ok).toMatchObject({ result: '工地 7 号' });

    const cancelled = phone.call('scanCode', { onlyFromCamera: true });
    await scanner().waitFor();
    await expect(scanner().getByText('相册').count()).resolves.toBe(0);
    await phone.page.getByLabel('关闭').tap();
    expect((await cancelled).fail?.errMsg).toBe('scanCode:fail cancel');
    expect((await phone.call('scanCode', { scanType: ['dotCode'] })).fail?.errMsg).toBe(
      'scanCode:fail parameter error: invalid scanType dotCode',
    );
  });

  test('reads at once what the panel holds before it; the program’s own code has a path', async () => {
    await phone.page.getByLabel('扫码内容').fill('pages/second/second?scene=k7%3D1');
    await phone.page.getByLabel('扫码内容').press('Enter');
    expect((await phone.call('scanCode')).ok).toMatchObject({
      result: '',
      scanType: 'WX_CODE',
      path: 'pages/second/second?scene=k7%3D1',
    });
  });
});
