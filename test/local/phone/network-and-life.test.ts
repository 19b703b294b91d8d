import { Bench, type BenchPhone } from './bench';

/** wx.cloud through the network of the panel, and the life of the program: background, suspension, end. */
let bench: Bench;
let phone: BenchPhone;

const network = (state: 'on' | 'slow' | 'off'): Promise<unknown> =>
  phone.page.getByLabel('网络', { exact: true }).selectOption(state);

interface Cloud {
  readonly init: () => void;
  readonly CDN: (target: unknown) => unknown;
  readonly callFunction: (options: object) => Promise<{ result: unknown }>;
  readonly uploadFile: (options: object) => {
    readonly abort: () => void;
    readonly onProgressUpdate: (listener: (progress: { progress: number }) => void) => void;
  };
}
interface Global {
  readonly wx: { readonly cloud: Cloud } & Readonly<Record<string, (...values: unknown[]) => unknown>>;
  readonly getApp: () => { seen: unknown[][] };
  uploads: { progress: number[]; end?: unknown; abort: () => void };
  told: unknown[];
}

const init = (): Promise<void> =>
  phone.page.evaluate(() => (globalThis as unknown as Global).wx.cloud.init());

beforeAll(async () => {
  bench = await Bench.start();
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

const KB = 1024;
/** A PNG of two white pixels side by side. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR42mP4/x8AAwAB/2+Bq7YAAAAASUVORK5CYII=';
const write = (name: string, bytes: number): Promise<unknown> =>
  phone.now('fs.writeFileSync', `wxfile://usr/${name}`, 'a'.repeat(bytes));

describe('wx.cloud', () => {
  test('wants init first', async () => {
    expect((await phone.call('cloud.callFunction', { name: 'echo' })).fail).toEqual({
      errMsg: "cloud.callFunction:fail Cloud API isn't enabled, please call wx.cloud.init first",
      errCode: -1,
    });
    await init();
    expect(
      (await phone.call('cloud.callFunction', { name: 'echo', data: { a: [1, '二'] } })).ok,
    ).toMatchObject({
      result: { a: [1, '二'] },
      errMsg: 'cloud.callFunction:ok',
    });
  });

  test('takes 100 KB and gives 1 MB', async () => {
    expect(
      (await phone.call('cloud.callFunction', { name: 'echo', data: { t: 'x'.repeat(100 * KB) } })).fail,
    ).toMatchObject({
      errCode: -501023,
    });
    expect((await phone.call('cloud.callFunction', { name: 'large' })).fail).toMatchObject({
      errCode: -604001,
    });
    expect((await phone.call('cloud.callFunction', { name: 'nobody' })).fail?.errMsg).toMatch(
      /^cloud\.callFunction:fail FUNCTIONS_FUNCTION_NOT_FOUND/,
    );
    // What is larger goes through the CDN: the function gets an address.
    const address = await phone.page.evaluate(async () => {
      const { cloud } = (globalThis as unknown as Global).wx;
      const { result } = await cloud.callFunction({
        name: 'echo',
        data: { large: cloud.CDN('y'.repeat(200_000)) },
      });
      return (result as { large: string }).large;
    });
    expect((await (await fetch(address)).text()).length).toBe(200_000);
  });

  test('uploads, gives addresses, downloads and deletes, file by file', async () => {
    await write('up.txt', 3000);
    const { ok } = await phone.ask('cloud.uploadFile', {
      cloudPath: 'evidence/up.txt',
      filePath: 'wxfile://usr/up.txt',
    });
    expect(ok).toMatchObject({ statusCode: 200, errMsg: 'cloud.uploadFile:ok' });
    const fileID = String(ok?.['fileID']);
    const missing = fileID.replace('up.txt', 'none.txt');
    const closed = fileID.replace('evidence/', 'private/');
    const addresses = (
      await phone.call('cloud.getTempFileURL', {
        fileList: [fileID, { fileID: missing, maxAge: 60 }, closed],
      })
    ).ok?.['fileList'] as { status: number; errMsg: string; tempFileURL: string }[];
    expect(addresses.map(({ status, errMsg }) => [status, errMsg])).toEqual([
      [0, 'ok'],
      [-503003, 'STORAGE_FILE_NONEXIST'],
      [-503002, 'STORAGE_EXCEED_AUTHORITY'],
    ]);
    expect((await (await fetch(addresses[0]?.tempFileURL ?? '')).text()).length).toBe(3000);
    const downloaded = (await phone.ask('cloud.downloadFile', { fileID })).ok;
    expect(downloaded).toMatchObject({ statusCode: 200 });
    const { size } =
      (await phone.call('fs.getFileInfo', { filePath: downloaded?.['tempFilePath'] })).ok ?? {};
    expect(size).toBe(3000);
    expect((await phone.call('cloud.downloadFile', { fileID: closed })).fail).toMatchObject({
      errMsg: 'cloud.downloadFile:fail STORAGE_EXCEED_AUTHORITY',
      errCode: -503002,
    });
    const deleted = (await phone.call('cloud.deleteFile', { fileList: [fileID, missing] })).ok?.['fileList'];
    expect(deleted).toMatchObject([{ status: 0 }, { status: -503003 }]);
    expect((await phone.call('cloud.downloadFile', { fileID })).fail?.errCode).toBe(-503003);
  });

  test('an image shows a file of the environment by its name, and tells when the rule closes it', async () => {
    await phone.now('fs.writeFileSync', 'wxfile://usr/dot.png', DOT, 'base64');
    const { ok } = await phone.ask('cloud.uploadFile', {
      cloudPath: 'evidence/dot.png',
      filePath: 'wxfile://usr/dot.png',
    });
    const fileID = String(ok?.['fileID']);
    const show = (picture: string): Promise<void> =>
      phone.page.evaluate((src) => {
        const page = globalThis as unknown as {
          getCurrentPages: () => { setData: (data: object) => void }[];
        };
        page.getCurrentPages()[0]?.setData({ picture: src, answer: '' });
      }, picture);
    await show(fileID);
    await expect(phone.answer()).resolves.toEqual({ type: 'load', width: 2, height: 1 });
    await show(fileID.replace('evidence/', 'private/'));
    await expect(phone.answer()).resolves.toEqual({ type: 'error', errMsg: 'fail STORAGE_EXCEED_AUTHORITY' });
  });

  test('refuses too many files, wrong paths, and every collection', async () => {
    const many = Array.from({ length: 51 }, (_, at) => `cloud://zhian-local/evidence/${at}`);
    expect((await phone.call('cloud.getTempFileURL', { fileList: many })).fail).toEqual({
      errMsg: 'cloud.getTempFileURL:fail fileList max length is 50',
      errCode: -501000,
    });
    expect((await phone.call('cloud.deleteFile', { fileList: many })).fail?.errCode).toBe(-501000);
    expect(
      (await phone.call('cloud.getTempFileURL', { fileList: many.slice(1) })).ok?.['fileList'],
    ).toHaveLength(50);
    for (const cloudPath of ['/a.txt', 'a//b.txt', 'a b.txt', 'a#b.txt', `${'x'.repeat(851)}`]) {
      expect(
        (await phone.call('cloud.uploadFile', { cloudPath, filePath: 'wxfile://usr/up.txt' })).fail?.errMsg,
      ).toBe('cloud.uploadFile:fail invalid cloudPath');
    }
    expect(
      (await phone.call('cloud.uploadFile', { cloudPath: 'private/a.txt', filePath: 'wxfile://usr/up.txt' }))
        .fail,
    ).toMatchObject({
      errCode: -503002,
    });
    expect(
      (await phone.call('cloud.uploadFile', { cloudPath: 'evidence/a', filePath: 'wxfile://tmp_gone' })).fail
        ?.errno,
    ).toBe(1300002);
    expect((await phone.now('cloud.database')).fail?.errMsg).toMatch(/^cloud\.database:fail -502003/);
  });
});

describe('the network', () => {
  test('tells its state and its changes', async () => {
    expect((await phone.call('getNetworkType')).ok).toMatchObject({ networkType: 'wifi', weakNet: false });
    await phone.page.evaluate(() => {
      const page = globalThis as unknown as Global;
      page.told = [];
      page.wx['onNetworkStatusChange']?.((state: unknown) => page.told.push(['status', state]));
      page.wx['onNetworkWeakChange']?.((state: unknown) => page.told.push(['weak', state]));
    });
    await network('slow');
    await network('off');
    await network('on');
    await phone.page.evaluate(() => (globalThis as unknown as Global).wx['offNetworkStatusChange']?.());
    await network('off');
    expect(await phone.page.evaluate(() => (globalThis as unknown as Global).told)).toEqual([
      ['status', { isConnected: true, networkType: '3g' }],
      ['weak', { weakNet: true, networkType: '3g' }],
      ['status', { isConnected: false, networkType: 'none' }],
      ['weak', { weakNet: false, networkType: 'none' }],
      ['status', { isConnected: true, networkType: 'wifi' }],
    ]);
    expect((await phone.call('getNetworkType')).ok).toMatchObject({ networkType: 'none', signalStrength: 0 });
  });

  test('that is off brings no picture from an address, and a picture of the phone all the same', async () => {
    const png = Buffer.from(DOT, 'base64');
    await phone.page.route('http://pictures.test/*', (route) =>
      route.fulfill({ body: png, contentType: 'image/png' }),
    );
    const show = async (picture: string): Promise<unknown> => {
      await phone.page.evaluate((src) => {
        const { getCurrentPages } = globalThis as unknown as {
          getCurrentPages: () => { setData: (data: object) => void }[];
        };
        getCurrentPages()[0]?.setData({ answer: '', picture: src });
      }, picture);
      return phone.answer();
    };
    await network('on');
    expect(await show('http://pictures.test/a.png')).toEqual({ type: 'load', width: 2, height: 1 });
    await network('off');
    expect(await show('http://pictures.test/b.png')).toEqual({
      type: 'error',
      errMsg: 'load http://pictures.test/b.png fail: network is down',
    });
    expect((await phone.call('getImageInfo', { src: 'http://pictures.test/b.png' })).fail).toMatchObject({
      errMsg: 'getImageInfo:fail network is down',
    });
    await phone.now('fs.writeFileSync', 'wxfile://usr/dot.png', DOT, 'base64');
    expect(await show('wxfile://usr/dot.png')).toEqual({ type: 'load', width: 2, height: 1 });
  });

  test('that is off fails everything at once', async () => {
    await network('off');
    const down = { errCode: -1, errno: 600001 };
    expect((await phone.call('cloud.callFunction', { name: 'echo' })).fail).toEqual({
      errMsg: 'cloud.callFunction:fail network is down',
      ...down,
    });
    expect(
      (await phone.call('cloud.uploadFile', { cloudPath: 'evidence/a', filePath: 'wxfile://usr/up.txt' }))
        .fail,
    ).toMatchObject(down);
    expect(
      (await phone.call('cloud.downloadFile', { fileID: 'cloud://zhian-local/evidence/a' })).fail,
    ).toMatchObject(down);
    expect((await phone.call('login')).fail).toMatchObject(down);
    await network('on');
  });

  /** Starts an upload that notes what it is told. */
  const upload = (name: string): Promise<void> =>
    phone.page.evaluate((filePath) => {
      const page = globalThis as unknown as Global;
      const task = page.wx.cloud.uploadFile({
        cloudPath: 'evidence/slow.bin',
        filePath,
        complete: (end: unknown) => (page.uploads.end = end),
      });
      page.uploads = { progress: [], abort: () => task.abort() };
      task.onProgressUpdate(({ progress }) => page.uploads.progress.push(progress));
    }, `wxfile://usr/${name}`);
  const moving = (): Promise<unknown> =>
    phone.page.waitForFunction(() =>
      (globalThis as unknown as Global).uploads.progress.some((each) => each > 0),
    );
  const end = async (): Promise<unknown> => {
    await phone.page.waitForFunction(() => (globalThis as unknown as Global).uploads.end !== undefined);
    return phone.page.evaluate(() => (globalThis as unknown as Global).uploads.end);
  };

  test('that is slow lets a file go by and by; it can be stopped, and is lost when the network goes', async () => {
    await write('slow.bin', 600 * KB);
    await network('slow');
    await upload('slow.bin');
    await moving();
    await phone.page.evaluate(() => (globalThis as unknown as Global).uploads.abort());
    expect(await end()).toMatchObject({ errMsg: 'cloud.uploadFile:fail abort' });

    await upload('slow.bin');
    await moving();
    await network('off');
    expect(await end()).toMatchObject({ errMsg: 'cloud.uploadFile:fail network is down', errno: 600001 });

    await network('slow');
    await write('short.bin', 60 * KB);
    await upload('short.bin');
    expect(await end()).toMatchObject({ statusCode: 200, errMsg: 'cloud.uploadFile:ok' });
    const { progress } = await phone.page.evaluate(() => (globalThis as unknown as Global).uploads);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress[progress.length - 1]).toBe(100);
    await network('on');
  });
});

