import { BrokenProgram, farName, inSubpackage, type Files } from '../support/broken-program';

const program = new BrokenProgram();
afterAll(() => program.remove());

const build = (broken?: Files): Promise<string> => program.build(broken);

const page = (wxml: string) => ({ 'pages/p/p.wxml': wxml });

/** app.json with something more in its fourth line, and a subpackage. */
const app = (more: string) => ({
  'app.json': `{\n"pages": ["pages/p/p"],\n"subPackages": [{ "root": "far", "pages": ["q"] }],\n${more}\n}`,
  'far/q.wxml': '<view />',
  'far/q.ts': 'Page({});',
});

type Row = readonly [what: string, broken: Files, expected: string | RegExp];

const ROWS: readonly Row[] = [
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
    'pages/p/p.wxs:2:1 WXS 没有let：请用 var',
  ],
  [
    'inline WXS',
    page('<view />\n<wxs module="m">\nvar f = () => 1\n</wxs>'),
    'pages/p/p.wxml:3:9 WXS 没有箭头函数：请用 function',
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
    'a file inside a package: 构建 npm makes one file, of its main',
    { 'pages/p/p.ts': "import a from 'fast-sha256/sha256.min.js';\nPage({ data: { a } });" },
    'pages/p/p.ts:1:15 微信找不到 fast-sha256/sha256.min.js：“构建 npm”只打包 fast-sha256 的入口文件（package.json 的 main）；请只引用 fast-sha256，或自己写',
  ],
  [
    'a package that is not there',
    { 'pages/p/p.ts': "Page({});\nrequire('no-such-package');" },
    'pages/p/p.ts:2:9 没有安装 no-such-package',
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
  ...(
    [
      ['const', 'const a = 1', '2:1', 'const：请用 var'],
      ['a class', 'class A {}', '2:1', 'class：请用对象与函数'],
      ['a template literal', 'var a = `b`', '2:9', '模板字符串：请用 + 连接'],
      ['for of', 'for (var a of b) c(a)', '2:1', 'for of：请用 for (var i = 0; …)'],
      [
        'for in',
        'for (var a in b) c(a)',
        '2:1',
        'for in：数组请用 for (var i = 0; …)，对象请把要用的名字写明',
      ],
      ['destructuring', 'var { a } = b', '2:5', '解构：请逐个取值'],
      ['spread', 'a(...b)', '2:3', '展开 ...：请逐项写出'],
      ['rest', 'function a(...b) {}', '2:12', '剩余参数 ...：请用 arguments'],
      ['a default', 'function a(b = 1) {}', '2:12', '参数默认值：请在函数里与 undefined 比较'],
      ['optional chaining', 'var a = b?.c', '2:9', '可选链 ?.：请先判断再取值'],
      ['a shorthand', 'var a = { b }', '2:11', '属性的简写：请写成 名字: 值'],
      ['a method', 'var a = { b() {} }', '2:11', '属性的简写：请写成 名字: 值'],
      ['a getter', 'var a = { get b() { return 1 } }', '2:11', 'get 存取器：请写成函数'],
      ['a regular expression', 'var a = /b/g', '2:9', '正则字面量：请用 getRegExp()'],
      ['new', 'var a = new Date()', '2:9', 'new：日期用 getDate()，正则用 getRegExp()，其余直接写字面量'],
      ['try', 'try { a() } catch (e) {}', '2:1', 'try：请先判断再取值'],
      ['throw', "throw 'a'", '2:1', 'throw：请用返回值表示出错'],
      ['in', "var a = 'b' in c", '2:9', 'in：请与 undefined 比较'],
      [
        'instanceof',
        'var a = b instanceof c',
        '2:9',
        "instanceof：请比较 constructor，如 a.constructor === 'Array'",
      ],
      ['with', 'with (a) b()', '2:1', 'with：请把对象写全'],
      ['a label', 'a: while (b) break a', '2:1', '语句标签：请把内层循环写成函数'],
      ['debugger', 'debugger', '2:1', 'debugger：请用 console.log'],
      [
        'a case to work out',
        'switch (a) { case b + 1: c() }',
        '2:14',
        '算出来的 case：case 后面只能是变量、数字或字符串',
      ],
    ] as const
  ).map(
    ([what, line, place, sentence]): Row => [
      `WXS with ${what}`,
      { 'pages/p/p.wxs': `var first = 1\n${line}` },
      `pages/p/p.wxs:${place} WXS 没有${sentence}`,
    ],
  ),
  [
    'WXS that is no JavaScript',
    { 'pages/p/p.wxs': 'var a = 1\nvar = 2' },
    'pages/p/p.wxs:2:5 WXS 有误（只支持 ES5 写法）：Unexpected token',
  ],
  [
    'new in inline WXS',
    page('<view />\n<wxs module="m">\nvar a = new Date()\n</wxs>'),
    'pages/p/p.wxml:3:9 WXS 没有new：日期用 getDate()，正则用 getRegExp()，其余直接写字面量',
  ],
  [
    'a call of data',
    page('<view>\n  {{ show(a) }}</view>'),
    'pages/p/p.wxml:2:6 模板里只能调用 <wxs> 模块的函数，不能调用 show：请在脚本里算好，或写成 WXS',
  ],
  [
    'a call of a method of data',
    page('<wxs src="./p.wxs" module="m" />\n<view class="{{m.f(1)}} {{b.toFixed(2)}}" />'),
    'pages/p/p.wxml:2:27 模板里只能调用 <wxs> 模块的函数，不能调用 b.toFixed：请在脚本里算好，或写成 WXS',
  ],
  [
    'a call inside of a right one',
    page('<wxs src="./p.wxs" module="m" />\n<view>{{m.f(a, g(1))}}</view>'),
    'pages/p/p.wxml:2:16 模板里只能调用 <wxs> 模块的函数，不能调用 g：请在脚本里算好，或写成 WXS',
  ],
  [
    'a call among the data of a template',
    page('<template name="t" />\n<template is="t" data="{{a: 1, b: g()}}" />'),
    'pages/p/p.wxml:2:35 模板里只能调用 <wxs> 模块的函数，不能调用 g：请在脚本里算好，或写成 WXS',
  ],
  [
    'a call of what WXS gave',
    page('<wxs src="./p.wxs" module="m" />\n<view wx:if="{{m.f(1).trim()}}" />'),
    'pages/p/p.wxml:2:16 模板里只能调用 <wxs> 模块的函数，不能调用 m.f(1).trim：请在脚本里算好，或写成 WXS',
  ],
  [
    'a module of another template',
    {
      ...page('<wxs src="./p.wxs" module="m" />\n<include src="./part.wxml" />'),
      'pages/p/part.wxml': '<view>{{m.f(1)}}</view>',
    },
    'pages/p/part.wxml:1:9 模板里只能调用 <wxs> 模块的函数，不能调用 m.f：请在脚本里算好，或写成 WXS',
  ],
  [
    'a template that includes itself',
    page('<view />\n<include src="./p.wxml" />'),
    'pages/p/p.wxml:2:1 include 引用了自己，请去掉这一行',
  ],
  [
    'a circle of includes',
    {
      ...page('<include src="./q.wxml" />'),
      'pages/p/q.wxml': '<include src="r" />',
      'pages/p/r.wxml': '<view wx:if="{{a}}">\n  <include src="./q.wxml" />\n</view>',
    },
    'pages/p/r.wxml:2:3 include 绕成了圈（q.wxml → r.wxml → q.wxml），请去掉其中一处',
  ],
  [
    'a sheet that imports itself',
    { 'pages/p/p.wxss': ".a {}\n@import './p.wxss';" },
    'pages/p/p.wxss:2:1 样式有误：@import 引用了自己，请去掉这一行',
  ],
  [
    'a circle of imports',
    {
      'pages/p/p.wxss': "@import './q.wxss';",
      'pages/p/q.wxss': "@import './r.wxss';",
      'pages/p/r.wxss': ".a {}\n\n@import './p.wxss';",
    },
    'pages/p/r.wxss:3:1 样式有误：@import 绕成了圈（p.wxss → q.wxss → r.wxss → p.wxss），请去掉其中一处',
  ],
  [
    'a component that does not say so',
    { 'own/card.json': '{}' },
    'pages/p/p.json:2:36 own-card 用的 own/card 不是组件：请在 own/card.json 里写上 "component": true',
  ],
  [
    'a component without its json',
    { 'own/card.json': undefined },
    'pages/p/p.json:2:36 own-card 用的 own/card 不是组件：请在 own/card.json 里写上 "component": true',
  ],
  [
    'a component of all pages that does not say so',
    {
      'app.json': '{\n  "pages": ["pages/p/p"],\n  "usingComponents": {\n    "all-card": "/own/all"\n  }\n}',
      'own/all.json': '{ "component": "true" }',
      'own/all.ts': 'Component({});',
      'own/all.wxml': '<view />',
    },
    'app.json:4:17 all-card 用的 own/all 不是组件：请在 own/all.json 里写上 "component": true',
  ],
  [
    'a bar of one tab',
    app('"tabBar": { "list": [{ "pagePath": "pages/p/p" }] }'),
    'app.json:4:21 tabBar 的 list 要有 2 至 5 项，现在有 1 项：请增减',
  ],
  [
    'a bar of six tabs',
    app(`"tabBar": { "list": [${Array<string>(6).fill('{ "pagePath": "pages/p/p" }').join()}] }`),
    'app.json:4:21 tabBar 的 list 要有 2 至 5 项，现在有 6 项：请增减',
  ],
  [
    'a bar without tabs',
    app('"tabBar": {}'),
    'app.json:4:11 tabBar 的 list 要有 2 至 5 项，现在有 0 项：请增减',
  ],
  [
    'a tab that is no page',
    app('"tabBar": { "list": [{ "pagePath": "pages/p/p" },\n{ "pagePath": "pages/p/q" }] }'),
    'app.json:5:15 tabBar 的页面 pages/p/q 不在 pages 里：请先写进 pages，或检查拼写',
  ],
  [
    'a tab of a subpackage',
    app('"tabBar": { "list": [{ "pagePath": "far/q" }, { "pagePath": "pages/p/p" }] }'),
    'app.json:4:36 tabBar 的页面 far/q 在分包里：请移到主包的 pages',
  ],
  [
    'something ahead of a page that is not there',
    app('"preloadRule": { "pages/p/q": { "packages": ["far"] } }'),
    'app.json:4:31 preloadRule 的页面 pages/p/q 不存在：请写 pages 或分包里页面的完整路径',
  ],
  [
    'a package ahead that is not there',
    app('"preloadRule": { "pages/p/p": { "packages": ["far",\n"fra"] } }'),
    'app.json:5:1 preloadRule 的分包 fra 不存在：请写 subPackages 里的 root 或 name',
  ],
  [
    'a computed name',
    { 'pages/p/p.ts': 'Page({\n  on(name: string) {\n    wx[name]();\n  },\n});' },
    'pages/p/p.ts:3:5 wx[…] 构建时查不出是哪个接口：请把名字写明，如 wx.接口名',
  ],
  [
    'wx given away',
    { 'pages/p/p.ts': 'Page({ data: { wx } });' },
    'pages/p/p.ts:1:16 不要把 wx 当作值传出去，构建时查不出用了哪些接口：请直接写 wx.接口名',
  ],
  ...(
    [
      ['by its name in brackets', "wx['typo']();", '2:1', 'typo'],
      ['taken out of wx', 'const { typo } = wx; typo();', '2:22', 'typo'],
      ['of another name of wx', 'const w = wx; w.typo();', '2:15', 'typo'],
      ['behind a cast', '(wx as unknown as Own).typo();', '2:1', 'typo'],
      ['behind an exclamation mark', 'wx!.typo();', '2:1', 'typo'],
      ['that makes something', 'new wx.cloud.Typo();', '2:5', 'cloud.Typo'],
      ['of the file system', 'wx.getFileSystemManager().typo();', '2:1', 'getFileSystemManager().typo'],
      [
        'of a constant',
        'const m = wx.getFileSystemManager(); m.typo();',
        '2:38',
        'getFileSystemManager().typo',
      ],
      ['beside one that is asked for', "if (log('wx.typo')) wx.typo();", '2:21', 'typo'],
    ] as const
  ).map(
    ([what, line, place, name]): Row => [
      `an unknown call ${what}`,
      { 'pages/p/p.ts': `Page({});\n${line}` },
      `pages/p/p.ts:${place} 没有 wx.${name}：浏览器里的手机还没有这个接口，请检查拼写`,
    ],
  ),
];

const told = (expected: string | RegExp): unknown =>
  typeof expected === 'string' ? expected : expect.stringMatching(expected);

test.each(ROWS)('%s fails the build with file, line and a sentence', async (_, broken, expected) => {
  await expect(build(broken)).resolves.toEqual(told(expected));
});

/** Without those of the app's own files, which are in no package. */
const FAR_ROWS = ROWS.flatMap(([what, broken, expected]): Row[] => {
  const moved = inSubpackage(broken);
  if (!moved) return [];
  const far =
    typeof expected === 'string'
      ? farName(expected)
      : new RegExp(expected.source.replaceAll('pages\\/p\\/', 'far\\/p\\/'));
  return [[what, moved, far]];
});

test.each(FAR_ROWS)('%s in a subpackage fails it too', async (_, broken, expected) => {
  await expect(build(broken)).resolves.toEqual(told(expected));
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
