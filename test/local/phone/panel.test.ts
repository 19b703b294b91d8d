import path from 'node:path';
import { ROOT } from '../../support/cloud';
import { Bench, HOLDER, type BenchPhone } from './bench';

/** The panel beside the phone, the address, and two phones side by side. */
let bench: Bench;
const DESK = { viewport: { width: 1200, height: 1000 } };

beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.stop());

const picture = (phone: BenchPhone, name: string): Promise<Buffer> =>
  phone.page.screenshot({ path: path.join(ROOT, 'dist/screenshots', `${name}.png`) });
const parameter = (phone: BenchPhone, name: string): string | null =>
  new URL(phone.page.url()).searchParams.get(name);

test('the person stands where the map was touched', async () => {
  const phone = await bench.open('', DESK);
  const map = phone.page.getByLabel('全省地图');
  // Each name stands over its dot.
  const dot = await map.locator('.phone-province-dot').nth(1).boundingBox();
  const name = await map.getByText('三亚', { exact: true }).boundingBox();
  expect(
    Math.abs((name?.x ?? 0) + (name?.width ?? 0) / 2 - ((dot?.x ?? 0) + (dot?.width ?? 0) / 2)),
  ).toBeLessThan(2);
  // The pin stands on 海口 first, and on 三亚 after its dot was touched.
  await map.locator('.phone-province-dot').nth(1).click();
  const at = (parameter(phone, 'at') ?? '').split(',').map(Number);
  expect(at[0]).toBeCloseTo(109.51, 1);
  expect(at[1]).toBeCloseTo(18.25, 1);
  await phone.page.getByLabel('地点').selectOption('文昌市');
  expect(parameter(phone, 'at')).toBe('110.8,19.54');
  await phone.page.getByLabel('经度,纬度').fill('110.3, 20.0');
  await phone.page.getByLabel('经度,纬度').press('Enter');
  await phone.page.getByLabel('精度（米）').fill('120');
  await phone.page.getByLabel('精度（米）').press('Enter');
  const located = phone.call('getLocation', { type: 'gcj02' });
  await phone.agree();
  await phone.tap('允许');
  expect((await located).ok).toMatchObject({ longitude: 110.3, latitude: 20, accuracy: 120 });
  // What is no point changes nothing.
  await phone.page.getByLabel('经度,纬度').fill('海口');
  await phone.page.getByLabel('经度,纬度').press('Enter');
  await expect(phone.page.getByLabel('经度,纬度').inputValue()).resolves.toBe('110.3,20');
  await picture(phone, 'panel');
  await phone.close();
});

test('another person takes the phone; what one allowed the other did not', async () => {
  const phone = await bench.open('', DESK);
  await phone.page.getByLabel('持机人').selectOption('19000000101');
  await phone.page.waitForURL(/as=19000000101/);
  await phone.ready();
  expect((await phone.call('getPrivacySetting')).ok).toMatchObject({ needAuthorization: true });
  await phone.page.getByLabel('手机号').fill('19000009999');
  await phone.page.getByLabel('手机号').press('Enter');
  await phone.page.waitForURL(/as=19000009999/);
  await phone.close();
});

test.each([
  ['320×568', 320, 568, 20, 0],
  ['375×812', 375, 812, 44, 34],
  ['430×932', 430, 932, 59, 34],
])('a screen of %s', async (label, width, height, statusBar, indicator) => {
  const phone = await bench.open('', DESK);
  await phone.page.getByRole('button', { name: label }).click();
  await phone.page.waitForURL(new RegExp(`size=${width}x${height}|^[^?]*\\?(?!.*size)`));
  await phone.ready();
  expect((await phone.now('getWindowInfo')).ok).toMatchObject({
    screenWidth: width,
    screenHeight: height,
    statusBarHeight: statusBar,
    safeArea: { bottom: height - indicator },
  });
  await phone.close();
});

test('messages that were delivered and codes that were made are at hand', async () => {
  const phone = await bench.open('', DESK);
  await phone.page.evaluate(() =>
    (globalThis as unknown as { wx: { cloud: { init: () => void } } }).wx.cloud.init(),
  );
  await phone.tapAsking('requestSubscribeMessage', { tmplIds: ['shenhe'] });
  await phone.tap('允许');
  await phone.answer();
  const notify = {
    name: 'notify',
    data: { templateId: 'shenhe', page: 'pages/second/second', text: '3 号楼 12 层' },
  };
  expect((await phone.call('cloud.callFunction', notify)).ok?.['result']).toMatchObject({ sent: 0 });
  // One accept is one message.
  expect((await phone.call('cloud.callFunction', notify)).ok?.['result']).toMatchObject({ sent: 43101 });
  const card = phone.page.locator('.phone-panel-card').filter({ hasText: '3 号楼 12 层' });
  await card.waitFor();
  await expect(card.count()).resolves.toBe(1);
  await phone.page.getByRole('button', { name: '刷新现场码' }).click();
  await phone.page.getByRole('button', { name: 'pages/second/second?scene=s7' }).click();
  const scanned = phone.call('scanCode');
  await phone.agree();
  expect((await scanned).ok).toMatchObject({ scanType: 'WX_CODE', path: 'pages/second/second?scene=s7' });
  await card.getByRole('button', { name: '打开' }).click();
  await phone.page.getByText('第二页').waitFor();
  await phone.close();
});

