import type { Browser } from 'playwright-core';
import type { Phone } from '../../local/phone';
import { launchBrowser } from '../support/phone';
import { serveSmallApp, SmallPhone, type Hand } from '../support/small-phone';

let server: Phone;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveSmallApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const HANDS: readonly Hand[] = ['touch', 'mouse'];

describe.each(HANDS)('what is seen, by %s', (hand) => {
  let phone: SmallPhone;
  beforeAll(async () => {
    phone = await SmallPhone.open(browser, server.url, hand, 'path=/pages/views/views');
  });
  afterAll(async () => {
    expect(phone.faults).toEqual([]);
    await phone.close();
  });

  test('view: hover while a finger rests; a long press that is heard is no tap; catch stops', async () => {
    const pressed = await phone.press('#hover', () => phone.detail('hover', 'longpress'));
    expect(pressed).toMatchObject({ x: expect.any(Number) });
    // Both words of the class: vant gives two.
    await expect(phone.styleOf('#hover', 'color')).resolves.toBe('rgb(1, 2, 3)');
    await expect(phone.styleOf('#hover', 'text-align')).resolves.toBe('right');
    await phone.tap('#stopper');
    await phone.wait('stopper', 'tap');
    await phone.tap('#hover');
    await phone.wait('hover', 'tap');
    // One tap each: neither the long press's nor the one that was caught.
    expect((await phone.told()).filter(([, what]) => what === 'tap')).toEqual([]);
  });

  test('text: spaces, entities and selection', async () => {
    await expect(phone.page.locator('#spaced').textContent()).resolves.toBe('a\u00a0b');
    await expect(phone.page.locator('#decoded').textContent()).resolves.toBe('1 < 2 &\u00a03');
    await expect(phone.styleOf('#selectable', 'user-select')).resolves.toBe('text');
  });

  test('inline WXS has what it requires of files', async () => {
    await expect(phone.textOf('#required')).resolves.toBe('海海');
  });

  test('an abstract node that nobody names is its default', async () => {
    await expect(phone.textOf('#abstract')).resolves.toBe('默认');
  });

  test('image: its size, its failure, its width kept; a long press offers WeChat’s menu', async () => {
    expect(await phone.detail('image', 'load')).toEqual({ width: 20, height: 10 });
    expect(await phone.detail('broken', 'error')).toMatchObject({
      errMsg: expect.stringContaining('none.png'),
    });
    // widthFix: 100 px wide, and half as high as the picture is.
    expect(await phone.page.locator('#image').boundingBox()).toMatchObject({ width: 100, height: 50 });
    expect(await phone.detail('cover-image', 'load')).toEqual({});
    await phone.press('#image', () => phone.page.getByText('保存图片').waitFor());
    await phone.tap('text=取消');
  });

  test('icon, progress, rich text and page-meta', async () => {
    expect(await phone.page.locator('#icon').boundingBox()).toMatchObject({ width: 40, height: 40 });
    expect(await phone.detail('progress', 'activeend')).toEqual({ curPercent: 80 });
    await expect(phone.textOf('#progress')).resolves.toContain('80%');
    const rich = phone.page.locator('#rich');
    await expect(rich.locator('strong').evaluate((node) => getComputedStyle(node).width)).resolves.toBe(
      '50px',
    );
    await expect(rich.locator('p').getAttribute('onclick')).resolves.toBeNull();
    await expect(rich.locator('script').count()).resolves.toBe(0);
    await expect(rich.locator('img').getAttribute('alt')).resolves.toBe('点');
    await expect(phone.styleOf('wx-page', 'font-size')).resolves.toBe('18px');
    await expect(phone.styleOf('wx-page', 'letter-spacing')).resolves.toBe('2px');
  });

  test('cover-view, match-media and root-portal', async () => {
    await phone.tap('#cover-image');
    await phone.wait('cover', 'tap');
    await expect(phone.page.locator('#wide').isVisible()).resolves.toBe(true);
    await expect(phone.page.locator('#widest').isVisible()).resolves.toBe(false);
    await expect(phone.page.locator('#portal').isVisible()).resolves.toBe(true);
  });

  test('page-container: shown, its mask told; a step back closes it and not the page', async () => {
    await phone.tap('#open');
    expect(await phone.detail('container', 'enter')).toEqual({});
    await phone.page.locator('.phone-container-mask').click({ position: { x: 5, y: 5 } });
    await phone.wait('container', 'clickoverlay');
    expect(await phone.call('navigateBack')).toMatchObject({ errMsg: 'navigateBack:ok' });
    await phone.wait('container', 'afterleave');
    await phone.page.locator('#content').waitFor({ state: 'hidden' });
    await expect(phone.page.locator('#open').isVisible()).resolves.toBe(true);
  });

  test('this.animate moves to its last frame, calls back, and is cleared', async () => {
    const moved = await phone.page.evaluate(
      () =>
        new Promise((resolve) => {
          interface Page {
            animate: (selector: string, frames: object[], duration: number, callback: () => void) => void;
            clearAnimation: (selector: string, callback: () => void) => void;
          }
          const [page] = (globalThis as unknown as { getCurrentPages: () => Page[] }).getCurrentPages();
          const transform = (): string =>
            getComputedStyle(document.querySelector('#hover') ?? document.body).transform;
          const frames = [{ translateX: 0 }, { translateX: 30, scale: [2, 2] }];
          page?.animate('#hover', frames, 10, () => {
            const there = transform();
            page.clearAnimation('#hover', () => resolve([there, transform()]));
          });
        }),
    );
    expect(moved).toEqual(['matrix(2, 0, 0, 2, 30, 0)', 'none']);
  });

  test('navigator: fails as the call would, and goes', async () => {
    await phone.tap('#wrong');
    expect(await phone.detail('wrong', 'fail')).toEqual({
      errMsg: 'navigateTo:fail page "pages/none/none" is not found',
    });
    await phone.tap('#link');
    expect(await phone.detail('plain', 'onLoad')).toEqual({ from: 'link' });
  });
});
