import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startPhone, type Phone as RunningPhone } from '../../local/phone';
import { demonstration } from '../../local/seed/demonstration';
import { writeDocuments } from '../../local/seed/write-seed';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { ANCHOR, holderOf, ROOT, startSeededCloud, type TestCloud } from '../support/cloud';
import { launchBrowser, Phone } from '../support/phone';

const SUPERVISOR = '19000000103';
const ROWS = 10_000;
/** WeChat's bound on the nodes of a page, and ours on its first screen (platform facts 2.2). */
const MOST_NODES = 1000;
const MOST_SET_DATA = 2;
const MOST_SET_DATA_BYTES = 16 * 1024;
const MINUTE_MS = 60_000;

let cloud: TestCloud;
let phone: RunningPhone;
let browser: Browser;
const outDir = mkdtempSync(path.join(tmpdir(), 'zhian-list-'));

/** 陈海生's record that waits, many times: the first a minute before it, each a minute before the one above. */
const manyRecords = (): Inspection[] => {
  const records = demonstration(ANCHOR)['inspections'] as readonly Inspection[];
  const waiting = records.find(({ authorId, status }) => authorId === 'p0103' && status === 'pendingReview');
  if (!waiting) throw new Error('the demonstration has no waiting record of p0103');
  return Array.from({ length: ROWS }, (_, index) => ({
    ...waiting,
    _id: `long-${index}`,
    part: `第 ${index + 1} 处`,
    submittedAt: new Date(Date.parse(waiting.submittedAt) - (index + 1) * MINUTE_MS).toISOString(),
  }));
};

beforeAll(async () => {
  cloud = await startSeededCloud();
  await writeDocuments(cloud.target, { inspections: manyRecords() });
  await holderOf(cloud.cloud.url, SUPERVISOR).enter();
  phone = await startPhone({
    port: 0,
    rootDir: ROOT,
    miniprogramDir: path.join(ROOT, 'miniprogram'),
    nodeModulesDir: path.join(ROOT, 'node_modules'),
    outDir,
    cloudUrl: cloud.cloud.url,
    people: [{ phone: SUPERVISOR, name: '陈海生', role: '监督员' }],
    places: [],
    watch: false,
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await phone.close();
  await cloud.close();
  rmSync(outDir, { recursive: true });
});

interface Caller {
  readonly route?: string;
  setData(data: object, drawn?: () => void): void;
}

/** The program, as it stands in the browser. */
declare const getCurrentPages: () => Caller[];
declare const wx: { navigateTo(target: { url: string }): void };

interface Watched extends Window {
  /** JSON of what pages gave to setData. */
  sent: string[];
  mostNodes: number;
}

/** From now on every setData of a page is written down, and the nodes are counted with every frame. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.sent = [];
    watched.mostNodes = 0;
    let prototype = Object.getPrototypeOf(getCurrentPages()[0]) as Caller;
    while (!Object.hasOwn(prototype, 'setData')) prototype = Object.getPrototypeOf(prototype) as Caller;
    const original = Reflect.get(prototype, 'setData') as Caller['setData'];
    prototype.setData = function (this: Caller, data: object, drawn?: () => void): void {
      if (this.route) watched.sent.push(JSON.stringify(data));
      original.call(this, data, drawn);
    };
    const count = (): void => {
      const pages = [...document.querySelectorAll('wx-page')].filter((each) => each.checkVisibility());
      const nodes = pages
        .map(
          (each) =>
            [...each.querySelectorAll('*')].filter(({ tagName }) => tagName.startsWith('WX-')).length + 1,
        )
        .reduce((most, some) => Math.max(most, some), 0);
      watched.mostNodes = Math.max(watched.mostNodes, nodes);
      requestAnimationFrame(count);
    };
    count();
  });

const sentSoFar = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as Watched).sent);

/** Scrolls step by step until the words stand on the screen, or the list ends. */
const scrollUntil = (page: Page, words: string, step: number): Promise<void> =>
  page.evaluate(
    ([wanted, px]) =>
      new Promise<void>((resolve) => {
        const view = [...document.querySelectorAll<HTMLElement>('.phone-page-view')].find(
          (each) => !each.hidden,
        );
        const next = (): void => {
          if (!view) return;
          const isThere = view.innerText.includes(wanted);
          const isAtEnd =
            px < 0 ? view.scrollTop <= 0 : view.scrollTop + view.clientHeight >= view.scrollHeight - 1;
          if (isThere && isAtEnd) return resolve();
          view.scrollTop += px;
          requestAnimationFrame(next);
        };
        next();
      }),
    [words, step] as const,
  );

test('ten thousand records scroll to the end and back; the page never holds a thousand nodes', async () => {
  const supervisor = await Phone.open(browser, phone.url, SUPERVISOR);
  const { page } = supervisor;
  await supervisor.see('陈海生');
  await watch(page);

  // The first screen.
  await page.evaluate(() => wx.navigateTo({ url: '/pages/inspection/sent/sent' }));
  await supervisor.see('二沉池基坑北侧');
  await supervisor.see('第 1 处');
  const first = await sentSoFar(page);
  expect(first.length).toBeLessThanOrEqual(MOST_SET_DATA);
  expect(Buffer.byteLength(first.join(''))).toBeLessThanOrEqual(MOST_SET_DATA_BYTES);

  // To the end: keyset pages come while it is scrolled, none is left out.
  await scrollUntil(page, '没有更多了', 3000);
  await supervisor.see(`第 ${ROWS} 处`);
  const shown = async (): Promise<number[]> =>
    (await page.locator('.subtitle').filter({ visible: true }).allInnerTexts()).map((text) =>
      Number(/第 (\d+) 处/.exec(text)?.[1]),
    );
  const last = await shown();
  expect(last).toEqual(last.map((_, index) => ROWS - last.length + 1 + index));

  // Back, past rows that the way down may never have drawn.
  await scrollUntil(page, '二沉池基坑北侧', -4000);
  await supervisor.see('第 1 处');
  const [, ...numbered] = await shown();
  expect(numbered).toEqual(numbered.map((_, index) => index + 1));

  const { mostNodes } = await page.evaluate(() => ({ mostNodes: (window as unknown as Watched).mostNodes }));
  expect(mostNodes).toBeGreaterThan(100);
  expect(mostNodes).toBeLessThan(MOST_NODES);
  const sizes = (await sentSoFar(page)).map((data) => Buffer.byteLength(data));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_SET_DATA_BYTES);
  expect(supervisor.faults).toEqual([]);
});
