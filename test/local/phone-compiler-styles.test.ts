import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileComponentStyle, compilePageStyle } from '../../local/phone/compiler/styles';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-styles-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns what the compiler says of a sheet, as a page's and as a component's; nothing of a right one */
const told = (sheet: string): string[] => {
  const file = path.join(folder, 'a.wxss');
  writeFileSync(file, sheet);
  return [compilePageStyle, compileComponentStyle].map((compile) => {
    try {
      compile(file, 'a');
      return '';
    } catch (error) {
      return (error as Error).message.replace(`${folder}/`, '');
    }
  });
};

test.each([
  ['{color:red}', '1:1', '花括号前缺少选择器'],
  ['.a{}\n{color:red}', '2:1', '花括号前缺少选择器'],
  ['.a{color:}', '1:4', 'color 没有值'],
  ['.a{\n  color: ;\n}', '2:3', 'color 没有值'],
  ['.a{co^lor: red}', '1:4', '属性名 co^lor 写法不对'],
  ['color: red;', '1:1', 'color 不在花括号里'],
  ['@medai (x){}', '1:1', 'WXSS 没有 @medai，请检查拼写'],
  ['@tailwind base;', '1:1', 'WXSS 没有 @tailwind，请检查拼写'],
  ['@media {}', '1:1', '@media 没有写完'],
  ['.a > > .b{}', '1:1', '选择器 .a > > .b 写法不对，> 的一边缺少一项'],
  ['> .a{}', '1:1', '选择器 > .a 写法不对，> 的一边缺少一项'],
  ['.a +{}', '1:1', '选择器 .a + 写法不对，+ 的一边缺少一项'],
  ['.a,,.b{}', '1:1', '选择器 .a,,.b 写法不对，逗号之间缺少一项'],
  ['.a,{}', '1:1', '选择器 .a, 写法不对，逗号的一边缺少一项'],
  ['[a=]{}', '1:1', '选择器 [a=] 写法不对，等号后面缺少值'],
  ['[]{}', '1:1', '选择器 [] 写法不对，方括号里要有属性名'],
  ['*{}', '1:1', '选择器 * 写法不对，WXSS 没有通配符 *：请写明标签或类'],
  ['.a *{}', '1:1', '选择器 .a * 写法不对，WXSS 没有通配符 *：请写明标签或类'],
  ['.a:not(*){}', '1:1', '选择器 .a:not(*) 写法不对，WXSS 没有通配符 *：请写明标签或类'],
  ['.a..b{}', '1:1', '选择器 .a..b 写法不对，名字写法不对'],
  ['.1a{}', '1:1', '选择器 .1a 写法不对，名字写法不对'],
  ['#1a{}', '1:1', '选择器 #1a 写法不对，名字写法不对'],
  ['1a{}', '1:1', '选择器 1a 写法不对，名字写法不对'],
  ['#{}', '1:1', '选择器 # 写法不对，名字写法不对'],
  ['.{}', '1:1', '选择器 . 写法不对，名字写法不对'],
  ['.a:{}', '1:1', '选择器 .a: 写法不对'],
  ['.a{.b{color:red}}', '1:4', 'WXSS 没有嵌套：请把选择器写全'],
  ['.a{&:active{color:red}}', '1:4', 'WXSS 没有嵌套：请把选择器写全'],
  ['@keyframes k { form { opacity: 0 } }', '1:16', '关键帧 form 写法不对：请写 from、to 或百分数'],
])('%s is refused', (sheet, place, sentence) => {
  const message = `a.wxss:${place} 样式有误：${sentence}`;
  expect(told(sheet)).toEqual([message, message]);
});

test.each([
  '.a, #b > view.c + .d ~ .e::after { --own: ; color: red }',
  'page { color: red }',
  '[data-a], [data-a="b"], .a:not(.b, .c):nth-child(2n + 1) { color: red }',
  '.-a, .--a, ._a, .甲, .a\\:b { color: red }',
  '/* a */ .a /* b */ .b { /* c */ }',
  '@media (min-width: 400px) { .a { color: red } }',
  '@keyframes k { from, 50% { opacity: 0 } to { opacity: 1 } }',
  '@font-face { font-family: a; src: url("data:font/woff2;base64,") }',
  '@supports (display: grid) { .a { -webkit-line-clamp: 2 } }',
  '.a { background: url("data:image/png;base64,AA==") }',
  '',
])('%s is right', (sheet) => {
  expect(told(sheet)).toEqual(['', '']);
});