describe('the life of the program', () => {
  const seen = (): Promise<unknown[][]> =>
    phone.page.evaluate(() => (globalThis as unknown as Global).getApp().seen);

  test('in the background it sleeps after five seconds: timers wait, requests are interrupted', async () => {
    await phone.reload();
    await init();
    await network('slow');
    await phone.page.evaluate(() => {
      const page = globalThis as unknown as Global & { ticks: number; late: boolean };
      page.ticks = 0;
      page.told = [];
      setInterval(() => (page.ticks += 1), 200);
      page.wx['onAppHide']?.(() => page.told.push('hide'));
      page.wx['onAppShow']?.(() => page.told.push('show'));
    });
    await write('sleep.bin', 5000 * KB);
    const interrupted = phone.call('cloud.uploadFile', {
      cloudPath: 'evidence/s.bin',
      filePath: 'wxfile://usr/sleep.bin',
    });
    await phone.page.getByRole('button', { name: '切到后台' }).click();
    await phone.page.getByText('已挂起：计时与网络停止').waitFor();
    expect((await interrupted).fail).toEqual({
      errMsg: 'cloud.uploadFile:fail interrupted',
      errCode: -1,
      errno: 600003,
    });
    expect((await phone.call('cloud.callFunction', { name: 'echo' })).fail?.errMsg).toBe(
      'cloud.callFunction:fail interrupted',
    );
    const ticks = () => phone.page.evaluate(() => (globalThis as unknown as { ticks: number }).ticks);
    const before = await ticks();
    // The desk's clock goes on: the panel asks for messages meanwhile.
    await phone.page.waitForResponse(/panel\/messages/);
    expect(await ticks()).toBe(before);
    await phone.page.getByRole('button', { name: '回到前台' }).click();
    await phone.page.waitForFunction(
      (count) => (globalThis as unknown as { ticks: number }).ticks > count,
      before + 1,
    );
    expect(await phone.page.evaluate(() => (globalThis as unknown as Global).told)).toEqual(['hide', 'show']);
    expect((await seen()).map(([name]) => name)).toEqual(['show', 'hide', 'show']);
    await network('on');
    expect((await phone.call('cloud.callFunction', { name: 'echo', data: 1 })).ok).toBeDefined();
  });

  test('the capsule leaves, the icon comes back before it sleeps', async () => {
    await phone.page.getByLabel('离开小程序').tap();
    await phone.page.getByLabel('回到小程序').tap();
    await phone.page.getByText('调用', { exact: true }).waitFor();
  });

  test('faults nobody caught are told', async () => {
    await phone.page.evaluate(() => {
      const page = globalThis as unknown as Global;
      page.told = [];
      page.wx['onError']?.((message: string) => page.told.push(message.split('\n')[0]));
      page.wx['onUnhandledRejection']?.(({ reason }: { reason: string }) => page.told.push(reason));
      setTimeout(() => {
        throw new Error('出错了');
      });
      void Promise.reject(new Error('没人接'));
    });
    await phone.page.waitForFunction(() => (globalThis as unknown as Global).told.length === 2);
    expect((await phone.page.evaluate(() => (globalThis as unknown as Global).told)).sort()).toEqual([
      '出错了',
      '没人接',
    ]);
    expect(await seen()).toContainEqual(['error', '出错了']);
  });

  test('it tells where it was entered, and a new version starts it again', async () => {
    await phone.page.goto(
      `${bench.url}/?as=19000000103&path=${encodeURIComponent('/pages/bench/bench?id=7')}`,
    );
    await phone.ready();
    expect((await phone.now('getLaunchOptionsSync')).ok).toMatchObject({
      path: 'pages/bench/bench',
      query: { id: '7' },
      scene: 1001,
    });
    await phone.page.evaluate(() => {
      const page = globalThis as unknown as Global;
      page.told = ['old'];
      const manager = page.wx['getUpdateManager']?.() as {
        onUpdateReady: (f: () => void) => void;
        applyUpdate: () => void;
      };
      manager.onUpdateReady(() => manager.applyUpdate());
    });
    await phone.page.getByRole('button', { name: '推送新版本' }).click();
    await phone.page.waitForFunction(() => (globalThis as unknown as Partial<Global>).told === undefined);
    await phone.ready();
  });
});
