import type { Browser } from 'playwright-core';
import type { Phone } from '../../local/phone';
import { launchBrowser } from '../support/phone';
import { serveSmallApp, SmallPhone, type Told } from '../support/small-phone';

let server: Phone;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveSmallApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Who and what, in order; with what is left out. */
const order = (told: readonly Told[]): string[] => told.map(([who, what]) => `${who} ${what}`);

const open = async (query: string): Promise<SmallPhone> => {
  const phone = await SmallPhone.open(browser, server.url, 'touch', query);
  return phone;
};

/** What followed a call, up to the last thing awaited. */
const after = async (
  phone: SmallPhone,
  last: readonly [string, string],
  act: () => Promise<unknown>,
): Promise<string[]> => {
  await phone.forget();
  await act();
  await phone.page.waitForFunction(
    ([who, what]) =>
      (globalThis as unknown as { told: Told[] }).told.some(
        ([name, event]) => name === who && event === what,
      ),
    last,
  );
  return order(await phone.told());
};

const go = (phone: SmallPhone, call: string, url: string) => () => phone.call(call, { url });

test('app, page and component events come in the documented order', async () => {
  const phone = await open('path=/pages/first/first?a=%E6%B5%B7');
  await phone.page.waitForFunction(() =>
    (globalThis as unknown as { told: Told[] }).told.some(([, what]) => what === 'onReady'),
  );
  const told = await phone.told();
  expect(order(told)).toEqual([
    'app onLaunch',
    'app onShow',
    'component created',
    'in first attached',
    'first onLoad',
    'in first show',
    'first onShow',
    'in first ready',
    'first onReady',
  ]);
  expect(told[0]?.slice(2)).toEqual(['pages/first/first', { a: '海' }]);

  // Opened over it: the old page hides first; closed: it is unloaded before the other shows.
  expect(await after(phone, ['plain', 'onReady'], go(phone, 'navigateTo', '/pages/plain/plain'))).toEqual([
    'in first hide',
    'first onHide',
    'component created',
    'in plain attached',
    'plain onLoad',
    'in plain show',
    'plain onShow',
    'in plain ready',
    'plain onReady',
  ]);
  expect(await after(phone, ['first', 'onShow'], () => phone.call('navigateBack'))).toEqual([
    'plain onUnload',
    'in plain detached',
    'in first show',
    'first onShow',
  ]);

  // In its place: the old page is gone before the new one comes, and is not hidden first.
  await after(phone, ['plain', 'onReady'], go(phone, 'navigateTo', '/pages/plain/plain'));
  expect(
    await after(phone, ['plain', 'onReady'], go(phone, 'redirectTo', '/pages/plain/plain?again=1')),
  ).toEqual([
    'plain onUnload',
    'in plain detached',
    'component created',
    'in plain attached',
    'plain onLoad',
    'in plain show',
    'plain onShow',
    'in plain ready',
    'plain onReady',
  ]);
  await after(phone, ['first', 'onShow'], () => phone.call('navigateBack'));

  // Tab pages stay: the second time nothing is loaded.
  const toSecond = await after(phone, ['second', 'onReady'], go(phone, 'switchTab', '/pages/second/second'));
  expect(toSecond.filter((line) => line.startsWith('first') || line.startsWith('second'))).toEqual([
    'first onHide',
    'second onLoad',
    'second onShow',
    'second onReady',
  ]);
  expect(await after(phone, ['first', 'onTabItemTap'], () => phone.tap('text=第一'))).toEqual([
    'in second hide',
    'second onHide',
    'in first show',
    'first onShow',
    'first onTabItemTap',
  ]);

  // A page between the tabs goes; a tab page that was hidden already is not hidden twice.
  await after(phone, ['plain', 'onReady'], go(phone, 'navigateTo', '/pages/plain/plain'));
  expect(await after(phone, ['second', 'onShow'], go(phone, 'switchTab', '/pages/second/second'))).toEqual([
    'plain onUnload',
    'in plain detached',
    'in second show',
    'second onShow',
  ]);
  const relaunched = await after(phone, ['plain', 'onLoad'], go(phone, 'reLaunch', '/pages/plain/plain'));
  expect(relaunched.filter((line) => /onUnload|onLoad/.test(line))).toEqual([
    'second onUnload',
    'first onUnload',
    'plain onLoad',
  ]);
  expect(phone.faults).toEqual([]);
  await phone.close();
});

