import { BrokenProgram, type Files } from '../support/broken-program';

const program = new BrokenProgram();
afterAll(() => program.remove());

const build = (broken: Files): Promise<string> => program.build(broken);

test.each([
  ['null', '1:1 内容要是一个对象 { … }'],
  ['[]', '1:1 内容要是一个对象 { … }'],
  ['"a"', '1:1 内容要是一个对象 { … }'],
  ['{ "usingComponents": [] }', '1:22 usingComponents 要是一个对象 { … }'],
  ['{ "usingComponents": null }', '1:22 usingComponents 要是一个对象 { … }'],
  ['{ "usingComponents":\n{ "c": 1 } }', '2:8 usingComponents.c 要是一段文字'],
  ['{ "componentGenerics": { "g": 1 } }', '1:31 componentGenerics.g 要是一个对象 { … }'],
  ['{ "componentGenerics": { "g": { "default": 1 } } }', '1:44 componentGenerics.g.default 要是一段文字'],
])('a page’s json of %s is refused', async (json, expected) => {
  await expect(build({ 'pages/p/p.json': json })).resolves.toBe(`pages/p/p.json:${expected}`);
});

test.each([
  ['null', '1:1 内容要是一个对象 { … }'],
  ['{ "pages": {} }', '1:12 pages 要是一个列表 [ … ]'],
  ['{ "pages": [1] }', '1:13 pages.0 要是一段文字'],
  ['{ "pages": ["pages/p/p"], "usingComponents": { "c": 1 } }', '1:53 usingComponents.c 要是一段文字'],
  ['{ "pages": ["pages/p/p"], "window": 1 }', '1:37 window 要是一个对象 { … }'],
  ['{ "pages": ["pages/p/p"],\n"subPackages": {} }', '2:16 subPackages 要是一个列表 [ … ]'],
  ['{ "pages": ["pages/p/p"],\n"subPackages": [1] }', '2:17 subPackages.0 要是一个对象 { … }'],
  [
    '{ "pages": ["pages/p/p"],\n"subPackages": [{ "pages": ["a"] }] }',
    '2:17 subPackages.0.root 要是一段文字',
  ],
  [
    '{ "pages": ["pages/p/p"],\n"subPackages": [{ "root": "far" }] }',
    '2:17 分包缺少 pages：至少要有一个页面',
  ],
  [
    '{ "pages": ["pages/p/p"],\n"subpackages": [{ "root": "far", "pages": [1] }] }',
    '2:44 subpackages.0.pages.0 要是一段文字',
  ],
  ['{ "pages": ["pages/p/p"],\n"tabBar": [] }', '2:11 tabBar 要是一个对象 { … }'],
  ['{ "pages": ["pages/p/p"],\n"tabBar": { "list": [null] } }', '2:22 tabBar.list.0 要是一个对象 { … }'],
  [
    '{ "pages": ["pages/p/p"],\n"preloadRule": { "pages/p/p": { "packages": "far" } } }',
    '2:45 preloadRule.pages/p/p.packages 要是一个列表 [ … ]',
  ],
])('app.json of %s is refused', async (json, expected) => {
  await expect(build({ 'app.json': json })).resolves.toBe(`app.json:${expected}`);
});

test('a program without its script is told by app.json', async () => {
  await expect(build({ 'app.ts': undefined })).resolves.toBe(
    'app.json:1:1 缺少小程序的脚本：请在 app.json 旁边写 app.ts 或 app.js',
  );
});
