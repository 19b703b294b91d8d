import type { Browser } from 'playwright-core';
import { answerOf, brokenOn, editorOf, openFrom, pictureOn, signatureOf } from '../../audit/pages/evidence';
import { drawOn, type Share } from '../support/finger';
import { launchBrowser, Phone } from '../support/phone';
import { Runtime } from '../support/runtime';
import {
  bringCopies,
  bytesOf,
  canvasesFor,
  colourAt,
  decoded,
  differences,
  isNear,
  shownCopyOf,
  thumbnailOf,
  type Decoded,
} from './shown-copies';

const HOLDER = '19000000103';
const WATERMARK = ['2026-11-25 14:05  陈海生', '滨江新城三期 A 区', '没有位置'];
const LEAVING = '这次在照片上画的还没有保存，确定离开？';

const runtime = new Runtime();
let browser: Browser;
let phone: Phone;
let photo = '';
let original = '';
/** The copy without anything on it. */
let plain: Decoded;

/** 1200 × 900: stripes of 12 px on the left, grey on the right. */
const makePicture = async (): Promise<Buffer> => {
  const page = await browser.newPage();
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1200;
    canvas.height = 900;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#808080';
    context.fillRect(0, 0, 1200, 900);
    for (let x = 0; x < 600; x += 12) {
      context.fillStyle = x % 24 === 0 ? '#ffffff' : '#000000';
      context.fillRect(x, 0, 12, 900);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  await page.close();
  return Buffer.from(base64, 'base64');
};

beforeAll(async () => {
  await runtime.start();
  browser = await launchBrowser();
  // A page that asks nothing of the cloud.
  phone = await Phone.open(browser, runtime.url, HOLDER, '&path=pages/settings/guide/guide');
  await phone.see('不必每次查找');
  photo = await pictureOn(phone.page, await makePicture());
  original = await bytesOf(phone.page, photo);
  await bringCopies(phone.page);
  plain = await shownCopyOf(phone.page, { path: photo, drawing: { marks: [] }, watermark: [] });
});

afterAll(async () => {
  await browser.close();
  await runtime.stop();
  // The browser's advice for who reads pixels often; a phone has no such setting.
  expect(phone.faults.filter((fault) => !fault.includes('willReadFrequently'))).toEqual([]);
});

/** A finger on an element, by shares of it. */
const draw = (selector: string, from: Share, ...ways: readonly Share[]): Promise<void> =>
  drawOn(phone.page, selector, from, ways);

const choose = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await phone.tapOn(phone.page.getByRole('radio', { name, exact: true }).filter({ visible: true }));
  }
};

const button = (name: string) =>
  phone.page.getByRole('button', { name, exact: true }).filter({ visible: true });

const openEditor = async (path: string, drawing: unknown): Promise<void> => {
  await openFrom(phone.page, editorOf(path, drawing));
  await phone.see('在照片上画线');
};

interface Mark {
  readonly tool: string;
  readonly points: readonly Share[];
  readonly text?: string;
}

let drawing: { readonly marks: readonly Mark[] } = { marks: [] };
const tools = (): string[] => drawing.marks.map(({ tool }) => tool);

test('each tool draws; what is undone comes again; the drawing is told as data', async () => {
  await openEditor(photo, null);
  await choose('箭头');
  await draw('#glass', [0.6, 0.2], [0.7, 0.2], [0.9, 0.2]);
  await choose('方框', '黄色');
  await draw('#glass', [0.9, 0.6], [0.6, 0.4]);
  await choose('圆圈', '蓝色');
  await draw('#glass', [0.6, 0.65], [0.9, 0.95]);
  await choose('画笔', '绿色');
  await draw('#glass', [0.55, 0.1], [0.55, 0.5], [0.55, 0.9]);
  await choose('马赛克');
  await draw('#glass', [0.1, 0.5], [0.4, 0.5]);
  await choose('文字', '白色');
  await draw('#glass', [0.1, 0.2], [0.1, 0.2]);
  const field = phone.page.getByLabel('写在照片上的字');
  await field.fill('未系安全带');
  await phone.tap('写上');
  await field.waitFor({ state: 'hidden' });

  await phone.tapOn(button('撤销'));
  await phone.tapOn(button('撤销'));
  await phone.tapOn(button('重做'));
  await phone.tapOn(button('重做'));
  await phone.tapOn(button('撤销'));
  await phone.tapOn(button('完成'));
  await phone.see('不必每次查找');
  drawing = ((await answerOf(phone.page)) as { drawing: typeof drawing }).drawing;
  expect(tools()).toEqual(['arrow', 'box', 'circle', 'pen', 'mosaic']);
  const [arrow, box] = drawing.marks;
  // A finger's px is 1/375 of the picture.
  expect(arrow?.points.flat()).toEqual(
    [0.6, 0.2, 0.9, 0.2].map((share) => expect.closeTo(share, 2) as number),
  );
  expect(box?.points.flat()).toEqual([0.9, 0.6, 0.6, 0.4].map((share) => expect.closeTo(share, 2) as number));
});

