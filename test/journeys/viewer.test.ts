import { randomUUID } from 'node:crypto';
import type { Browser, Locator } from 'playwright-core';
import { signature } from '../../local/seed/site/pictures';
import { voice } from '../../local/seed/site/voice';
import { holderOf, type Holder } from '../support/cloud';
import { dragFinger, type Point } from '../support/finger';
import { launchBrowser, makePhoto, Phone } from '../support/phone';
import { confirmFile, goodReport, sha256 } from '../support/report';
import { Runtime } from '../support/runtime';

const SUPERVISOR = '19000000103';
const CONTRACTOR = '19000000302';
const OTHER_CONTRACTOR = '19000000308';
const REFUSED = '没有找到，或无权查看';

const runtime = new Runtime();
let browser: Browser;
let supervisor: Holder;
let phone: Phone;
let photos: readonly Buffer[];
let drawnOn: Buffer;
let inspectionId: string;

const confirmed = async (bytes: Buffer, change: object = {}): Promise<string> => {
  const answer = await confirmFile(supervisor, 'p0103', bytes, change);
  if (!answer.ok) throw new Error(answer.error?.message);
  return (answer.data as { evidenceId: string }).evidenceId;
};

/** Submitted as 监督上报 would, effective at once. */
const submitted = async (evidenceIds: readonly (readonly string[])[], attendance: object | null) => {
  const report = goodReport();
  const answer = await supervisor.call('inspection', 'submit', {
    ...report,
    reviewerIds: [],
    findings: evidenceIds.map((ids) => ({ ...report.findings[0], evidenceIds: ids })),
    attendance,
  });
  if (!answer.ok) throw new Error(answer.error?.message);
  return (answer.data as { inspectionId: string }).inspectionId;
};

const openRecord = async (id: string): Promise<void> => {
  const path = encodeURIComponent(`/pages/inspection/detail/detail?id=${id}`);
  await phone.page.goto(`${runtime.url}/?as=${CONTRACTOR}&path=${path}`);
  await phone.see('抽查部位');
};

beforeAll(async () => {
  await runtime.start();
  const settings = await (await fetch(`${runtime.url}/settings.js`)).text();
  const [, cloudUrl = ''] = /"cloudUrl":"([^"]+)"/.exec(settings) ?? [];
  browser = await launchBrowser();
  const holders = [SUPERVISOR, CONTRACTOR, OTHER_CONTRACTOR].map((each) => holderOf(cloudUrl, each));
  for (const holder of holders) await holder.enter();
  [supervisor] = holders as [Holder];
  const [one, two, three, copy] = await Promise.all(
    ['#7d93ad', '#8a7f6d', '#5d7fa6', '#a33'].map((colour) => makePhoto(browser, colour)),
  );
  photos = [one, two, three] as Buffer[];
  drawnOn = copy as Buffer;
  const ids: string[] = [];
  for (const photo of photos) ids.push(await confirmed(photo));
  const shown = await confirmed(drawnOn, { annotates: ids[0] });
  const said = await confirmed(voice(), { kind: 'voice', durationMs: 4000 });
  const signatureId = await confirmed(signature(), { kind: 'signature' });
  inspectionId = await submitted([[...ids, shown, said]], {
    ...{ unitId: 'u-build-1', name: '赵铁山', signatureId, refusal: '' },
  });
  phone = await Phone.open(browser, runtime.url, CONTRACTOR);
  // Sounds are in no document: they are found where they are begun.
  await phone.page.addInitScript(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      (globalThis as unknown as { played: HTMLMediaElement }).played = this;
      return play.call(this);
    };
  });
  await openRecord(inspectionId);
});

afterAll(async () => {
  await browser.close();
  await runtime.stop();
});

const widthsOf = (pictures: Locator): Promise<number[]> =>
  pictures
    .locator('img')
    .evaluateAll((found) => found.map((each) => (each as HTMLImageElement).naturalWidth));

/** The picture looked at, once it is decoded. */
const large = (): Locator => phone.page.locator('wx-swiper-item:not([aria-hidden=true]) [class*=--there]');
const middle = async (): Promise<Point> => {
  const { width, height } = phone.page.viewportSize() ?? { width: 0, height: 0 };
  return { x: width / 2, y: height / 2 };
};
const turn = async (by: number): Promise<void> => {
  const { x, y } = await middle();
  await dragFinger(
    phone.page,
    { x: x - by / 2, y },
    [0.3, 0.6, 1].map((share) => ({ x: x - by / 2 + by * share, y })),
  );
};
/** The second tap does not wait to hear of the first. */
const doubleTap = async (at: Point): Promise<void> => {
  const session = await phone.page.context().newCDPSession(phone.page);
  const send = (type: 'touchStart' | 'touchEnd') =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchStart' ? [at] : [] });
  await Promise.all(
    ['touchStart', 'touchEnd', 'touchStart', 'touchEnd'].map((type) => send(type as 'touchEnd')),
  );
  await session.detach();
};
const hashShown = async (): Promise<string> => {
  await phone.tap('原件');
  await phone.see('收到时间（服务器）');
  const hash = await phone.page.locator('.hash').innerText();
  await phone.tap('原件');
  return hash.replaceAll(' ', '');
};

