import type { Browser, Page } from 'playwright-core';
import type { Fault } from '../../audit/pages/inspect/fault';
import { inspector } from '../../audit/pages/inspector';
import { launchBrowser } from '../support/phone';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), inspector()]);
  page = await browser.newPage({ viewport: { width: 375, height: 600 } });
});

afterAll(() => browser.close());

/** What the inspection says of a page with that content. */
const faultsOf = async (content: string): Promise<string[]> => {
  await page.setContent(`<style>
      body { margin: 0; font: 16px/24px sans-serif; color: #000; background: #fff; }
      .phone-page-view { height: 600px; overflow-y: auto; }
      wx-page, wx-view { display: block; }
      wx-view { position: relative; }
    </style><div class="phone-page-view"><wx-page>${content}</wx-page></div>`);
  await page.addScriptTag({ content: script });
  const faults: Fault[] = await page.evaluate(() => window.inspectPage());
  return faults.map(({ rule, what }) => `${rule}：${what}`);
};

const FAR_DOWN = '<wx-view style="height: 3000px"></wx-view>';
const PALE = '<wx-view style="color: #aaa">浅</wx-view>';

test('a page without faults has none, and stays where it was', async () => {
  expect(await faultsOf(`<wx-view>上</wx-view>${FAR_DOWN}<wx-view>下</wx-view>`)).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('.phone-page-view')?.scrollTop)).toBe(0);
});

test('what is below the first screenful is looked at, and what a list of its own has scrolled out', async () => {
  // #aaa on white is 2.32:1 (WCAG 2.1 relative luminance 0.4019: 1.05 / 0.4519).
  const pale = ['对比度：“浅” 2.32（≥ 4.5）'];
  expect(await faultsOf(FAR_DOWN + PALE)).toEqual(pale);
  const list = `<wx-view style="height: 100px; overflow-y: auto">${FAR_DOWN}${PALE}</wx-view>`;
  expect(await faultsOf(list)).toEqual(pale);
});

test("ancestors' opacity pales a text", async () => {
  // Black at 0.4 on white is #999: luminance 0.3185, 1.05 / 0.3685 = 2.85.
  expect(await faultsOf('<wx-view style="opacity: 0.4"><wx-view>淡</wx-view></wx-view>')).toEqual([
    '对比度：“淡” 2.85（≥ 4.5）',
  ]);
});

test('a text on a gradient or a picture is held against the worst of it', async () => {
  expect(await faultsOf('<wx-view style="background: linear-gradient(#fff, #111)">字</wx-view>')).toEqual([
    expect.stringMatching(/^对比度：“字” 1\./),
  ]);
  const picture = (ground: string): string =>
    `<wx-view style="background: url(data:,)"><wx-view style="color: #fff; background: ${ground}">字</wx-view></wx-view>`;
  expect(await faultsOf(picture('none'))).toEqual(['对比度：“字” 1.00（≥ 4.5）']);
  expect(await faultsOf(picture('rgba(0, 0, 0, 0.8)'))).toEqual([]);
});

test('a text under a block is covered, though fingers go through the block', async () => {
  const under = (style: string): string =>
    `<wx-view>字</wx-view><wx-view style="margin-top: -24px; height: 24px; ${style}"></wx-view>`;
  const covered = ['被遮挡：“字” 滚动到中间仍被别的东西盖住'];
  expect(await faultsOf(under('background: #eee'))).toEqual(covered);
  expect(await faultsOf(under('background: #eee; pointer-events: none'))).toEqual(covered);
  expect(await faultsOf(under(''))).toEqual([]);
});

test('the last of a page may not stay under a fixed bar', async () => {
  const bar =
    '<wx-view style="position: fixed; bottom: 0; width: 100%; height: 60px; background: #eee"></wx-view>';
  expect(await faultsOf(`${FAR_DOWN}<wx-view>末</wx-view>${bar}`)).toHaveLength(1);
  expect(await faultsOf(`${FAR_DOWN}<wx-view style="padding-bottom: 80px">末</wx-view>${bar}`)).toEqual([]);
});

test('a small target inside a large one is small', async () => {
  const row = (size: number): string =>
    `<wx-view role="button" style="height: 60px">一行<wx-view role="button" aria-label="删除" style="width: ${size}px; height: ${size}px"></wx-view></wx-view>`;
  expect(await faultsOf(row(20))).toEqual(['点按区域：“删除” 20×20（≥ 44）']);
  expect(await faultsOf(row(44))).toEqual([]);
});

test('a text may be shortened by less than half, and only where it can be opened', async () => {
  const title = (role: string, width: number): string =>
    `<wx-view ${role} style="height: 48px"><wx-view style="width: ${width}px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">一二三四五六七八九十</wx-view></wx-view>`;
  // Ten characters of 16 px.
  expect(await faultsOf(title('role="button"', 120))).toEqual([]);
  expect(await faultsOf(title('role="button"', 64))).toEqual([
    '文字被截：“一二三四五六七八九十” 只露出 40%（≥ 50%）',
  ]);
  expect(await faultsOf(title('', 120))).toEqual([
    '文字被截：“一二三四五六七八九十” 末尾成了省略号，又没有地方可以点开看全',
  ]);
});

