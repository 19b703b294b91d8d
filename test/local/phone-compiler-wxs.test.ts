import { compileWxs } from '../../local/phone/compiler/wxs';

/** @returns what the compiler says of a module; nothing of a right one */
const told = (source: string): string => {
  try {
    compileWxs(source, { file: 'a.wxs', source, offset: 0 });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

const ELSE = '请检查拼写，或写到脚本里';

test.each([
  ['window.b', '1:1', '全局的 window'],
  ['var a = setTimeout(f, 1)\nfunction f() {}', '1:9', '全局的 setTimeout'],
  ['var a = Object.keys({})', '1:9', '全局的 Object'],
  ['var a = Array.isArray([])', '1:9', '全局的 Array'],
  ['var a = String(1)', '1:9', '全局的 String'],
  ['var a = typeof wx', '1:16', '全局的 wx'],
  ['function f() { var b = 1 }\nvar a = b', '2:9', '全局的 b'],
  ['function f(b) { return c }', '1:24', '全局的 c'],
  ['var a = { b: c }', '1:14', '全局的 c'],
  ['var a = arguments', '1:9', '全局的 arguments'],
  ['a++', '1:1', '全局的 a'],
  ['var a = Math.trunc(1)', '1:9', ' Math.trunc'],
  ["console.warn('a')", '1:1', ' console.warn'],
  ['var a = Number.isInteger(1)', '1:9', ' Number.isInteger'],
])('%s names what WXS does not have: refused', (source, place, what) => {
  expect(told(source)).toBe(`a.wxs:${place} WXS 没有${what}：${ELSE}`);
});

test.each(["require('./a')", "require('/a.wxs')", "var a = './a.wxs'\nrequire(a)", 'require()'])(
  '%s cannot be found: refused',
  (source) => {
    expect(told(source)).toMatch(/^a\.wxs:\d:1 WXS 没有这样的 require：括号里请写 \.wxs 文件的相对路径$/);
  },
);

test.each([
  'var a = 1, b = a\nfunction f(c) { var d = a + b + c; return d + f(d) + arguments.length }',
  'var f = function g(n) { return n ? g(n - 1) : 0 }\nmodule.exports = f\nexports.a = f',
  'function f() { return later + g() }\nvar later = 1\nfunction g() { for (var i = 0; i < 3; i++) { var x = i } return x }',
  'a = 1\nvar b = a',
  "var a = require('./a.wxs').name\nvar b = require('../b.wxs')",
  'console.log(Math.max(Math.PI, 1), JSON.parse(JSON.stringify({})), Number.MAX_VALUE, Date.now())',
  "var a = [NaN, Infinity, undefined, null, true]\nvar b = isNaN(parseInt('1') + parseFloat('1')) && isFinite(1)",
  "var a = encodeURIComponent(decodeURIComponent('a')) + encodeURI(decodeURI('a'))",
  "var a = getRegExp('a', 'g').test(getDate().getTime())",
  'var Math = { trunc: 1 }\nvar a = Math.trunc',
  'var a = { window: 1 }\nvar b = a.window',
])('%s is right', (source) => {
  expect(told(source)).toBe('');
});
