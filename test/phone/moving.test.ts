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

describe.each(HANDS)('what moves, by %s', (hand) => {
  let phone: SmallPhone;
  const setData = (data: object): Promise<void> =>
    phone.page.evaluate((given) => {
      const pages = globalThis as unknown as {
        getCurrentPages: () => { setData: (data: object) => void }[];
      };
      pages.getCurrentPages()[0]?.setData(given);
    }, data);
  beforeAll(async () => {
    phone = await SmallPhone.open(browser, server.url, hand, 'path=/pages/moving/moving');
  });
  afterAll(async () => {
    expect(phone.faults).toEqual([]);
    await phone.close();
  });

  test('video and camera say so when there is none; the person is asked for the camera first', async () => {
    expect(await phone.detail('video', 'error')).toMatchObject({ errMsg: expect.any(String) });
    await phone.tap('.phone-ask-allow');
    expect(await phone.detail('camera', 'error')).toEqual({
      errMsg: 'insertCamera:fail camera not available',
    });
  });

  test('scroll-view: pulled down it refreshes; a short pull is given up', async () => {
    await phone.drag('#row-0', [0, 40], [0.5, 0.1]);
    await phone.wait('scroll', 'refresherabort');
    await phone.drag('#row-0', [0, 140], [0.5, 0.1]);
    await phone.wait('scroll', 'refresherrefresh');
    await phone.wait('scroll', 'refresherrestore');
  });

  test('scroll-view: scrolls a row into view, tells its ends', async () => {
    await setData({ into: 'row-9' });
    expect(await phone.detail('scroll', 'scrolltolower')).toEqual({ direction: 'bottom' });
    await setData({ into: 'row-0' });
    expect(await phone.detail('scroll', 'scrolltoupper')).toEqual({ direction: 'top' });
  });

  test('swiper: turned by a drag, round and round', async () => {
    await phone.drag('#swiper', [-120, 0], [0.8, 0.5]);
    expect(await phone.detail('swiper', 'change')).toEqual({
      current: 1,
      currentItemId: 'two',
      source: 'touch',
    });
    await phone.wait('swiper', 'animationfinish');
    await phone.drag('#swiper', [120, 0], [0.2, 0.5]);
    expect(await phone.detail('swiper', 'change')).toMatchObject({ current: 0 });
    await phone.wait('swiper', 'animationfinish');
    await phone.drag('#swiper', [120, 0], [0.2, 0.5]);
    expect(await phone.detail('swiper', 'change')).toMatchObject({ current: 2, currentItemId: 'three' });
    await phone.wait('swiper', 'animationfinish');
    await expect(phone.page.locator('.phone-swiper-dots > span').count()).resolves.toBe(3);
    // A drag that goes not far enough turns nothing.
    await phone.drag('#swiper', [20, 0]);
    expect((await phone.told()).filter(([who, what]) => who === 'swiper' && what === 'change')).toEqual([]);
  });

  test('picker-view: a column is turned by a row of its own height', async () => {
    await phone.drag('wx-picker-view-column', [0, -80]);
    await phone.wait('picker-view', 'pickstart');
    await phone.wait('picker-view', 'pickend');
    expect(await phone.detail('picker-view', 'change')).toEqual({ value: [3, 0] });
  });

  test('movable-view: moves in its direction and stays in its area', async () => {
    await phone.drag('#movable', [60, 30]);
    expect(await phone.detail('movable', 'change')).toMatchObject({ y: 0, source: 'touch' });
    await phone.forget();
    await phone.drag('#movable', [400, 0]);
    const told = (await phone.told()).filter(([who, what]) => who === 'movable' && what === 'change');
    // The area is 200 px wide, the view 40.
    expect(told.at(-1)?.[2]).toMatchObject({ x: 160, y: 0 });
  });

  test('canvas: its node draws; more than 1365 px is refused', async () => {
    const drawn = await phone.page.evaluate(
      () =>
        new Promise<{ pixel: number[]; size: number[]; refused: string }>((resolve) => {
          const { wx } = globalThis as unknown as { wx: { createSelectorQuery: () => Query } };
          interface Query {
            select: (selector: string) => { fields: (fields: object) => Query };
            exec: (
              callback: (answers: { node: HTMLCanvasElement; width: number; height: number }[]) => void,
            ) => void;
          }
          wx.createSelectorQuery()
            .select('#canvas')
            .fields({ node: true, size: true })
            .exec(([answer]) => {
              if (!answer) throw new Error('no canvas');
              const { node, width, height } = answer;
              node.width = width * 2;
              node.height = height * 2;
              const context = node.getContext('2d');
              if (!context) throw new Error('no context');
              context.fillStyle = '#ff0000';
              context.fillRect(0, 0, 10, 10);
              let refused = '';
              try {
                node.width = 1366;
              } catch (error) {
                refused = (error as Error).message;
              }
              resolve({
                pixel: [...context.getImageData(5, 5, 1, 1).data],
                size: [width, height, node.width],
                refused,
              });
            });
        }),
    );
    expect(drawn.pixel).toEqual([255, 0, 0, 255]);
    expect(drawn.size).toEqual([100, 50, 200]);
    expect(drawn.refused).toContain('1365');
    await phone.tap('#canvas');
    await phone.wait('canvas', 'tap');
  });

  test('map: a marker, its callout, the ground, and a move', async () => {
    await phone.tap('.phone-map-marker');
    expect(await phone.detail('map', 'markertap')).toEqual({ markerId: 7 });
    await phone.tap('.phone-map-callout');
    expect(await phone.detail('map', 'callouttap')).toEqual({ markerId: 7 });
    await phone.forget();
    await phone.drag('#map', [50, 0], [0.2, 0.8]);
    expect(await phone.detail('map', 'regionchange')).toEqual({ type: 'begin', causedBy: 'drag' });
    const { centerLocation } = (await phone.detail('map', 'regionchange')) as {
      centerLocation: { longitude: number; latitude: number };
    };
    // At scale 14 the world is 256 · 2^14 px wide: 50 px are 50 / 4194304 · 360° = 0.00429°.
    expect(centerLocation.longitude).toBeCloseTo(110.35 - 0.00429, 4);
    expect(centerLocation.latitude).toBeCloseTo(20.02, 6);
    await phone.page.locator('#map').evaluate((node) => node.scrollIntoView());
    await phone.tap('#map');
    expect(await phone.detail('map', 'tap')).toMatchObject({
      longitude: expect.any(Number),
      latitude: expect.any(Number),
    });
    await expect(phone.page.locator('#map circle').count()).resolves.toBe(1);
    await expect(phone.page.locator('#map polyline').count()).resolves.toBe(1);
  });
});
