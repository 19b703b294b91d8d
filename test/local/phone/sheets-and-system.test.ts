import { Bench, errMsgOf, type BenchPhone } from './bench';

/** wx interfaces that tell a person something, work the phone, or say what it is. */
let bench: Bench;
let phone: BenchPhone;

beforeAll(async () => {
  bench = await Bench.start();
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

/** What a script of the page gives, with wx in reach. */
interface Wx {
  readonly [name: string]: (...values: unknown[]) => unknown;
}

describe('sheets and toasts', () => {
  test('a modal answers what was pressed; its buttons take four Chinese characters', async () => {
    const confirmed = phone.call('showModal', { title: '问', content: '好吗', editable: true });
    await phone.page.locator('.phone-modal textarea').fill('写了字');
    await phone.tap('确定');
    expect((await confirmed).ok).toMatchObject({ confirm: true, cancel: false, content: '写了字' });
    const cancelled = phone.ask('showModal', { title: '问', cancelText: '先不了吧' });
    await phone.tap('先不了吧');
    expect((await cancelled).ok).toMatchObject({ confirm: false, cancel: true });
    expect(await errMsgOf(phone.call('showModal', { confirmText: '复制邀请码' }))).toBe(
      'showModal:fail confirmText length should not larger than 4 Chinese characters',
    );
  });

  test('an action sheet takes one to six items', async () => {
    const chosen = phone.call('showActionSheet', { itemList: ['一', '二'] });
    await phone.tap('二');
    expect((await chosen).ok).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' });
    const cancelled = phone.call('showActionSheet', { itemList: ['一'] });
    await phone.tap('取消');
    expect((await cancelled).fail).toEqual({ errMsg: 'showActionSheet:fail cancel' });
    expect(await errMsgOf(phone.call('showActionSheet', { itemList: [...'1234567'] }))).toBe(
      'showActionSheet:fail parameter error: itemList should not be large than 6',
    );
    expect(await errMsgOf(phone.call('showActionSheet', { itemList: [] }))).toBe(
      'showActionSheet:fail parameter error: parameter.itemList should have at least 1 item',
    );
  });

  test('toasts and loadings come and go', async () => {
    await phone.call('showToast', { title: '已保存', duration: 300 });
    await phone.page.getByText('已保存').waitFor();
    await phone.page.getByText('已保存').waitFor({ state: 'detached' });
    await phone.call('showLoading', { title: '加载中', mask: true });
    await phone.page.locator('.phone-toast-mask').waitFor();
    await phone.call('hideLoading');
    await phone.page.getByText('加载中').waitFor({ state: 'detached' });
    await phone.call('showToast', { title: '还在' });
    await phone.call('hideToast');
    await phone.page.getByRole('status').waitFor({ state: 'detached' });
    expect(await errMsgOf(phone.call('showToast', {}))).toBe(
      'showToast:fail parameter error: parameter.title should be String instead of Undefined;',
    );
  });
});

describe('the phone', () => {
  test('calls, copies, shakes and stays awake', async () => {
    const called = phone.call('makePhoneCall', { phoneNumber: '0898-12345' });
    await phone.tap('呼叫 0898-12345');
    expect((await called).ok).toEqual({ errMsg: 'makePhoneCall:ok' });
    const cancelled = phone.call('makePhoneCall', { phoneNumber: '0898-12345' });
    await phone.tap('取消');
    expect((await cancelled).fail).toEqual({ errMsg: 'makePhoneCall:fail cancel' });
    const copied = phone.call('setClipboardData', { data: 'ZJ-2026-01' });
    await phone.agree();
    expect((await copied).ok).toBeDefined();
    await phone.page.getByText('内容已复制').waitFor();
    expect((await phone.call('getClipboardData')).ok).toMatchObject({ data: 'ZJ-2026-01' });
    expect((await phone.call('vibrateShort', { type: 'light' })).ok).toBeDefined();
    expect(await errMsgOf(phone.call('vibrateShort', { type: 'huge' }))).toBe(
      'vibrateShort:fail style is not support',
    );
    expect((await phone.call('vibrateLong')).ok).toBeDefined();
    await phone.call('setKeepScreenOn', { keepScreenOn: true });
    await expect(phone.page.locator('.phone-screen').getAttribute('data-awake')).resolves.toBe('true');
  });

  test('says what it is', async () => {
    // 375×812 with a notch of 44 and a home indicator of 34; the navigation bar is 44.
    expect((await phone.now('getWindowInfo')).ok).toMatchObject({
      screenWidth: 375,
      screenHeight: 812,
      windowHeight: 812 - 44 - 44,
      statusBarHeight: 44,
      safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
    });
    expect((await phone.now('getMenuButtonBoundingClientRect')).ok).toEqual({
      width: 87,
      height: 32,
      top: 50,
      bottom: 82,
      left: 281,
      right: 368,
    });
    // It may still shake.
    await phone.page.locator('.phone-screen[data-vibrating]').waitFor({ state: 'detached' });
    const capsule = await phone.page.locator('.phone-bar-capsule').boundingBox();
    const screen = await phone.page.locator('.phone-screen').boundingBox();
    expect([(capsule?.x ?? 0) - (screen?.x ?? 0), (capsule?.y ?? 0) - (screen?.y ?? 0)]).toEqual([281, 50]);
    expect((await phone.now('getAppBaseInfo')).ok).toMatchObject({ theme: 'light', fontSizeScaleFactor: 1 });
    expect((await phone.call('getSystemInfo')).ok).toMatchObject({ windowWidth: 375, platform: 'devtools' });
    expect((await phone.now('getSystemSetting')).ok).toMatchObject({ locationEnabled: true });
    expect(await phone.page.locator('#edge').evaluate((node) => getComputedStyle(node).paddingBottom)).toBe(
      '34px',
    );
  });

  test('knows what it can: what is not there is passed by where it is asked for first', async () => {
    const knows = (schema: string) => phone.now('canIUse', schema);
    expect(await knows('getLocation.object.type')).toEqual({ ok: true });
    expect(await knows('button.open-type.share')).toEqual({ ok: true });
    expect(await knows('cloud.uploadFile')).toEqual({ ok: true });
    expect(await knows('startFacialRecognitionVerify')).toEqual({ ok: false });
    expect(await knows('marquee')).toEqual({ ok: false });
    const guarded = await phone.page.evaluate(() => {
      const { wx } = globalThis as unknown as { wx: Record<string, (() => unknown) | undefined> };
      const cloud = wx['cloud'] as unknown as Record<string, (() => unknown) | undefined>;
      const called: string[] = [];
      if (wx['startBluetoothDevicesDiscovery']) called.push('asked');
      if (cloud['callContainer'] && cloud['callContainer']()) called.push('and');
      if (wx['getUserProfile']?.()) called.push('chained');
      return called;
    });
    expect(guarded).toEqual([]);
  });

  test('measures, watches and animates elements', async () => {
    const rect = await phone.page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const { wx } = globalThis as unknown as { wx: Wx };
          const query = wx['createSelectorQuery']?.() as {
            select: (s: string) => {
              boundingClientRect: (done: (rect: unknown) => void) => { exec: () => void };
            };
          };
          query.select('.asked').boundingClientRect(resolve).exec();
        }),
    );
    expect(rect).toMatchObject({ width: 375, height: 48, left: 0 });
    const seen = await phone.page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const { wx, getCurrentPages } = globalThis as unknown as {
            wx: Wx;
            getCurrentPages: () => unknown[];
          };
          interface Observer {
            readonly relativeToViewport: (margins?: object) => {
              readonly observe: (selector: string, tell: (seen: object) => void) => void;
            };
          }
          const observer = (options?: object): Observer =>
            wx['createIntersectionObserver']?.(getCurrentPages()[0], options) as Observer;
          const all: unknown[] = [];
          // Whole from the start, as it was said to be: not told. What is told comes after it.
          observer({ initialRatio: 1 })
            .relativeToViewport()
            .observe('.asked', () => all.push('told'));
          observer()
            .relativeToViewport({ bottom: 100 })
            .observe('.asked', (each) => resolve([...all, each]));
        }),
    );
    // From the page's window, which is 724 px high between the bars, and grown by the margin.
    expect(seen).toEqual([
      {
        id: '',
        dataset: {},
        time: expect.any(Number),
        intersectionRatio: 1,
        boundingClientRect: { left: 0, top: 0, right: 375, bottom: 48, width: 375, height: 48 },
        intersectionRect: { left: 0, top: 0, right: 375, bottom: 48, width: 375, height: 48 },
        relativeRect: { left: 0, top: 0, right: 375, bottom: 824, width: 375, height: 824 },
      },
    ]);
    await phone.page.evaluate(() => {
      interface Animation {
        readonly translateX: (px: number) => Animation;
        readonly opacity: (value: number) => Animation;
        readonly step: () => Animation;
        readonly export: () => unknown;
      }
      const { wx, getCurrentPages } = globalThis as unknown as {
        wx: Wx;
        getCurrentPages: () => { setData: (data: object) => void }[];
      };
      const animation = wx['createAnimation']?.({ duration: 0 }) as Animation;
      getCurrentPages()[0]?.setData({ animation: animation.translateX(30).opacity(0.5).step().export() });
    });
    const moved = phone.page.locator('#moved');
    await expect(
      moved.evaluate((node) => [getComputedStyle(node).transform, getComputedStyle(node).opacity]),
    ).resolves.toEqual(['matrix(1, 0, 0, 1, 30, 0)', '0.5']);
  });
});
