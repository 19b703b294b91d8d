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
    claims: [`long-${index}`],
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

/** The program, as it stands in the browser. */
declare const wx: { navigateTo(target: { url: string }): void; navigateBack(): void };

interface Watched extends Window {
  mostNodes: number;
}

/** From now on the nodes of the page on the screen are counted with every frame. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.mostNodes = 0;
    const count = (): void => {
      for (const each of document.querySelectorAll('wx-page')) {
        if (!each.checkVisibility()) continue;
        const inside = [...each.querySelectorAll('*')].filter(({ tagName }) => tagName.startsWith('WX-'));
        watched.mostNodes = Math.max(watched.mostNodes, inside.length + 1);
      }
      requestAnimationFrame(count);
    };
    count();
  });

/** Bytes of every setData of the list's page so far. */
const sentSoFar = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByName('page.setData')
      .map((entry) => (entry as PerformanceMark).detail as { page: string; bytes: number })
      .filter((detail) => detail.page.includes('sent'))
      .map(({ bytes }) => bytes),
  );

const scrollTop = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('.phone-page-view')].find((each) => !each.hidden)
        ?.scrollTop ?? -1,
  );

/** Scrolls step by step until the words stand in the page: those of the list's end, at its very end. */
const scrollUntil = (page: Page, words: string, step: number): Promise<void> =>
  page.evaluate(
    ([wanted, px]) =>
      new Promise<void>((resolve) => {
        const view = [...document.querySelectorAll<HTMLElement>('.phone-page-view')].find(
          (each) => !each.hidden,
        );
        const next = (): void => {
          if (!view) return;
          if (view.innerText.includes(wanted)) return resolve();
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
  expect(first.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_SET_DATA_BYTES);

  // A record far down is opened: back from it, the list stands where it stood; so it does after another tab.
  await scrollUntil(page, '第 60 处', 200);
  const sixtieth = supervisor.text('第 60 处', false);
  await sixtieth.scrollIntoViewIfNeeded();
  const place = await scrollTop(page);
  await supervisor.tapOn(sixtieth);
  await supervisor.see('办理过程');
  await page.evaluate(() => wx.navigateBack());
  await supervisor.see('第 60 处');
  await expect(scrollTop(page)).resolves.toBe(place);
  await supervisor.turnTo('审核通过');
  await supervisor.see('江东文旅城二标段');
  await supervisor.turnTo('待审核');
  await supervisor.see('第 60 处');
  await expect(scrollTop(page)).resolves.toBe(place);

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

  const mostNodes = await page.evaluate(() => (window as unknown as Watched).mostNodes);
  expect(mostNodes).toBeGreaterThan(100);
  expect(mostNodes).toBeLessThan(MOST_NODES);
  // However long the list is, what a step sends is not.
  expect(Math.max(...(await sentSoFar(page)))).toBeLessThanOrEqual(MOST_SET_DATA_BYTES);
  expect(supervisor.faults).toEqual([]);
});