test('the drawing is edited again, and a text added', async () => {
  await openEditor(photo, drawing);
  await choose('文字', '白色');
  await draw('#glass', [0.1, 0.2], [0.1, 0.2]);
  await phone.page.getByLabel('写在照片上的字').fill('未系安全带');
  await phone.tap('写上');
  await phone.tapOn(button('完成'));
  drawing = ((await answerOf(phone.page)) as { drawing: typeof drawing }).drawing;
  expect(tools()).toEqual(['arrow', 'box', 'circle', 'pen', 'mosaic', 'text']);
  expect(drawing.marks[5]?.text).toBe('未系安全带');
});

test('the shown copy has every mark where it was drawn, and nothing elsewhere', async () => {
  const copy = await shownCopyOf(phone.page, { path: photo, drawing, watermark: [] });
  expect([copy.width, copy.height]).toEqual([1200, 900]);
  expect(copy.magic.slice(0, 6)).toBe('ffd8ff');
  expect(copy.bytes).toBeLessThanOrEqual(250 * 1024);

  const GREY = [128, 128, 128] as const;
  const RED = [224, 42, 31] as const;
  for (const [x, y, colour] of [
    [0.7, 0.2, RED],
    [0.885, 0.2, RED],
    [0.6, 0.5, [255, 212, 0]],
    [0.75, 0.5, GREY],
    [0.6, 0.8, [22, 119, 255]],
    [0.75, 0.8, GREY],
    [0.55, 0.5, [18, 161, 80]],
    // The stripes' mean.
    [0.25, 0.5, GREY],
  ] as const) {
    expect({ x, y, colour, isThere: isNear(colourAt(copy, x, y), colour) }).toEqual({
      x,
      y,
      colour,
      isThere: true,
    });
  }

  // Cells of 1/36 × 1/27, strokes of 0.008, five letters of 0.045: what may be touched, with JPEG's own px or two.
  const allowed = [
    { name: 'arrow', left: 0.59, right: 0.91, top: 0.17, bottom: 0.23 },
    { name: 'box', left: 0.59, right: 0.91, top: 0.39, bottom: 0.61 },
    { name: 'circle', left: 0.59, right: 0.91, top: 0.64, bottom: 0.96 },
    { name: 'pen', left: 0.54, right: 0.56, top: 0.08, bottom: 0.92 },
    { name: 'mosaic', left: 0.04, right: 0.46, top: 0.42, bottom: 0.58 },
    { name: 'text', left: 0.08, right: 0.34, top: 0.15, bottom: 0.25 },
  ];
  const changed = differences(plain, copy);
  const within = changed.map(
    ([x, y]) =>
      allowed.find(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)?.name ??
      'elsewhere',
  );
  expect([...new Set(within)].sort()).toEqual(['arrow', 'box', 'circle', 'mosaic', 'pen', 'text']);
});

test('the watermark stands on a dark strip at the lower left, and covers nothing else', async () => {
  const copy = await shownCopyOf(phone.page, { path: photo, drawing: { marks: [] }, watermark: WATERMARK });
  const changed = differences(plain, copy);
  const [right, top] = [Math.max(...changed.map(([x]) => x)), Math.min(...changed.map(([, y]) => y))];
  // Three rows of 40 px × 1.35 and half a letter on each side: 182 of 900 px.
  expect(top).toBeCloseTo(1 - 182 / 900, 2);
  expect(right).toBeGreaterThan(0.3);
  expect(right * (1 - top)).toBeLessThan(0.25);
  // Words on it: nearly white, in each row; the ground of white stripes is 40 % of it.
  const rows = [0, 1, 2].map((row) => {
    const middle = (900 - 182 + 10 + (row + 0.5) * 54) / 900;
    return Array.from({ length: 300 }, (_, index) => colourAt(copy, (20 + index) / 1200, middle)[0]);
  });
  for (const row of rows) {
    expect(Math.max(...row)).toBeGreaterThan(200);
    expect(Math.min(...row)).toBeLessThan(60);
  }
  expect(colourAt(copy, 0.002, 0.998)[0]).toBeLessThan(140);
});

