import { Bench, errMsgOf, type BenchPhone } from './bench';

/** What the phone is, what the program is told of its own life, and interfaces that only answer. */
let bench: Bench;
let phone: BenchPhone;

beforeAll(async () => {
  bench = await Bench.start();
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

type Listen = (listener?: (event: never) => void) => void;
interface Global {
  readonly wx: Readonly<Record<string, Listen>>;
  told: unknown[];
}

describe('what the phone is', () => {
  // 获取系统信息: the old calls give all of what the newer ones give apart.
  test('the system, at once, with a callback and with a promise', async () => {
    const now = (await phone.now('getSystemInfoSync')).ok;
    expect(now).toMatchObject({
      brand: expect.any(String) as string,
      model: expect.any(String) as string,
      system: expect.any(String) as string,
      platform: 'devtools',
      SDKVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      version: expect.any(String) as string,
      language: 'zh_CN',
      pixelRatio: expect.any(Number) as number,
      screenWidth: 375,
      screenHeight: 812,
      windowWidth: 375,
      windowHeight: 724,
      statusBarHeight: 44,
      fontSizeSetting: 16,
      locationEnabled: true,
      deviceOrientation: 'portrait',
      theme: 'light',
      safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
    });
    expect((await phone.call('getSystemInfoAsync')).ok).toEqual({ ...now, errMsg: 'getSystemInfoAsync:ok' });
    expect((await phone.ask('getSystemInfoAsync')).ok).toEqual({ ...now, errMsg: 'getSystemInfoAsync:ok' });
  });

  test('the device: the keys that the documentation lists', async () => {
    const { ok } = await phone.now('getDeviceInfo');
    expect(Object.keys(ok ?? {}).sort()).toEqual(
      ['abi', 'benchmarkLevel', 'brand', 'cpuType', 'memorySize', 'model', 'platform', 'system'].sort(),
    );
    expect(ok).toMatchObject({ benchmarkLevel: expect.any(Number) as number, platform: 'devtools' });
  });

  test('what WeChat itself may: the phone’s switch for positions takes it away', async () => {
    expect((await phone.now('getAppAuthorizeSetting')).ok).toEqual({
      albumAuthorized: 'authorized',
      bluetoothAuthorized: 'authorized',
      cameraAuthorized: 'authorized',
      locationAuthorized: 'authorized',
      locationReducedAccuracy: false,
      microphoneAuthorized: 'authorized',
      notificationAuthorized: 'authorized',
    });
    await phone.page.getByRole('button', { name: '定位关闭' }).click();
    expect((await phone.now('getAppAuthorizeSetting')).ok).toMatchObject({ locationAuthorized: 'denied' });
    await phone.page.getByRole('button', { name: '面板的点' }).click();
  });

  test('how it was entered: launch and entry are the same until it is entered again', async () => {
    const entry = { path: 'pages/bench/bench', query: {}, scene: 1001, referrerInfo: {} };
    expect((await phone.now('getEnterOptionsSync')).ok).toEqual(entry);
    expect((await phone.now('getLaunchOptionsSync')).ok).toEqual(entry);
  });
});

describe('listeners', () => {
  /** Two of each: the second is taken off again by name, then both by nothing. */
  const listen = (on: string, off: string): Promise<void> =>
    phone.page.evaluate(
      ([name, forget]) => {
        const page = globalThis as unknown as Global;
        page.told = [];
        const hear = (who: string) => () => void page.told.push(`${who} ${name}`);
        const second = hear('second');
        page.wx[name]?.(hear('first'));
        page.wx[name]?.(second);
        page.wx[forget]?.(second);
      },
      [on, off] as const,
    );
  const told = (): Promise<unknown[]> => phone.page.evaluate(() => (globalThis as unknown as Global).told);
  const forgetAll = (off: string): Promise<void> =>
    phone.page.evaluate((name) => {
      const page = globalThis as unknown as Global;
      page.wx[name]?.();
      page.told = [];
    }, off);

  const press = (name: string): Promise<void> =>
    phone.page.getByRole('button', { name, exact: true }).click();
  const network = (state: string): Promise<unknown> =>
    phone.page.getByLabel('网络', { exact: true }).selectOption(state);
  const shown = (text: string): Promise<void> =>
    phone.page.getByRole('button', { name: text, exact: true }).waitFor();
  /** Something is thrown in a turn of its own; answers after it. */
  const later = (isPromise: boolean): Promise<void> =>
    phone.page.evaluate(
      (asPromise) =>
        new Promise<void>((resolve) => {
          if (asPromise) void Promise.reject(new Error('没人接住'));
          else
            setTimeout(() => {
              throw new Error('试验出错');
            });
          setTimeout(() => setTimeout(resolve));
        }),
      isPromise,
    );
  const away = async (): Promise<void> => {
    await press('切到后台');
    await shown('回到前台');
    await press('回到前台');
    await shown('切到后台');
  };

  /** on… and off… of one event, and what makes it happen. */
  const hears = (on: string, off: string, happen: () => Promise<unknown>) => ({ on, off, happen });
  const EVENTS = [
    hears('onAppHide', 'offAppHide', away),
    hears('onAppShow', 'offAppShow', away),
    hears('onError', 'offError', () => later(false)),
    hears('onUnhandledRejection', 'offUnhandledRejection', () => later(true)),
    hears('onNetworkWeakChange', 'offNetworkWeakChange', () => network('slow')),
    hears('onThemeChange', 'offThemeChange', () => press('深色')),
  ];

  test.each(EVENTS)(
    '$off takes off one listener that is named, and all of them',
    async ({ on, off, happen }) => {
      await listen(on, off);
      await happen();
      expect(await told()).toEqual([`first ${on}`]);
      await forgetAll(off);
      await network('on');
      await press('浅色');
      await happen();
      expect(await told()).toEqual([]);
      await network('on');
      await press('浅色');
    },
  );
});

describe('what listeners are told', () => {
  test('a theme, a weak network', async () => {
    const heard = await phone.page.evaluate(() => {
      const { wx } = globalThis as unknown as Global;
      const all: unknown[] = [];
      const store = globalThis as unknown as { heard: unknown[] };
      store.heard = all;
      wx['onThemeChange']?.((event: unknown) => all.push(event));
      wx['onNetworkWeakChange']?.((event: unknown) => all.push(event));
      return all;
    });
    expect(heard).toEqual([]);
    await phone.page.getByRole('button', { name: '深色', exact: true }).click();
    await phone.page.getByLabel('网络', { exact: true }).selectOption('slow');
    // Documented: theme of onThemeChange; weakNet and networkType of onNetworkWeakChange.
    expect(await phone.page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([
      { theme: 'dark' },
      { weakNet: true, networkType: '3g' },
    ]);
    await phone.page.getByRole('button', { name: '浅色', exact: true }).click();
    await phone.page.getByLabel('网络', { exact: true }).selectOption('on');
    await phone.page.evaluate(() => {
      const { wx } = globalThis as unknown as Global;
      wx['offThemeChange']?.();
      wx['offNetworkWeakChange']?.();
    });
  });
});

describe('interfaces that only answer', () => {
  test('nextTick comes after what is running, in the order it was asked', async () => {
    const order = await phone.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const { wx } = globalThis as unknown as Global;
          const seen: string[] = [];
          wx['nextTick']?.(() => seen.push('next'));
          wx['nextTick']?.(() => {
            seen.push('after next');
            resolve(seen);
          });
          seen.push('now');
        }),
    );
    expect(order).toEqual(['now', 'next', 'after next']);
  });

  test('there is no other mini program: the person has gone back', async () => {
    expect((await phone.call('navigateToMiniProgram', { appId: 'wx0000000000000000' })).fail).toEqual({
      errMsg: 'navigateToMiniProgram:fail cancel',
    });
    expect((await phone.call('navigateToMiniProgram', { shortLink: '#小程序://x/y' })).fail).toEqual({
      errMsg: 'navigateToMiniProgram:fail cancel',
    });
    expect((await phone.call('navigateToMiniProgram')).fail).toEqual({
      errMsg:
        'navigateToMiniProgram:fail parameter error: parameter.appId should be String instead of Undefined;',
      errno: 1001,
    });
  });

  test('the menu of the capsule hands the page on, or does not', async () => {
    const menu = async (): Promise<number> => {
      await phone.page.getByLabel('更多').tap();
      await phone.page.getByText('重新进入小程序').waitFor();
      const count = await phone.page.getByText('转发给朋友').count();
      await phone.tap('取消');
      return count;
    };
    expect((await phone.call('hideShareMenu')).ok).toEqual({ errMsg: 'hideShareMenu:ok' });
    expect(await menu()).toBe(0);
    expect((await phone.call('showShareMenu', { withShareTicket: true })).ok).toEqual({
      errMsg: 'showShareMenu:ok',
    });
    expect(await menu()).toBe(1);
    expect((await phone.ask('updateShareMenu', { isPrivateMessage: false })).ok).toEqual({
      errMsg: 'updateShareMenu:ok',
    });
  });

  test('sound options are taken', async () => {
    expect((await phone.call('setInnerAudioOption', { obeyMuteSwitch: false })).ok).toEqual({
      errMsg: 'setInnerAudioOption:ok',
    });
  });

  test('a video goes to the album as a picture does, once it is allowed', async () => {
    await phone.now('fs.writeFileSync', 'wxfile://usr/film.mp4', 'film');
    const saved = phone.call('saveVideoToPhotosAlbum', { filePath: 'wxfile://usr/film.mp4' });
    await phone.agree();
    const download = phone.page.waitForEvent('download');
    await phone.tap('允许');
    expect((await saved).ok).toEqual({ errMsg: 'saveVideoToPhotosAlbum:ok' });
    expect((await download).suggestedFilename()).toMatch(/\.mp4$/);
    expect(await errMsgOf(phone.call('saveVideoToPhotosAlbum', { filePath: 'wxfile://tmp_gone.mp4' }))).toBe(
      'saveVideoToPhotosAlbum:fail no such file or directory wxfile://tmp_gone.mp4',
    );
    expect(await errMsgOf(phone.call('saveVideoToPhotosAlbum'))).toBe(
      'saveVideoToPhotosAlbum:fail parameter error: parameter.filePath should be String instead of Undefined;',
    );
  });

  test('a saved file is removed by its path, once', async () => {
    await phone.now('fs.writeFileSync', 'wxfile://usr/kept.txt', 'x');
    expect(await errMsgOf(phone.call('removeSavedFile', { filePath: 'wxfile://usr/kept.txt' }))).toBe(
      'removeSavedFile:fail permission denied wxfile://usr/kept.txt',
    );
  });

  test('the program leaves the screen, and tells that it is hidden', async () => {
    expect((await phone.call('exitMiniProgram')).ok).toEqual({ errMsg: 'exitMiniProgram:ok' });
    const seen = await phone.page.evaluate(
      () => (globalThis as unknown as { getApp: () => { seen: unknown[][] } }).getApp().seen,
    );
    expect(seen.at(-1)).toEqual(['hide']);
    await phone.page.getByRole('button', { name: '回到前台', exact: true }).click();
    await phone.page.getByRole('button', { name: '切到后台', exact: true }).waitFor();
  });
});