test('the record shows every picture in its order, the copy in the place of its original, and the signature', async () => {
  const grid = phone.page.locator('[aria-label^="第 "][aria-label$=" 张照片"]');
  await phone.page.waitForFunction(() =>
    [...document.querySelectorAll('[aria-label$=" 张照片"] img')].every(
      (each) => (each as HTMLImageElement).naturalWidth > 0,
    ),
  );
  expect(await widthsOf(grid)).toEqual([640, 640, 640]);
  const bytesOf = async (nth: number): Promise<string> => {
    const src = await grid.nth(nth).locator('img').getAttribute('src');
    return sha256(Buffer.from(await (await fetch(src ?? '')).arrayBuffer()));
  };
  expect([await bytesOf(0), await bytesOf(1), await bytesOf(2)]).toEqual(
    [drawnOn, photos[1] as Buffer, photos[2] as Buffer].map(sha256),
  );
  const ink = phone.page.getByLabel('查看赵铁山的签名');
  expect(await widthsOf(ink)).toEqual([600]);
});

test('the recording plays where it stands', async () => {
  await phone.tapOn(phone.page.getByLabel('播放录音', { exact: true }));
  await phone.page.waitForFunction(
    () => ((globalThis as unknown as { played?: HTMLMediaElement }).played?.currentTime ?? 0) > 0.2,
  );
  await phone.see(/0:0[1-4] \/ 0:0[45]/);
  await phone.tapOn(phone.page.getByLabel('暂停录音', { exact: true }));
});

test('looked at large: two fingers and a double tap enlarge, a swipe turns, the original is checked by its hash', async () => {
  await phone.tapOn(phone.page.getByLabel('第 1 张照片', { exact: true }));
  await phone.see('问题 1 第 1 张');
  await phone.see('1/5');
  await large().waitFor();
  expect(await widthsOf(large())).toEqual([640]);

  const { x, y } = await middle();
  const session = await phone.page.context().newCDPSession(phone.page);
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 0 },
    { x: x + apart, y, id: 1 },
  ];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', fingers(30).slice(0, 1));
  await send('touchStart', fingers(30));
  for (const apart of [50, 70, 90]) await send('touchMove', fingers(apart));
  await send('touchEnd', []);
  await session.detach();
  // Three times as far apart.
  await phone.page.waitForFunction(() =>
    [...document.querySelectorAll('[class*=--moved]')].some(
      (each) => Math.abs(new DOMMatrix(getComputedStyle(each).transform).a - 3) < 0.05,
    ),
  );
  // What is enlarged is moved by the finger that would have turned.
  await turn(-200);
  await phone.see('1/5');
  await doubleTap({ x, y });
  await phone.page.waitForFunction(() =>
    [...document.querySelectorAll('[class*=--moved]')].every((each) => {
      const { a } = new DOMMatrix(getComputedStyle(each).transform);
      return a === 1;
    }),
  );

  const hashes = [await hashShown()];
  for (const place of ['2/5', '3/5']) {
    await turn(-250);
    await phone.see(place);
    await large().waitFor();
    hashes.push(await hashShown());
  }
  expect(hashes).toEqual(photos.map(sha256));
});

test('the copy beside its original', async () => {
  await turn(250);
  await phone.see('2/5');
  await turn(250);
  await phone.see('1/5');
  await phone.tap('对照');
  await phone.see('标注后');
  const halves = phone.page.locator('.half [class*=--there] img');
  await halves.nth(1).waitFor();
  const shown = await halves.evaluateAll((found) => found.map((each) => (each as HTMLImageElement).src));
  const hashes = await Promise.all(
    shown.map(async (src) => sha256(Buffer.from(await (await fetch(src)).arrayBuffer()))),
  );
  expect(hashes).toEqual([drawnOn, photos[0] as Buffer].map(sha256));
  await phone.tap('对照');
});

test('of sixty photos no more than three are large at a time, and asked for as they are come to', async () => {
  const ids: string[] = [];
  for (let number = 0; number < 60; number += 1) {
    ids.push(await confirmed(Buffer.concat([photos[0] as Buffer, Buffer.from(randomUUID())])));
  }
  const sixty = await submitted([ids.slice(0, 20), ids.slice(20, 40), ids.slice(40)], null);
  await openRecord(sixty);
  const asked: number[] = [];
  phone.page.on('request', (request) => {
    const { action, data } =
      (
        JSON.parse(request.postData() ?? '{}') as {
          data?: { action?: string; data?: { evidenceIds: string[] } };
        }
      ).data ?? {};
    if (action === 'view') asked.push(data?.evidenceIds.length ?? 0);
  });
  // Of so many a part is shown at first.
  await phone.tap(/^展开全部/);
  await phone.tapOn(phone.page.getByLabel('第 9 张照片', { exact: true }).first());
  await phone.see('9/60');
  const counts: number[] = [];
  for (const place of ['10/60', '11/60', '12/60']) {
    await turn(-250);
    await phone.see(place);
    await large().waitFor();
    counts.push(await phone.page.locator('[class*=--large]').count());
  }
  console.warn(`60 photos: at most ${Math.max(...counts)} large pictures in the document`);
  expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  expect(asked).toEqual([3, 1, 1, 1]);
});

test('whoever may not read the record sees the refusal and nothing of it', async () => {
  const other = await Phone.open(
    browser,
    runtime.url,
    OTHER_CONTRACTOR,
    `&path=${encodeURIComponent(`/pages/inspection/detail/detail?id=${inspectionId}`)}`,
  );
  await other.see(REFUSED);
  expect(await other.page.locator('wx-image img[src*="/files/"]').count()).toBe(0);
  await other.close();
  expect(phone.faults).toEqual([]);
});
