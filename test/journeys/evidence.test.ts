import { createHash } from 'node:crypto';
import type { Browser, Locator } from 'playwright-core';
import { drawOn, type Share } from '../support/finger';
import { launchBrowser, makePhoto, Phone } from '../support/phone';
import { Runtime } from '../support/runtime';
import { addPhotos, choosePeople, PROJECT } from './fill-report';

const SUPERVISOR = '19000000103';
const CONTRACTOR = '19000000302';
const DEVICES = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const UNIT = '琼建示范建工集团有限公司（施工单位）';

const runtime = new Runtime();
let browser: Browser;
let phone: Phone;
let cloudUrl = '';

beforeAll(async () => {
  await runtime.start();
  const settings = await (await fetch(`${runtime.url}/settings.js`)).text();
  [, cloudUrl = ''] = /"cloudUrl":"([^"]+)"/.exec(settings) ?? [];
  browser = await launchBrowser(DEVICES);
  for (const [holder, name] of [
    [SUPERVISOR, '陈海生'],
    [CONTRACTOR, '赵铁山'],
  ] as const) {
    phone = await Phone.open(browser, runtime.url, holder);
    await phone.enter();
    await phone.see(name);
    if (holder !== SUPERVISOR) await phone.close();
  }
  phone = await Phone.open(browser, runtime.url, SUPERVISOR);
});

afterAll(async () => {
  await phone.screenshot('evidence');
  await browser.close();
  await runtime.stop();
});

const ask = async (as: string, name: string, action: string, data: object): Promise<unknown> => {
  const response = await fetch(`${cloudUrl}/client/call`, {
    method: 'POST',
    headers: { 'x-wx-holder': as },
    body: JSON.stringify({ name, data: { action, data } }),
  });
  const { result } = (await response.json()) as { result: { ok: boolean; data: unknown } };
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.data;
};

const openReport = async (): Promise<void> => {
  const path = encodeURIComponent('/pages/inspection/report/report?project=pr-bj3a');
  await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}&path=${path}`);
  await phone.see(PROJECT);
};
const named = (name: string): Locator =>
  phone.page.getByRole('button', { name, exact: true }).filter({ visible: true });
const photos = (): Locator =>
  phone.page.locator('[aria-label^="第"][aria-label*="张照片"]').filter({ visible: true });
const choosePhoto = async (order: number, words: string): Promise<void> => {
  await phone.tapOn(photos().nth(order - 1));
  await phone.tap(words);
};

/** A finger on an element, by shares of it. */
const draw = (selector: string, from: Share, ...ways: readonly Share[]): Promise<void> =>
  drawOn(phone.page, selector, from, ways);

/** A finger presses until the photo is lifted, carries it to another's place, and leaves. */
const carry = async (from: number, to: number): Promise<void> => {
  const middleOf = async (order: number) => {
    const box = await photos()
      .nth(order - 1)
      .boundingBox();
    if (!box) throw new Error(`no photo ${order}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [start, end] = [await middleOf(from), await middleOf(to)];
  const session = await phone.page.context().newCDPSession(phone.page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [start]);
  await phone.page.locator('[class*=--held]').waitFor();
  await send('touchMove', [{ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }]);
  await send('touchMove', [end]);
  await send('touchEnd', []);
  await session.detach();
  await phone.page.locator('[class*=--held]').waitFor({ state: 'detached' });
};

/** The colour of a pixel of a picture, by shares of it. */
const colourAt = (url: string, [x, y]: Share): Promise<{ width: number; height: number; rgb: number[] }> =>
  phone.page.evaluate(
    async ([address, across, down]) => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const [red = 0, green = 0, blue = 0] =
        context?.getImageData(across * bitmap.width, down * bitmap.height, 1, 1).data ?? [];
      return { width: bitmap.width, height: bitmap.height, rgb: [red, green, blue] };
    },
    [url, x, y] as const,
  );
/** The largest difference of a part, 0 … 255. */
const off = (rgb: readonly number[], expected: readonly number[]): number =>
  Math.max(...expected.map((part, index) => Math.abs(part - (rgb[index] ?? 999))));

interface Viewed {
  readonly evidenceId: string;
  readonly kind: string;
  readonly sha256: string;
  readonly url: string;
}
/** Beside the mark of makePhoto, and above what is drawn. */
const GROUND: Share = [0.5, 0.3];
const COLOURS = { red: '#b71c1c', green: '#1b5e20', blue: '#0d47a1' } as const;

