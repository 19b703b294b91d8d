import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPhone } from '../../local/phone/compiler/bundle';
import { ROOT } from '../support/cloud';

/** A mini program of one page and one component, right until a test breaks a file of it. */
const RIGHT: Readonly<Record<string, string>> = {
  'app.json': '{\n  "pages": [\n    "pages/p/p"\n  ]\n}\n',
  'app.ts': 'App({});\n',
  'app.wxss': '.a {\n  color: red;\n}\n',
  'pages/p/p.json': '{\n  "usingComponents": { "own-card": "/own/card" }\n}\n',
  'pages/p/p.ts': 'Page({});\n',
  'pages/p/p.wxml': '<wxs src="./p.wxs" module="m" />\n<view>{{m.f(1)}}</view>\n<own-card />\n',
  'pages/p/p.wxss': '.b {\n  color: blue;\n}\n',
  'pages/p/p.wxs': 'module.exports = {\n  f: function (x) { return x }\n}\n',
  'own/card.json': '{ "component": true }\n',
  'own/card.ts': 'Component({});\n',
  'own/card.wxml': '<view />\n',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-broken-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @returns what the build says with these files in place of the right ones; undefined takes a file away */
const build = async (broken: Readonly<Record<string, string | undefined>> = {}): Promise<string> => {
  for (const [name, content] of Object.entries({ ...RIGHT, ...broken })) {
    if (content === undefined) continue;
    mkdirSync(path.join(folder, 'program', path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, 'program', name), content);
  }
  try {
    await buildPhone({
      rootDir: ROOT,
      miniprogramDir: path.join(folder, 'program'),
      nodeModulesDir: path.join(ROOT, 'node_modules'),
      outDir: path.join(folder, 'out'),
    });
    return 'built';
  } catch (error) {
    return (error as Error).message.replace(`${folder}/program/`, '');
  }
};

test('what is right is built', async () => {
  await expect(build()).resolves.toBe('built');
});

const page = (wxml: string) => ({ 'pages/p/p.wxml': wxml });

test.each<[string, Readonly<Record<string, string | undefined>>, string | RegExp]>([
  [
    'a page without files',
    { 'app.json': '{\n  "pages": [\n    "pages/p/p",\n    "pages/q/q"\n  ]\n}' },
    'app.json:4:5 找不到页面 pages/q/q（缺少 pages/q/q.wxml）',
  ],
  ['no pages', { 'app.json': '{}' }, 'app.json:1:1 没有页面：pages 至少要有一个'],
  [
    'JSON with a comma too many',
    { 'pages/p/p.json': '{\n  "a": 1,\n}' },
    /^pages\/p\/p\.json:3:1 JSON 写法有误/,
  ],
  ['a page without its script', { 'pages/p/p.ts': undefined }, 'pages/p/p.wxml:1:1 缺少脚本 p.ts 或 .js'],
  [
    'a component that is nowhere',
    { 'pages/p/p.json': '{\n  "usingComponents": { "own-card": "/own/none" }\n}' },
    'pages/p/p.json:2:36 找不到组件 /own/none',
  ],
  [
    'a tag that nobody declared',
    page('<view>\n  <own-crad />\n</view>'),
    'pages/p/p.wxml:2:3 没有组件 <own-crad>：请在 usingComponents 中声明，或检查拼写',
  ],
  ['a tag that is not closed', page('<view>\n  <text>a\n</view>'), /^pages\/p\/p\.wxml:[23]:\d+ 模板有误：/],
  ['an expression that breaks off', page('<view>\n{{ a + }}</view>'), /^pages\/p\/p\.wxml:2:\d+ 模板有误：/],
  [
    'optional chaining',
    page('<view>{{a?.b}}</view>'),
    'pages/p/p.wxml:1:10 模板表达式不支持可选链 ?.，请写到脚本或 WXS 里',
  ],
  [
    'a template literal',
    page('<view\n  class="{{`a`}}" />'),
    'pages/p/p.wxml:2:12 模板表达式不支持模板字符串，请写到脚本或 WXS 里',
  ],
  [
    'nullish coalescing',
    page('<view wx:if="{{a ?? b}}" />'),
    'pages/p/p.wxml:1:18 模板表达式不支持空值合并 ??，请写到脚本或 WXS 里',
  ],
  [
    'array spread',
    page('<view x="{{[1, ...b]}}" />'),
    'pages/p/p.wxml:1:16 模板表达式不支持数组展开 [...a]，请写到脚本或 WXS 里',
  ],
  [
    'typeof',
    page("<view>{{typeof a === 'x'}}</view>"),
    'pages/p/p.wxml:1:9 模板表达式不支持typeof，请写到脚本或 WXS 里',
  ],
  [
    'an escaped quote',
    page("<view x=\"{{'it\\'s'}}\" />"),
    'pages/p/p.wxml:1:15 属性里不能用反斜线转义引号，请换用另一种引号',
  ],
  [
    'an import that is not there',
    page('<view />\n<import src="./gone.wxml" />'),
    'pages/p/p.wxml:2:16 找不到 gone.wxml',
  ],
  [
    'WXS that is not there',
    page('<wxs src="./gone.wxs" module="m" />'),
    'pages/p/p.wxml:1:13 找不到 gone.wxs',
  ],
  [
    'WXS newer than 2009',
    { 'pages/p/p.wxs': 'var a = 1\nlet b = 2' },
    /^pages\/p\/p\.wxs:2:\d WXS 有误（只支持 ES5 写法）：/,
  ],
  [
    'inline WXS',
    page('<view />\n<wxs module="m">\nvar f = () => 1\n</wxs>'),
    /^pages\/p\/p\.wxml:3:\d+ WXS 有误（只支持 ES5 写法）：/,
  ],
  [
    'a block that is not closed',
    { 'pages/p/p.wxss': '.a {\n  color: red;\n' },
    'pages/p/p.wxss:1:1 样式有误：花括号没有结束',
  ],
  ['a selector that is none', { 'app.wxss': '\n.a:: {\n}' }, 'app.wxss:2:1 样式有误：选择器 .a:: 写法不对'],
  [
    'a stylesheet that is not there',
    { 'app.wxss': '.a {}\n@import "./gone.wxss";' },
    'app.wxss:2:1 样式有误：找不到 ./gone.wxss',
  ],
  [
    'a script that does not parse',
    { 'pages/p/p.ts': 'Page({\n  a: ,\n});' },
    /^pages\/p\/p\.ts:2:6 脚本有误：/,
  ],
  [
    'a module that is not there',
    { 'pages/p/p.ts': "import { a } from './gone';\nPage({ data: { a } });" },
    'pages/p/p.ts:1:19 找不到 ./gone',
  ],
  [
    'a call that wx does not have',
    { 'pages/p/p.ts': 'Page({\n  onLoad() {\n    wx.showTosat({ title: "a" });\n  },\n});' },
    'pages/p/p.ts:3:5 没有 wx.showTosat：浏览器里的手机还没有这个接口，请检查拼写',
  ],
  [
    'a call that wx.cloud does not have',
    { 'own/card.ts': 'Component({});\nwx.cloud.callFuntion({ name: "a" });' },
    'own/card.ts:2:1 没有 wx.cloud.callFuntion：浏览器里的手机还没有这个接口，请检查拼写',
  ],
])('%s fails the build with file, line and a sentence', async (_, broken, expected) => {
  await expect(build(broken)).resolves.toEqual(
    typeof expected === 'string' ? expected : expect.stringMatching(expected),
  );
});

test('a call that is asked for first is let through; so is a name in a text or a comment', async () => {
  const script = `
    // wx.commented()
    if (wx.unheardOf) wx.unheardOf();
    wx.alsoUnheard && wx.alsoUnheard();
    wx.thirdOne?.();
    Page({ data: { text: 'wx.inText()' } });
  `;
  await expect(build({ 'pages/p/p.js': script, 'pages/p/p.ts': undefined })).resolves.toBe('built');
});

test('a component of a subpackage belongs to that package', async () => {
  const message = await build({
    'app.json': '{ "pages": ["pages/p/p"], "subPackages": [{ "root": "far", "pages": ["q/q"] }] }',
    'far/q/q.wxml': '<view />',
    'far/q/q.ts': 'Page({});',
    'far/card.wxml': '<view />',
    'far/card.ts': 'Component({});',
    'far/card.json': '{ "component": true }',
    'pages/p/p.json': '{ "usingComponents": { "own-card": "/far/card" } }',
  });
  expect(message).toBe('pages/p/p.json:1:24 不能引用分包 far 里的组件 own-card');
});
