import { checkWxml } from '../../local/phone/compiler/wxml-check';
import { BrokenProgram, type Files } from '../support/broken-program';

const program = new BrokenProgram();
afterAll(() => program.remove());

const build = (broken?: Files): Promise<string> => program.build(broken);

describe('modules that inline WXS requires', () => {
  const inline = (module: string): Files => ({
    'pages/p/p.wxml': `<wxs module="m">\nmodule.exports = ${module}\n</wxs>\n<view>{{m}}</view>`,
  });

  test('are built with it, and what they require themselves', async () => {
    const files = {
      ...inline("require('./n.wxs').name"),
      'pages/p/n.wxs': "module.exports.name = require('../o.wxs')",
      'pages/o.wxs': 'module.exports = 1',
    };
    await expect(build(files)).resolves.toBe('built');
  });

  test.each([
    ['at once', inline("require('./gone.wxs')"), 'pages/p/p.wxml:2:18 找不到 gone.wxs'],
    [
      'in a file',
      { ...inline("require('./n.wxs')"), 'pages/p/n.wxs': "var n = 1\nvar g = require('./gone.wxs')" },
      'pages/p/n.wxs:2:9 找不到 gone.wxs',
    ],
  ])('missing %s: refused', async (_, files, expected) => {
    await expect(build(files)).resolves.toBe(expected);
  });

  test('in a comment or a text are none', async () => {
    await expect(build(inline("'require(\"./gone.wxs\")' // require('./gone.wxs')"))).resolves.toBe('built');
  });
});