test('larger type and a dark theme reach the program', async () => {
  const phone = await bench.open('', DESK);
  await phone.page.getByRole('button', { name: '1.4×' }).click();
  await phone.page.waitForURL(/font=1\.4/);
  await phone.ready();
  const base = (await phone.now('getAppBaseInfo')).ok;
  expect(base).toMatchObject({ fontSizeScaleFactor: 1.4, theme: 'light' });
  expect(base?.['fontSizeSetting']).toBeCloseTo(22.4);
  const dark = phone.page.getByText('深色', { exact: true }).and(phone.page.locator('wx-view'));
  await expect(dark.isVisible()).resolves.toBe(false);
  await phone.page.getByRole('button', { name: '深色' }).click();
  await dark.waitFor({ state: 'visible' });
  const seen = await phone.page.evaluate(
    () => (globalThis as unknown as { getApp: () => { seen: unknown[] } }).getApp().seen,
  );
  expect(seen).toContainEqual(['theme', 'dark']);
  expect((await phone.now('getAppBaseInfo')).ok).toMatchObject({ theme: 'dark' });
  await phone.page.getByRole('button', { name: '浅色' }).click();
  await dark.waitFor({ state: 'hidden' });
  await phone.close();
});

test('the clock of the environment is moved, and the phone’s with it', async () => {
  const phone = await bench.open('', DESK);
  const now = (): Promise<number> => phone.page.evaluate(() => Date.now());
  const DAY_MS = 86_400_000;
  const before = await now();
  await phone.page.getByRole('button', { name: '+1 天' }).click();
  await phone.page.getByText('已调 1.00 天').waitFor();
  const moved = (await now()) - before;
  expect(moved).toBeGreaterThanOrEqual(DAY_MS);
  expect(moved).toBeLessThan(DAY_MS + 60_000);
  // The environment's own answer, and a phone that starts later, agree.
  const answer = (await (await fetch(`${bench.url}/panel/clock`)).json()) as { offsetMs: number };
  expect(answer.offsetMs).toBe(DAY_MS);
  await phone.reload();
  expect((await now()) - before).toBeGreaterThanOrEqual(DAY_MS);
  expect(
    await phone.page.evaluate(() => new Date(0).toISOString() + String(new Date() instanceof Date)),
  ).toBe('1970-01-01T00:00:00.000Ztrue');
  await phone.page.getByLabel('调到（年-月-日 时:分）').fill('2030-01-02 08:00');
  await phone.page.getByLabel('调到（年-月-日 时:分）').press('Enter');
  await phone.page.getByText('2030/1/2 08:00').waitFor();
  await phone.page.getByRole('button', { name: '复原' }).click();
  await phone.page.getByText('（未调整）').waitFor();
  await phone.close();
});

test('two phones stand side by side, each another person’s, each with its own network', async () => {
  const context = await bench.browser.newContext({ viewport: { width: 1200, height: 960 }, hasTouch: true });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${bench.url}/pair?left=${HOLDER}&right=19000009999&left.path=/pages/second/second`);
  const left = page.frameLocator('iframe[title="左边的手机"]');
  const right = page.frameLocator('iframe[title="右边的手机"]');
  await left.getByText('第二页').waitFor();
  await right.getByText('取号码').tap();
  await right.getByText('同意', { exact: true }).tap();
  await right.getByText('19000009999').waitFor();
  await right.getByText('允许', { exact: true }).tap();
  await right.locator('.answer').filter({ hasText: 'getPhoneNumber:ok' }).waitFor();
  await page.getByLabel('右边的手机的网络').selectOption('off');
  await right.getByText('取号码').tap();
  await right.getByText('允许', { exact: true }).tap();
  await right.locator('.answer').filter({ hasText: 'network is down' }).waitFor();
  await page.getByLabel('左边的手机的持机人').selectOption('19000000101');
  await left.getByText('取号码').tap();
  await left.getByText('同意', { exact: true }).tap();
  await left.getByText('19000000101').waitFor();
  await page.screenshot({ path: path.join(ROOT, 'dist/screenshots/pair-bench.png') });
  await context.close();
});

test('what chooses the holders of the two phones is not cut', async () => {
  const context = await bench.browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${bench.url}/pair`);
  const heads = await page.evaluate(() =>
    [...document.querySelectorAll('.pair-head')].map((head) => {
      const box = head.getBoundingClientRect();
      const cut = [...head.querySelectorAll('select')].map((select) => {
        const whole = select.cloneNode(true) as HTMLSelectElement;
        const alone = document.createElement('div');
        alone.className = 'pair-head';
        alone.style.cssText = 'position: absolute; max-width: none; width: 2000px';
        alone.append(whole);
        document.body.append(alone);
        const missing = whole.offsetWidth - select.offsetWidth;
        alone.remove();
        return missing;
      });
      return { left: box.left, right: box.right, cut };
    }),
  );
  expect(heads.map(({ cut }) => cut)).toEqual([
    [0, 0],
    [0, 0],
  ]);
  const [first, second] = heads;
  expect(first?.right).toBeLessThan(second?.left ?? 0);
  expect(second?.right).toBeLessThanOrEqual(1200);
  await context.close();
});
