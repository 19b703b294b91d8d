import { Bench, type BenchPhone } from './bench';

/** The panel's three phones in a window that is lower than two of them. */
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.stop());

const LOW = { viewport: { width: 1280, height: 720 } };

/** What a page hears of the next tap on the element: its own px. */
const tapHeard = async (phone: BenchPhone, by: 'touch' | 'mouse'): Promise<unknown> => {
  const asked = phone.page.locator('.asked');
  await phone.page.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as {
      getCurrentPages: () => { next: (name: string, options: object) => void }[];
    };
    getCurrentPages()[0]?.next('getNetworkType', {});
  });
  const box = await asked.boundingBox();
  if (!box) throw new Error('nothing to tap');
  // Four fifths across, a quarter down.
  const at = { x: box.width * 0.8, y: box.height * 0.25 };
  await (by === 'touch' ? asked.tap({ position: at }) : asked.click({ position: at }));
  await phone.answer();
  return phone.page.evaluate(
    () =>
      (globalThis as unknown as { getCurrentPages: () => { heard: unknown }[] }).getCurrentPages()[0]?.heard,
  );
};

// Bars by what WeChat's phones have: 20 px of status on the small one, 44 and 59 with a notch; 44 of navigation.
test.each([
  { size: '320x568', width: 320, height: 568, status: 20 },
  { size: '375x812', width: 375, height: 812, status: 44 },
  { size: '430x932', width: 430, height: 932, status: 59 },
])(
  '$size is $size in a window of 1280×720, to what is measured and to what is touched',
  async (phoneSize) => {
    const { size, width, height, status } = phoneSize;
    const phone = await bench.open(`&size=${size}`, LOW);
    const windowHeight = height - status - 44;
    expect((await phone.now('getWindowInfo')).ok).toMatchObject({
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight,
      statusBarHeight: status,
    });
    // The whole phone stands in the window.
    const frame = await phone.page.locator('.phone-screen').boundingBox();
    expect(frame?.y).toBeGreaterThanOrEqual(0);
    expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBeLessThanOrEqual(720);
    expect((frame?.height ?? 0) / (frame?.width ?? 1)).toBeCloseTo(height / width, 2);
    // Two blocks of a script's own measure: the first one is 48 px high, the page as wide as the phone.
    const measured = await phone.page.evaluate(
      () =>
        new Promise<Record<string, number>>((resolve) => {
          interface Query {
            readonly select: (selector: string) => {
              readonly boundingClientRect: (tell: (rect: Record<string, number>) => void) => {
                readonly exec: () => void;
              };
            };
          }
          const { wx } = globalThis as unknown as { wx: { createSelectorQuery: () => Query } };
          wx.createSelectorQuery().select('.asked').boundingClientRect(resolve).exec();
        }),
    );
    for (const [side, px] of Object.entries({
      left: 0,
      top: 0,
      right: width,
      bottom: 48,
      width,
      height: 48,
    })) {
      expect(measured[side]).toBeCloseTo(px, 3);
    }
    // The mouse first: after a touch the phone takes a mouse for the browser's own echo of it.
    for (const by of ['mouse', 'touch'] as const) {
      const heard = (await tapHeard(phone, by)) as { x: number; y: number; pageX: number; clientY: number };
      // A finger comes down on whole px of the window, which are up to 1.4 of the phone's.
      expect(Math.abs(heard.x - width * 0.8)).toBeLessThan(1.5);
      expect(Math.abs(heard.pageX - width * 0.8)).toBeLessThan(1.5);
      expect(Math.abs(heard.y - 12)).toBeLessThan(1.5);
      expect(Math.abs(heard.clientY - 12)).toBeLessThan(1.5);
    }
    await phone.close();
  },
);

test('a window that grows gives the phone its full size, one that shrinks draws it smaller', async () => {
  const phone = await bench.open('&size=430x932', LOW);
  const drawn = async (): Promise<number> =>
    (await phone.page.locator('.phone-screen').boundingBox())?.height ?? 0;
  expect(await drawn()).toBeCloseTo(720 - 32, 0);
  await phone.page.setViewportSize({ width: 1280, height: 1000 });
  await phone.page.waitForFunction(
    () => document.querySelector('.phone-screen')?.getBoundingClientRect().height === 932,
  );
  expect((await phone.now('getWindowInfo')).ok).toMatchObject({ screenWidth: 430, screenHeight: 932 });
  await phone.close();
});