test('a thumbnail is 360 px; the original is what it was; many copies take one canvas', async () => {
  const thumbnail = await thumbnailOf(phone.page, photo);
  expect([thumbnail.width, thumbnail.height]).toEqual([360, 270]);
  const [canvases, files] = await canvasesFor(
    phone.page,
    { path: thumbnail.path, drawing, watermark: WATERMARK },
    60,
  );
  // Made once already, for the copies before.
  expect(canvases).toBe(0);
  expect(files).toBe(60);
  expect(await bytesOf(phone.page, photo)).toBe(original);
});

test('a photo that cannot be opened is told as that, and the next one is not disturbed', async () => {
  const broken = await brokenOn(phone.page);
  const of = { drawing: { marks: [] }, watermark: [] };
  await expect(shownCopyOf(phone.page, { ...of, path: broken })).rejects.toThrow(
    '这张照片打不开，请重新拍摄或另选一张',
  );
  expect((await shownCopyOf(phone.page, { ...of, path: photo })).width).toBe(1200);

  await openFrom(phone.page, editorOf(broken, null));
  await phone.see('这张照片打不开，请重新拍摄或另选一张');
  await phone.tap('返回');
  await phone.see('不必每次查找');
});

test('who leaves with something drawn is asked, on both ways back', async () => {
  await openEditor(photo, null);
  await draw('#glass', [0.2, 0.2], [0.8, 0.8]);
  const bar = phone.page.locator('.phone-bar').getByRole('button', { name: '返回' });
  await phone.tapOn(bar);
  await phone.see(LEAVING);
  await phone.tapOn(phone.page.getByRole('alertdialog').getByText('取消', { exact: true }));
  await phone.tapOn(button('取消'));
  await phone.see(LEAVING);
  await phone.tapOn(phone.page.getByRole('alertdialog').getByText('离开', { exact: true }));
  await phone.see('不必每次查找');
  expect(await phone.page.evaluate(() => 'told' in globalThis)).toBe(false);

  // Taken back, there is nothing to ask about.
  await openEditor(photo, null);
  await draw('#glass', [0.2, 0.2], [0.8, 0.8]);
  await phone.tapOn(button('撤销'));
  await phone.tapOn(bar);
  await phone.see('不必每次查找');
});

test('a signature is black on white, and an empty pad is refused with a sentence', async () => {
  await openFrom(phone.page, signatureOf('赵铁山', '琼建示范建工集团有限公司'));
  await phone.see('琼建示范建工集团有限公司');
  await phone.tap('完成');
  await phone.see('还没有签名，请在框内手写姓名后再点“完成”');
  await phone.tap('知道了');
  await draw('#pad', [0.2, 0.3], [0.5, 0.3], [0.8, 0.3]);
  await phone.tap('重写');
  await draw('#pad', [0.5, 0.2], [0.5, 0.5], [0.5, 0.8]);
  await phone.tap('完成');
  const { path, width, height, bytes } = (await answerOf(phone.page)) as {
    path: string;
    width: number;
    height: number;
    bytes: number;
  };
  const picture = await decoded(phone.page, path);
  expect(picture.magic).toBe('89504e470d0a1a0a');
  expect([picture.width, picture.height, picture.bytes]).toEqual([width, height, bytes]);
  expect(Math.max(width, height)).toBe(900);
  expect(bytes).toBeLessThanOrEqual(100 * 1024);
  expect(colourAt(picture, 0.5, 0.5)).toEqual([0, 0, 0]);
  // What was written again is gone; paper is white up to its corners.
  for (const [x, y] of [
    [0.3, 0.3],
    [0.001, 0.001],
    [0.999, 0.999],
  ] as const) {
    expect(colourAt(picture, x, y)).toEqual([255, 255, 255]);
  }
});

test('opened by nobody, each says what to do', async () => {
  const open = (path: string) => phone.page.goto(`${runtime.url}/?as=${HOLDER}&path=${path}`);
  await open('pages/evidence/editor/editor');
  await phone.see('没有指明要编辑哪一张照片，请返回后点照片打开');
  await open('pages/evidence/signature/signature');
  await phone.see('没有指明由谁签名，请返回后点“签名”打开');
});