test('page events: reach-bottom, pull-down, resize, sharing, safe areas of a custom bar', async () => {
  const phone = await open('path=/pages/plain/plain');
  await expect(phone.styleOf('#safe', 'height')).resolves.toBe('44px');
  // The page draws its own bar; WeChat's capsule stays.
  await expect(phone.page.locator('.phone-bar-title').isVisible()).resolves.toBe(false);
  await expect(phone.page.locator('.phone-bar-capsule').isVisible()).resolves.toBe(true);
  await phone.call('pageScrollTo', { scrollTop: 5000, duration: 0 });
  await phone.wait('plain', 'onReachBottom');
  await phone.call('pageScrollTo', { scrollTop: 0, duration: 0 });
  await phone.drag('#safe', [0, 200]);
  await phone.wait('plain', 'onPullDownRefresh');
  await expect(phone.styleOf('#wide', 'width')).resolves.toBe('375px');
  await phone.page.setViewportSize({ width: 320, height: 568 });
  expect(await phone.detail('plain', 'onResize')).toEqual({
    size: { windowWidth: 320, windowHeight: 568 },
    deviceOrientation: 'portrait',
  });
  expect((await phone.wait('in plain', 'resize'))[0]).toBe('in plain');
  // 750 rpx are the screen's width, whatever it is.
  await expect(phone.styleOf('#wide', 'width')).resolves.toBe('320px');
  await phone.call('reLaunch', { url: '/pages/first/first' });
  await expect(phone.styleOf('#safe', 'height')).resolves.toBe('0px');
  await phone.tap('[aria-label=更多]');
  await phone.page.getByText('转发给朋友').click();
  await phone.page.getByText('分享 first menu').waitFor();
  await phone.close();
});

test('navigation refuses what WeChat refuses, in its words', async () => {
  const phone = await open('path=/pages/first/first');
  const fails = async (call: string, options: object): Promise<unknown> =>
    (await phone.call(call, options))['errMsg'];
  expect(await fails('navigateTo', { url: '/pages/none/none' })).toBe(
    'navigateTo:fail page "pages/none/none" is not found',
  );
  expect(await fails('navigateTo', { url: '/pages/second/second' })).toBe(
    'navigateTo:fail can not navigateTo a tabbar page',
  );
  expect(await fails('redirectTo', { url: '/pages/second/second' })).toBe(
    'redirectTo:fail can not redirectTo a tabbar page',
  );
  expect(await fails('switchTab', { url: '/pages/plain/plain' })).toBe(
    'switchTab:fail can not switch to no-tabBar page',
  );
  expect(await fails('switchTab', { url: '/pages/second/second?a=1' })).toBe(
    'switchTab:fail wx.switchTab: url 不支持 queryString',
  );
  expect(await fails('navigateBack', {})).toBe('navigateBack:fail cannot navigate back at first page');
  for (let depth = 2; depth <= 10; depth += 1) {
    expect(await fails('navigateTo', { url: `/pages/plain/plain?depth=${depth}` })).toBe('navigateTo:ok');
  }
  expect(await fails('navigateTo', { url: '/pages/plain/plain' })).toBe(
    'navigateTo:fail webview count limit exceed',
  );
  // Further back than there are pages: to the first.
  expect(await fails('navigateBack', { delta: 99 })).toBe('navigateBack:ok');
  await phone.wait('first', 'onShow');
  expect(await fails('navigateBack', {})).toBe('navigateBack:fail cannot navigate back at first page');
  await phone.close();
});

test('route calls made at once go one after the other: ten pages stay the bound', async () => {
  const phone = await open('path=/pages/first/first');
  const depth = (): Promise<number> =>
    phone.page.evaluate(
      () => (globalThis as unknown as { getCurrentPages: () => unknown[] }).getCurrentPages().length,
    );
  const fourteen = Array.from({ length: 14 }, (_, index) => `/pages/plain/plain?n=${index}`);
  const answers = await Promise.all(fourteen.map((url) => phone.call('navigateTo', { url })));
  const [opened, refused] = ['navigateTo:ok', 'navigateTo:fail webview count limit exceed'];
  expect(answers.map(({ errMsg }) => errMsg)).toEqual([
    ...Array<string>(9).fill(opened),
    ...Array<string>(5).fill(refused),
  ]);
  expect(await depth()).toBe(10);

  // A finger that taps twice where nine are open: one page more. The subpackage is still coming.
  await phone.call('navigateBack');
  const twice = await Promise.all(
    [1, 2].map(() => phone.call('navigateTo', { url: '/extra/pages/far/far' })),
  );
  expect(twice.map(({ errMsg }) => errMsg)).toEqual([opened, refused]);
  expect(await depth()).toBe(10);
  await phone.close();

  // What stands in for a page stands in for the one that was shown as it was called.
  const other = await open('path=/pages/first/first');
  await Promise.all([
    other.call('redirectTo', { url: '/extra/pages/far/far' }),
    other.call('navigateTo', { url: '/pages/plain/plain' }),
  ]);
  const routes = await other.page.evaluate(() =>
    (globalThis as unknown as { getCurrentPages: () => { route: string }[] })
      .getCurrentPages()
      .map(({ route }) => route),
  );
  expect(routes).toEqual(['extra/pages/far/far', 'pages/plain/plain']);
  await other.close();
});