describe('expressions', () => {
  /** @returns what the check says of one, in a text; nothing of a right one */
  const told = (expression: string, around = '<view>{{@}}</view>'): string => {
    try {
      checkWxml('a.wxml', `<wxs src="m.wxs" module="m" />\n${around.replace('@', expression)}`, new Set());
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const refused = (column: number, what: string): string =>
    `a.wxml:2:${column} 模板表达式不支持${what}，请写到脚本或 WXS 里`;

  test.each([
    // Documented (WXML, 数据绑定): operations, paths, arrays, and what the words true, null and undefined are.
    'a ? b : c',
    'a + b - c * d / e % f',
    'a > 5 && b <= 6 || !c',
    "'a' + b",
    'a.b.c[0][d]',
    '(a || b).c',
    "['a', 'b'][i]",
    '[zero, 1, 2.5, -3]',
    'a === null || b !== undefined || c == true || d != false',
    'a | b ^ c & ~d << 1 >> 2',
    '{ a: 1, b: c, d }',
    'm.f(a, { b: 1 }).c',
    '{ a: { b: 1 }}',
    "m.f('}}' + '{')",
    'a.in + a.new + a.typeof',
  ])('%s is right', (expression) => {
    expect(told(expression)).toBe('');
  });

  test.each(['a, b', '...a, ...b, c: 5', 'for: a, bar: b', 'a'])('%s is right for a template', (fields) => {
    expect(told(fields, '<template is="t" data="{{@}}" />')).toBe('');
  });

  test.each([
    ['a, b', refused(9, '逗号隔开的几项')],
    ['a instanceof b', refused(11, 'instanceof')],
    ["'a' in b", refused(13, 'in')],
    ['void 0', refused(9, 'void')],
    ['delete a.b', refused(9, 'delete')],
    ['typeof a', refused(9, 'typeof')],
    ['+a', refused(9, '一元加号')],
    ['a - +b', refused(13, '一元加号')],
    ['a ** b', refused(11, '**')],
    ['a >>> b', refused(11, '>>>')],
    ['a++', refused(9, '自增自减')],
    ['a = b', refused(9, '赋值')],
    ['this.a', refused(9, 'this')],
    ['0x10', refused(9, '数字写成 0x10')],
    ['0b1', refused(9, '数字写成 0b1')],
    ['1e3', refused(9, '数字写成 1e3')],
    ['1.', refused(9, '数字写成 1.')],
    ['.5', refused(9, '数字写成 .5')],
    ['1_000', refused(9, '数字写成 1_000')],
    ['1n', refused(9, '数字写成 1n')],
    ['/a/', refused(9, '正则')],
    ['[a, b,]', refused(14, '末尾的逗号')],
    ['[a,, b]', refused(9, '数组里的空位')],
    ['[...a]', refused(10, '数组展开 [...a]')],
    ['{ a: 1, }', refused(15, '末尾的逗号')],
    ['{ a: 1 }.a', refused(9, '从对象字面量里取值')],
    ['({ a: 1 })["a"]', refused(9, '从对象字面量里取值')],
    ['{ [a]: 1 }', refused(11, '算出来的字段名')],
    ['{ a() {} }', refused(11, '函数')],
    ['() => a', refused(9, '箭头函数')],
    ['new A', refused(9, 'new')],
    ['`a`', refused(9, '模板字符串')],
    ['a?.b', refused(10, '可选链 ?.')],
    ['m.f?.(a)', refused(12, '可选链 ?.')],
    ['m.f(...a)', refused(13, '参数展开 ...')],
    ['m.f(a,)', refused(14, '末尾的逗号')],
    ['a ?? b', refused(11, '空值合并 ??')],
  ])('%s is refused', (expression, expected) => {
    expect(told(expression)).toBe(expected);
  });

  test('a comma too many among the fields of a template is refused', () => {
    expect(told('a, b,', '<template is="t" data="{{@}}" />')).toBe(refused(30, '末尾的逗号'));
  });
});

describe('abstract nodes', () => {
  const group = (generics: string): Files => ({
    'pages/p/p.json': '{ "usingComponents": { "own-group": "/own/group", "own-card": "/own/card" } }',
    'pages/p/p.wxml': '<own-group generic:item="own-card" />',
    'own/group.json': `{ "component": true,\n"componentGenerics": { "item": ${generics} } }`,
    'own/group.ts': 'Component({});',
    'own/group.wxml': '<item />',
  });

  test.each(['true', '{ "default": "./card" }'])('declared as %s are built', async (generics) => {
    await expect(build(group(generics))).resolves.toBe('built');
  });

  test.each([
    [
      'own-crad',
      'pages/p/p.wxml:1:26 generic:item 用的组件 own-crad 没有声明：请在 usingComponents 中声明，或检查拼写',
    ],
    ['{{a}}', 'pages/p/p.wxml:1:26 generic:item 要写明组件的名字，不能用数据绑定'],
  ])('given %s are refused', async (name, expected) => {
    const files = { ...group('true'), 'pages/p/p.wxml': `<own-group generic:item="${name}" />` };
    await expect(build(files)).resolves.toBe(expected);
  });

  test('with a default that is not there, or is no component, are refused', async () => {
    await expect(build(group('{ "default": "./gone" }'))).resolves.toBe(
      'own/group.json:2:45 找不到组件 ./gone',
    );
    const bad = { 'own/bad.wxml': '<view />', 'own/bad.ts': 'Component({});' };
    await expect(build({ ...group('{ "default": "./bad" }'), ...bad })).resolves.toBe(
      'own/group.json:2:45 item 用的 own/bad 不是组件：请在 own/bad.json 里写上 "component": true',
    );
  });
});

test('what two pages include has the tags of both: one that the second does not declare is refused there', async () => {
  const files = {
    'app.json': '{ "pages": ["pages/p/p", "pages/p/q"] }',
    'pages/p/p.wxml': '<include src="./outer.wxml" />',
    'pages/p/outer.wxml': '<include src="./inner.wxml" />',
    'pages/p/inner.wxml': '<view />\n<own-card />',
    'pages/p/q.wxml': '<include src="./outer.wxml" />',
    'pages/p/q.ts': 'Page({});',
  };
  await expect(build(files)).resolves.toBe(
    'pages/p/inner.wxml:2:1 没有组件 <own-card>：请在 usingComponents 中声明，或检查拼写',
  );
  const declared = { 'pages/p/q.json': '{ "usingComponents": { "own-card": "/own/card" } }' };
  await expect(build({ ...files, ...declared })).resolves.toBe('built');
});

test.each([
  ['<view wx:iff="{{a}}" />', '属性名的前缀不对'],
  ['<view>{{a.0}}</view>', '名字写法不对'],
  ['<view>{{a.}}</view>', '名字写法不对'],
  ['<view wx:for="{{a}}" wx:for-item="1a" />', '变量名写法不对'],
  ['<view wx:for="{{a}}" wx:for-item="{{b}}" />', '变量名写法不对'],
  ['<include src="./q.wxml">a</include>', '这个标签里不能有内容'],
])('%s is told in Chinese', async (wxml, sentence) => {
  const message = await build({ 'pages/p/p.wxml': wxml, 'pages/p/q.wxml': '' });
  expect(message).toMatch(new RegExp(`^pages/p/p\\.wxml:1:\\d+ 模板有误：${sentence}$`));
});