test('what is read aloud second does not stand first', async () => {
  const column = (direction: string): string =>
    `<wx-view style="display: flex; flex-direction: ${direction}"><wx-view>甲</wx-view><wx-view>乙</wx-view></wx-view>`;
  const reversed = ['读屏次序：“甲” 与 “乙” 次序与看到的相反'];
  expect(await faultsOf(column('column-reverse'))).toEqual(reversed);
  expect(await faultsOf(column('row-reverse'))).toEqual(reversed);
  expect(await faultsOf(column('row'))).toEqual([]);
});

test('texts that lie on each other are told, also far down', async () => {
  const two = '<wx-view>甲</wx-view><wx-view style="margin-top: -20px">乙</wx-view>';
  expect(await faultsOf(FAR_DOWN + two)).toContain('文字重叠：“甲” 与 “乙”');
});

test('under a dialog the page waits: only the dialog is looked at', async () => {
  const dialog =
    '<wx-view style="position: fixed; inset: 0; background: #fff"><wx-view role="dialog">问</wx-view></wx-view>';
  expect(await faultsOf(PALE + dialog)).toEqual([]);
});

test('a line is cut that lacks its lower half, though its middle is seen', async () => {
  const row = (height: number): string =>
    `<wx-view style="height: ${height}px; line-height: 28px; overflow: hidden">字</wx-view>`;
  expect(await faultsOf(row(16))).toEqual(['文字被截：“字” 超出上下边界']);
  expect(await faultsOf(row(24))).toEqual([]);
});

test('a text is covered where one end of it is, or an icon lies on it', async () => {
  const covered = ['被遮挡：“一二三四五六” 滚动到中间仍被别的东西盖住'];
  const under = (style: string): string =>
    `<wx-view>一二三四五六</wx-view><wx-view style="margin-top: -24px; height: 24px; ${style}"></wx-view>`;
  expect(await faultsOf(under('width: 40px; background: #fff'))).toEqual(covered);
  expect(await faultsOf(under('width: 20px; margin-left: 80px; background: #fff'))).toEqual(covered);
  const icon = 'background: #000; mask-image: linear-gradient(#000, #000)';
  expect(await faultsOf(under(`width: 24px; margin-left: 36px; ${icon}`))).toEqual(covered);
  expect(await faultsOf(under(`width: 24px; margin-left: 120px; ${icon}`))).toEqual([]);
});

test('two targets may not lie on each other', async () => {
  const two = (shift: number): string =>
    `<wx-view style="display: flex"><wx-view role="button" style="width: 48px; height: 48px">甲</wx-view>
    <wx-view role="button" style="width: 48px; height: 48px; margin-left: ${shift}px; text-align: right">乙</wx-view></wx-view>`;
  expect(await faultsOf(two(-28))).toEqual(['点按区域：“甲” 与 “乙” 叠在一起']);
  expect(await faultsOf(two(0))).toEqual([]);
  // Wholly within the other, but no picture: 48 × 48 on 60 × 60 is less than four times as large.
  const on = (side: number): string =>
    `<wx-view style="position: relative"><wx-view role="button" style="width: ${side}px; height: ${side}px">甲</wx-view>
    <wx-view role="button" style="position: absolute; left: 0; top: 0; width: 48px; height: 48px; padding-top: 4px; padding-left: 30px; box-sizing: border-box">乙</wx-view></wx-view>`;
  expect(await faultsOf(on(60))).toContain('点按区域：“甲” 与 “乙” 叠在一起');
  expect(await faultsOf(on(240))).toEqual([]);
});

test('an icon has three to one on its ground', async () => {
  const icon = (colour: string): string =>
    `<wx-view role="button" aria-label="查找" style="width: 48px; height: 48px"><wx-view style="width: 24px; height: 24px; background: ${colour}; mask-image: linear-gradient(#000, #000)"></wx-view></wx-view>`;
  // #e3e8ee on white: luminance 0.8022, 1.05 / 0.8522 = 1.23.
  expect(await faultsOf(icon('#e3e8ee'))).toEqual(['对比度：图标（查找） 1.23（≥ 3）']);
  // #777 on white is 4.48:1.
  expect(await faultsOf(icon('#777'))).toEqual([]);
});

test('words that a style adds are held against their ground as others are', async () => {
  const added = (colour: string): string =>
    `<style>.a::after { content: '必填'; color: ${colour}; }</style><wx-view class="a">字</wx-view>`;
  expect(await faultsOf(added('#aaa'))).toEqual(['对比度：“必填”（样式添上的） 2.32（≥ 4.5）']);
  expect(await faultsOf(added('#000'))).toEqual([]);
});

test('type is eleven pixels at least', async () => {
  expect(await faultsOf('<wx-view style="font-size: 8px">小</wx-view>')).toEqual(['字号：“小” 8（≥ 11）']);
  expect(await faultsOf('<wx-view style="font-size: 11px">小</wx-view>')).toEqual([]);
});

test('the lines of one text do not lie on each other, and a button holds its words', async () => {
  const button = (lineHeight: number, height: number): string =>
    `<wx-view role="button" style="box-sizing: border-box; display: flex; align-items: center; width: 60px; height: ${height}px; border: 1px solid; font-size: 22px; line-height: ${lineHeight}px">返回修改</wx-view>`;
  expect(await faultsOf(button(20, 48))).toEqual(['文字重叠：“返回修改” 的两行叠在一起']);
  expect(await faultsOf(button(30, 44))).toEqual(['文字被截：“返回修改” 超出按钮的边']);
  expect(await faultsOf(button(30, 64))).toEqual([]);
});