test('a subpackage is fetched when it is wanted, or ahead by its rule; opener and opened page talk', async () => {
  const phone = await open('path=/pages/first/first');
  const fetched = (): Promise<number> =>
    phone.page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('phone_package_extra'))
          .length,
    );
  expect(await fetched()).toBe(0);
  const answer = await phone.page.evaluate(
    () =>
      new Promise((resolve) => {
        const { wx } = globalThis as unknown as { wx: { navigateTo: (options: object) => void } };
        wx.navigateTo({
          url: '/extra/pages/far/far?from=first',
          events: { fromOpened: resolve },
          success: ({ eventChannel }: { eventChannel: { emit: (name: string, data: object) => void } }) =>
            eventChannel.emit('fromOpener', { question: 1 }),
        });
      }),
  );
  expect(answer).toEqual({ answer: 2 });
  expect(await fetched()).toBe(1);
  expect(await phone.detail('far', 'onLoad')).toEqual({ from: 'first' });
  expect(await phone.detail('far', 'heard')).toEqual({ question: 1 });
  // The page's own configuration came with its package.
  await expect(phone.styleOf('.phone-page-view:not([hidden])', 'overflow-y')).resolves.toBe('hidden');
  await expect(phone.textOf('.phone-bar-title')).resolves.toBe('远处');
  await phone.close();

  const other = await open('path=/pages/second/second');
  await other.page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('phone_package_extra')),
  );
  await other.close();

  const offline = await open('path=/pages/first/first&net=off');
  expect(await offline.call('navigateTo', { url: '/extra/pages/far/far' })).toEqual({
    errMsg: 'navigateTo:fail load subpackage fail: network is down',
  });
  await offline.close();
});

test('a page that does not exist is the app’s to take care of; a fault in a handler reaches onError', async () => {
  const phone = await open('path=/pages/gone/gone?id=1');
  expect((await phone.wait('app', 'onPageNotFound')).slice(2)).toEqual(['pages/gone/gone', { id: '1' }]);
  expect((await phone.wait('listener', 'onPageNotFound')).slice(2)).toEqual(['pages/gone/gone', true]);
  await phone.wait('plain', 'onLoad');
  expect(order(await phone.told())).not.toContain('unwanted onPageNotFound');
  await phone.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('试验出错');
    });
  });
  expect(await phone.detail('app', 'onError')).toBe('试验出错');
  await phone.close();
});

test('what a page leaves when the mini program ends is there when it opens again', async () => {
  const phone = await open('path=/pages/plain/plain');
  await phone.page.reload();
  await phone.wait('plain', 'onLoad');
  const kept = await phone.page.evaluate(
    () =>
      (globalThis as unknown as { getCurrentPages: () => { exitState: unknown }[] }).getCurrentPages()[0]
        ?.exitState,
  );
  expect(kept).toEqual({ kept: 'plain' });
  await phone.close();
});

test('setData is held to WeChat’s limits', async () => {
  const phone = await open('path=/pages/plain/plain');
  const after = await phone.page.evaluate(() => {
    interface Page {
      data: Record<string, unknown>;
      setData: (data: unknown) => void;
    }
    const page = (globalThis as unknown as { getCurrentPages: () => Page[] }).getCurrentPages()[0];
    page?.setData({ kept: 1, lost: undefined });
    // {"big":"…"} is ten characters more than what it holds: one over, and just within.
    page?.setData({ big: 'x'.repeat(1024 * 1024 - 9) });
    page?.setData({ fits: 'x'.repeat(1024 * 1024 - 11) });
    page?.setData({ when: new Date(0) });
    page?.setData(undefined);
    return Object.keys(page?.data ?? {}).sort();
  });
  expect(after).toEqual(['fits', 'kept']);
  expect(phone.faults).toEqual([
    'Setting data field "lost" to undefined is invalid.',
    'invokeWebviewMethod 数据传输长度为 1048577 已经超过最大长度 1048576',
    'Setting data field "when" to a Date is invalid: only JSON values can be set.',
    'setData accepts an Object rather than some undefined',
  ]);
  await phone.close();
});

test('for audits: every setData of a page leaves a mark with its bytes, what listens for taps is marked', async () => {
  const phone = await open('path=/pages/views/views');
  const marks = (): Promise<unknown[]> =>
    phone.page.evaluate(() =>
      performance
        .getEntriesByName('page.setData')
        .map((entry) => (entry as PerformanceMark).detail as unknown),
    );
  const before = (await marks()).length;
  await phone.page.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as {
      getCurrentPages: () => { setData: (data: object) => void }[];
    };
    getCurrentPages()[0]?.setData({ word: '海' });
  });
  // {"word":"海"}: ten characters of one byte and one of three between two quotes.
  expect((await marks()).slice(before)).toEqual([{ page: 'pages/views/views', bytes: 14 }]);
  const marked = await phone.page.evaluate(() =>
    ['hover', 'outer', 'stopper', 'open', 'link', 'image', 'spaced'].filter(
      (id) => document.getElementById(id)?.dataset['taps'] !== undefined,
    ),
  );
  // The navigator listens itself, the program does not.
  expect(marked).toEqual(['hover', 'outer', 'stopper', 'open']);
  await phone.close();
});
