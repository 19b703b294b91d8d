import type { Browser } from 'playwright-core';
import type { Phone } from '../../local/phone';
import { dragFinger, type Point } from '../support/finger';
import { serveParts } from '../support/parts-phone';
import { launchBrowser } from '../support/phone';
import { SmallPhone } from '../support/small-phone';
import { until } from '../support/until';

/** Photos arranged, on the browser's phone, by a finger. */
let server: Phone;
let browser: Browser;
let phone: SmallPhone;

beforeAll(async () => {
  server = await serveParts();
  browser = await launchBrowser();
  phone = await SmallPhone.open(browser, server.url, 'touch', 'path=/pages/case/case');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(() => {
  expect(phone.faults).toEqual([]);
});

const photos = (): Promise<string[]> =>
  phone.page.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as {
      getCurrentPages: () => { data: { photos: string[] } }[];
    };
    return (getCurrentPages()[0]?.data.photos ?? []).map((src) => src.replace(/.*\?/, ''));
  });

const middleOf = async (order: number): Promise<Point> => {
  const box = await phone.page
    .locator('[aria-label^="第"]')
    .nth(order - 1)
    .boundingBox();
  if (!box) throw new Error(`no photo ${order}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** How far anything of the page is scrolled, px. */
const scrolled = (): Promise<number> =>
  phone.page.evaluate(() => Math.max(...[...document.querySelectorAll('*')].map((each) => each.scrollTop)));

/** A finger presses until the photo is lifted, passes the points, and leaves. */
const carry = async (from: number, points: readonly Point[]): Promise<void> => {
  const session = await phone.page.context().newCDPSession(phone.page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...at] });
  await send('touchStart', [await middleOf(from)]);
  await phone.page.locator('[class*=--held]').waitFor();
  for (const point of points) await send('touchMove', [point]);
  await send('touchEnd', []);
  await session.detach();
};

test('a photo held long is lifted and dropped between others: the rest keep their order, the page does not scroll', async () => {
  const [third, sixth] = [await middleOf(3), await middleOf(6)];
  await carry(1, [third, { x: sixth.x, y: sixth.y - 20 }, sixth]);
  expect(await phone.detail('case', 'move')).toEqual({ from: 0, to: 5 });
  expect((await photos()).slice(0, 7)).toEqual(['2', '3', '4', '5', '6', '1', '7']);
  expect(await scrolled()).toBe(0);
  await carry(6, [third, await middleOf(1)]);
  expect(await phone.detail('case', 'move')).toEqual({ from: 5, to: 0 });
  expect((await photos()).slice(0, 3)).toEqual(['1', '2', '3']);
});

test('a photo carried up the page does not take the page with it', async () => {
  // Upwards is where the page would go: a finger that only passes there scrolls it (below).
  const [last, first] = [await middleOf(20), await middleOf(1)];
  await carry(20, [{ x: last.x, y: last.y - 60 }, { x: last.x, y: last.y - 200 }, first]);
  expect(await phone.detail('case', 'move')).toEqual({ from: 19, to: 0 });
  expect(await scrolled()).toBe(0);
  await phone.page.locator('[aria-label^="第"]').first().tap();
  await phone.page.getByText('取消', { exact: true }).tap();
  await carry(1, [await middleOf(20)]);
  expect(await phone.detail('case', 'move')).toEqual({ from: 0, to: 19 });
});

test('while one is held the others make room', async () => {
  const session = await phone.page.context().newCDPSession(phone.page);
  const [first, second] = [await middleOf(1), await middleOf(2)];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ ...first }] });
  await phone.page.locator('[class*=--held]').waitFor();
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ ...second }] });
  await phone.page.waitForFunction(
    ([label, x]) => {
      const photo = document.querySelector(`[aria-label^="${label}"]`)?.getBoundingClientRect();
      return photo !== undefined && Math.abs(photo.left + photo.width / 2 - x) < 1;
    },
    ['第 2 张照片', first.x] as const,
  );
  await session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  await session.detach();
  await phone.page.locator('[class*=--held]').waitFor({ state: 'detached' });
  expect((await photos())[0]).toBe('1');
});

test('a finger that only passes over the photos scrolls the page', async () => {
  const from = await middleOf(9);
  await dragFinger(
    phone.page,
    from,
    [60, 120, 180].map((by) => ({ x: from.x, y: from.y - by })),
  );
  await until(async () => (await scrolled()) > 50 || undefined);
  await phone.call('pageScrollTo', { scrollTop: 0, duration: 0 });
  await until(async () => (await scrolled()) === 0 || undefined);
});

test('all of it without dragging: a tap offers the choices', async () => {
  const choose = async (order: number, words: string): Promise<void> => {
    await phone.page
      .locator('[aria-label^="第"]')
      .nth(order - 1)
      .tap();
    await phone.page.getByText(words, { exact: true }).tap();
  };
  await choose(3, '移到前一张');
  expect(await phone.detail('case', 'move')).toEqual({ from: 2, to: 1 });
  await choose(2, '移到后一张');
  expect(await phone.detail('case', 'move')).toEqual({ from: 1, to: 2 });
  await choose(4, '编辑');
  expect(await phone.detail('case', 'edit')).toEqual({ index: 3 });
  await choose(1, '查看大图');
  expect(await phone.detail('case', 'view')).toEqual({ index: 0 });
  await choose(20, '删除');
  expect(await phone.detail('case', 'remove')).toEqual({ index: 19 });
});

test('a photo that was drawn on says so', async () => {
  expect(await phone.page.getByLabel('第 2 张照片，已编辑', { exact: true }).count()).toBe(1);
});

test('twenty photos fit a screen 320 px wide', async () => {
  await phone.page.setViewportSize({ width: 320, height: 568 });
  const boxes = await phone.page
    .locator('[aria-label^="第"]')
    .evaluateAll((found) =>
      found
        .map((each) => each.getBoundingClientRect())
        .map(({ left, right, width }) => ({ left, right, width })),
    );
  expect(boxes).toHaveLength(20);
  for (const { left, right, width } of boxes) {
    expect(width).toBeGreaterThanOrEqual(44);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(320);
  }
  await phone.page.setViewportSize({ width: 375, height: 812 });
});