test('photos are drawn on and arranged, a voice and a video recorded, a hand signs; the recipient has all of it as it was sent', async () => {
  const taken = await Promise.all(Object.values(COLOURS).map((colour) => makePhoto(browser, colour)));
  await openReport();
  await phone.page.getByLabel('抽查部位', { exact: true }).fill('3 号楼 12 层');
  await addPhotos(phone, taken);
  await photos().nth(2).waitFor();
  // Once more the same: kept once.
  await addPhotos(phone, taken.slice(0, 1));
  await phone.see('同一张照片只保留一次');
  await expect(photos().count()).resolves.toBe(3);

  await choosePhoto(2, '编辑');
  await phone.see('在照片上画线');
  await phone.tapOn(phone.page.getByRole('radio', { name: '方框', exact: true }).filter({ visible: true }));
  await draw('#glass', [0.25, 0.4], [0.5, 0.6], [0.75, 0.8]);
  await phone.tapOn(named('完成'));
  await phone.page.getByLabel('第 2 张照片，已编辑', { exact: true }).waitFor();

  // blue, red, green
  await carry(3, 1);
  await phone.page.getByLabel('第 3 张照片，已编辑', { exact: true }).waitFor();

  await phone.tapOn(named('拍照'));
  const shutter = phone.page.locator('[class*=camera-shutter]');
  await phone.agree(shutter);
  await phone.tapOn(shutter);
  await shutter.waitFor({ state: 'detached' });
  await photos().nth(3).waitFor();
  await choosePhoto(4, '删除');
  await phone.see('删除第 4 张照片？');
  await phone.tapOn(phone.page.locator('.phone-modal-confirm').filter({ visible: true }));
  await photos().nth(3).waitFor({ state: 'detached' });

  await phone.tapOn(named('录音'));
  await phone.tapOn(named('开始录音'));
  await phone.tap('允许');
  await phone.page.getByRole('timer').getByText('0:02').waitFor();
  await phone.tapOn(named('完成'));
  await phone.page.getByRole('button', { name: /^播放/ }).filter({ visible: true }).first().waitFor();

  await phone.tapOn(named('视频'));
  await phone.tap('录制视频');
  await phone.tap('录像');
  await phone.tap('停止');
  await phone.page.getByRole('button', { name: /^播放视频/ }).waitFor();

  await phone.tap('现场签字');
  await phone.tap('确定');
  await phone.see('缺少到场人员的单位，请选择');
  await phone.tapOn(phone.page.getByRole('radio', { name: UNIT }));
  await phone.page.getByLabel('到场人员的姓名').fill('赵铁山');
  await phone.tap('确定');
  await phone.see('还没有签名');
  await phone.tapOn(named('请签字'));
  await draw('canvas', [0.2, 0.5], [0.4, 0.3], [0.6, 0.7], [0.8, 0.5]);
  await phone.tapOn(named('完成'));
  await phone.tapOn(named('重签').or(phone.text('重签')).first());
  await draw('canvas', [0.2, 0.4], [0.5, 0.6], [0.8, 0.4]);
  await phone.tapOn(named('完成'));
  await phone.tap('确定');
  await phone.see('赵铁山 已签字');

  await choosePeople(phone, '上报接收人', []);
  await choosePeople(phone, '下达接收人', ['赵铁山']);
  await phone.tap('核对并提交');
  await phone.see('1 视频 · 1 录音');
  await phone.see(`${UNIT} 赵铁山 已签字`);
  await phone.tap('立即提交');
  await phone.see('我发送的');

  const { rows } = (await ask(CONTRACTOR, 'inspection', 'listReceived', {
    tab: 'delivered',
    cursor: null,
  })) as {
    rows: { inspectionId: string }[];
  };
  const [{ inspectionId } = { inspectionId: '' }] = rows;
  const record = (await ask(CONTRACTOR, 'inspection', 'read', { inspectionId })) as {
    findings: Record<
      'photos' | 'videos' | 'voices',
      { evidenceId: string; shownId?: string; annotated?: { evidenceId: string } }[]
    >[];
    attendance: { name: string; signature: { evidenceId: string } };
  };
  const [finding] = record.findings;
  if (!finding) throw new Error('no finding');
  expect(record.attendance.name).toBe('赵铁山');
  const of = { inspectionId };
  const view = async (evidenceIds: readonly string[]): Promise<Viewed[]> =>
    (await ask(CONTRACTOR, 'evidence', 'view', { evidenceIds, of })) as Viewed[];

  // The originals are byte for byte what was taken: blue, red, green.
  const originals = await view(finding.photos.map(({ evidenceId }) => evidenceId));
  const [red, green, blue] = taken.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  expect(originals.map(({ sha256 }) => sha256)).toEqual([blue, red, green]);
  const [original] = originals;
  const kept = Buffer.from(await (await fetch(original?.url ?? '')).arrayBuffer());
  expect(kept.equals(taken[2] ?? Buffer.alloc(0))).toBe(true);

  // What is shown for them is a copy with the strip of time, place, project and author, and what was drawn.
  const copies = await view(
    finding.photos.map(({ shownId, annotated }) => shownId ?? annotated?.evidenceId ?? ''),
  );
  const grounds = [
    [13, 71, 161],
    [183, 28, 28],
    [27, 94, 32],
  ];
  for (const [index, { url }] of copies.entries()) {
    expect(off((await colourAt(url, GROUND)).rgb, grounds[index] ?? [])).toBeLessThan(16);
  }
  const [, , drawnOn] = copies;
  // The box's left side, at a quarter of the width: 红.
  expect(off((await colourAt(drawnOn?.url ?? '', [0.25, 0.6])).rgb, [224, 42, 31])).toBeLessThan(60);
  const strip = await colourAt(copies[0]?.url ?? '', [0.005, 0.985]);
  expect(strip.rgb[2]).toBeLessThan(120);

  const sounds = await view([...finding.voices, ...finding.videos].map(({ evidenceId }) => evidenceId));
  expect(sounds.map(({ kind }) => kind)).toEqual(['voice', 'video']);
  const [voice, video] = sounds;
  const seconds = await phone.page.evaluate(async (url) => {
    const bytes = await (await fetch(url)).arrayBuffer();
    return (await new OfflineAudioContext(1, 1, 16000).decodeAudioData(bytes)).duration;
  }, voice?.url ?? '');
  expect(seconds).toBeGreaterThan(1);
  const size = await phone.page.evaluate(async (url) => {
    const film = document.createElement('video');
    film.src = URL.createObjectURL(await (await fetch(url)).blob());
    await new Promise((resolve, reject) => {
      film.onloadeddata = resolve;
      film.onerror = reject;
    });
    return film.videoWidth;
  }, video?.url ?? '');
  expect(size).toBeGreaterThan(0);
  const [signature] = await view([record.attendance.signature.evidenceId]);
  await expect(colourAt(signature?.url ?? '', [0.02, 0.02])).resolves.toMatchObject({ rgb: [255, 255, 255] });
  expect(phone.faults.filter((fault) => !fault.includes('willReadFrequently'))).toEqual([]);
});

