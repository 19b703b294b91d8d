import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startPhone, type Phone } from '../../local/phone';
import { ROOT } from './cloud';
import { dragFinger } from './finger';

export type Hand = 'touch' | 'mouse';

/** What the test's mini program told: who, what, and with what. */
export type Told = readonly [who: string, what: string, ...rest: unknown[]];

/** The phone's window on the desk: as large as WeChat's reference, so that the notch is there. */
const SIZE = { width: 375, height: 812 };
/** With the panel beside the phone. */
const WIDE = { width: 1200, height: 900 };
const STEPS = 6;

/** The small mini program of test/phone/app, built and served. */
export const serveSmallApp = async (): Promise<Phone> => {
  const outDir = mkdtempSync(path.join(tmpdir(), 'zhian-small-'));
  const phone = await startPhone({
    rootDir: ROOT,
    miniprogramDir: path.join(ROOT, 'test/phone/app'),
    nodeModulesDir: path.join(ROOT, 'node_modules'),
    outDir,
    port: 0,
    watch: false,
    cloudUrl: 'http://127.0.0.1:9',
    people: [{ phone: '19000000001', name: '甲', role: '试验' }],
    places: [{ label: '海口', lng: 110.35, lat: 20.02 }],
  });
  return {
    url: phone.url,
    close: async () => {
      await phone.close();
      rmSync(outDir, { recursive: true });
    },
  };
};

/** One phone in a browser, worked by a finger or by the mouse. */
export class SmallPhone {
  readonly page: Page;
  private readonly hand: Hand;
  private readonly context: BrowserContext;
  /** What the console told as broken. */
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page, hand: Hand) {
    this.context = context;
    this.page = page;
    this.hand = hand;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      // A picture that is not there is told by the browser too.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        this.faults.push(message.text());
      }
    });
  }

  static async open(
    browser: Browser,
    url: string,
    hand: Hand,
    query: string,
    hasPanel = false,
  ): Promise<SmallPhone> {
    const isTouch = hand === 'touch';
    const context = await browser.newContext({
      viewport: hasPanel ? WIDE : SIZE,
      hasTouch: isTouch,
      isMobile: isTouch && !hasPanel,
    });
    context.setDefaultTimeout(10_000);
    const phone = new SmallPhone(context, await context.newPage(), hand);
    await phone.page.goto(`${url}/?${hasPanel ? '' : 'panel=0&'}${query}`);
    await phone.page.waitForFunction(() => document.querySelector('wx-page') !== null);
    return phone;
  }

  /** @param options force a tap on what is disabled */
  async tap(selector: string, options: { readonly force?: boolean } = {}): Promise<void> {
    const target = this.page.locator(selector).filter({ visible: true }).first();
    await (this.hand === 'touch' ? target.tap(options) : target.click(options));
  }

  /** From the middle of an element, or from a share of it. */
  private async startOf(selector: string, share: readonly [number, number]): Promise<[number, number]> {
    const target = this.page.locator(selector).first();
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error(`nothing to drag: ${selector}`);
    return [box.x + box.width * share[0], box.y + box.height * share[1]];
  }

  /** @param share where on the element the finger comes down */
  async drag(
    selector: string,
    [dx, dy]: readonly [number, number],
    share: readonly [number, number] = [0.5, 0.5],
  ): Promise<void> {
    const [x, y] = await this.startOf(selector, share);
    const points = Array.from({ length: STEPS }, (_, step) => ({
      x: x + (dx * (step + 1)) / STEPS,
      y: y + (dy * (step + 1)) / STEPS,
    }));
    if (this.hand === 'mouse') {
      await this.page.mouse.move(x, y);
      await this.page.mouse.down();
      for (const point of points) await this.page.mouse.move(point.x, point.y);
      await this.page.mouse.up();
      return;
    }
    await dragFinger(this.page, { x, y }, points);
  }

  /** Keeps a finger down until something came of it. */
  async press<Seen>(selector: string, seen: () => Promise<Seen>): Promise<Seen> {
    const [x, y] = await this.startOf(selector, [0.5, 0.5]);
    if (this.hand === 'mouse') {
      await this.page.mouse.move(x, y);
      await this.page.mouse.down();
      const found = await seen();
      await this.page.mouse.up();
      return found;
    }
    const session = await this.context.newCDPSession(this.page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    const found = await seen();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
    return found;
  }

  told(): Promise<Told[]> {
    return this.page.evaluate(() => (globalThis as unknown as { told: Told[] }).told);
  }

  async forget(): Promise<void> {
    await this.page.evaluate(() => {
      (globalThis as unknown as { told: Told[] }).told = [];
    });
  }

  /** The first thing told of somebody, once it is told; everything before is forgotten with it. */
  async wait(who: string, what: string): Promise<Told> {
    const handle = await this.page
      .waitForFunction(
        ([name, event]) => {
          // A page that just began to load has told nothing yet.
          const store = globalThis as unknown as { told?: Told[] };
          const index = (store.told ?? []).findIndex(([teller, type]) => teller === name && type === event);
          if (index < 0) return undefined;
          const [found] = store.told?.splice(index, 1) ?? [];
          return found;
        },
        [who, what] as const,
      )
      .catch(async () => {
        throw new Error(`${who} never told ${what}: ${JSON.stringify(await this.told())}`);
      });
    return (await handle.jsonValue()) as Told;
  }

  async detail(who: string, what: string): Promise<unknown> {
    return (await this.wait(who, what))[2];
  }

  /** Calls `wx` as a page would. @returns what success or fail was given, without functions */
  call(name: string, options: object = {}): Promise<Record<string, unknown>> {
    return this.page.evaluate(
      ([call, given]) =>
        new Promise<Record<string, unknown>>((resolve) => {
          const wx = (globalThis as unknown as { wx: Record<string, (options: object) => void> }).wx;
          const answer = (result: object): void =>
            resolve(JSON.parse(JSON.stringify(result)) as Record<string, unknown>);
          wx[call]?.({ ...given, success: answer, fail: answer });
        }),
      [name, options] as const,
    );
  }

  textOf(selector: string): Promise<string> {
    return this.page.locator(selector).first().innerText();
  }

  styleOf(selector: string, name: string): Promise<string> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