test('sixty photos: the form holds small pictures, whatever the camera makes', async () => {
  const page = await browser.newPage();
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2000;
    canvas.height = 1500;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    for (let x = 0; x < 2000; x += 50) {
      context.fillStyle = `hsl(${x / 6} 60% 50%)`;
      context.fillRect(x, 0, 50, 1500);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  await page.close();
  const jpeg = Buffer.from(base64, 'base64');
  // Another file each, the same picture: what stands behind the end of a JPEG is not of it.
  const many = Array.from({ length: 60 }, (_, index) => Buffer.concat([jpeg, Buffer.from([index])]));

  await openReport();
  const session = await phone.page.context().newCDPSession(phone.page);
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await heap();
  for (const order of [1, 2, 3]) {
    if (order > 1) await phone.tap('加问题');
    await addPhotos(phone, many.slice((order - 1) * 20, order * 20));
    await photos().nth(19).waitFor();
  }
  const pixels = await phone.page.evaluate(() =>
    [...document.images].reduce(
      (sum, { naturalWidth, naturalHeight }) => sum + naturalWidth * naturalHeight,
      0,
    ),
  );
  const grown = (await heap()) - before;
  console.warn(
    `sixty photos of 3 megapixels: pictures of ${(pixels / 1e6).toFixed(1)} megapixels on the page, the heap grew by ${(grown / 1024 / 1024).toFixed(1)} MB`,
  );
  // Twenty of an open problem, at most 360 × 270.
  expect(pixels).toBeLessThan(20 * 360 * 270 + 500_000);
  await phone.tapOn(named('拍照'));
  await phone.see('一个问题最多 20 张照片，一条记录最多 60 张');
});
