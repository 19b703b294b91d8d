import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAppGraph } from '../../local/phone/compiler/app-graph';
import { compileComponentStyle, compilePageStyle } from '../../local/phone/compiler/styles';
import { compileTemplates } from '../../local/phone/compiler/templates';
import { readThemeVariables } from '../../local/phone/compiler/theme-variables';
import { compileWxs } from '../../local/phone/compiler/wxs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-compiler-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** Runs a compiled WXS module as the templates would. */
const runWxs = (source: string): Record<string, (...args: unknown[]) => unknown> => {
  const module = { exports: {} as Record<string, (...args: unknown[]) => unknown> };
  const kind = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
  new Function('module', '__wxsKind', compileWxs(source))(module, kind);
  return module.exports;
};

describe('WXS', () => {
  test('constructor is the name of a kind', () => {
    const { kind } = runWxs('module.exports = { kind: function (x) { return x.constructor } }');
    expect([kind?.([]), kind?.({}), kind?.('x'), kind?.(1)]).toEqual(['Array', 'Object', 'String', 'Number']);
  });

  test('an unknown escape stays as it was written', () => {
    const { text } = runWxs(String.raw`module.exports = { text: function () { return '\d\n\\' } }`);
    expect(text?.()).toBe('\\d\n\\');
  });

  test('modules are required without their extension', () => {
    expect(compileWxs("var a = require('./a.wxs')")).toBe("var a = require('./a')");
  });
});

describe('styles', () => {
  test('a component’s classes carry its name, its host is marked, tags are wx-…, vh is of the screen', () => {
    const file = write('c.wxss', ':host { height: 10vh } .a .b > view::after { color: red }');
    expect(compileComponentStyle(file, 'components/c/c')).toBe(
      '[wx-host="components-c-c"] { height: 10cqh } .components-c-c--a .components-c-c--b > wx-view::after { color: red }',
    );
  });

  test('a page’s sheet reaches its own page only; an import stands where it was written', () => {
    write('part.wxss', '.part { color: red }');
    const file = write('p.wxss', "@import './part.wxss'; page { color: blue }");
    expect(compilePageStyle(file, 'pages/p/p')).toBe(
      '@scope (wx-page[is="pages/p/p"]) {\n.part { color: red } wx-page { color: blue }\n}',
    );
  });

  test('keyframes keep their steps', () => {
    const file = write('k.wxss', '@keyframes k { from { opacity: 0 } 50% { opacity: 1 } }');
    expect(compileComponentStyle(file, 'k')).toContain('from { opacity: 0 } 50% { opacity: 1 }');
  });

  test('an import that is not there is told with its file', () => {
    const file = write('p.wxss', "@import './gone.wxss';");
    expect(() => compilePageStyle(file, 'p')).toThrow(/找不到 \.\/gone\.wxss/);
  });
});

describe('app', () => {
  beforeEach(() => {
    write('app.js', '');
  });

  test('a component that is not there is told with who wants it', () => {
    write('app.json', '{ "pages": ["p"] }');
    write('p.wxml', '<view/>');
    write('p.js', '');
    write('p.json', '{ "usingComponents": { "x": "./gone" } }');
    expect(() => readAppGraph(folder, folder)).toThrow('p.json:1:29 找不到组件 ./gone');
  });

  test('a template that does not parse is told with line and column', () => {
    write('app.json', '{ "pages": ["p"] }');
    write('p.js', '');
    write('p.wxml', '<view>\n  <text>{{ a + }}</text>\n</view>');
    const { units, fileOf } = readAppGraph(folder, folder);
    expect(() => compileTemplates(units, fileOf)).toThrow(/p\.wxml:2:\d+/);
  });

  describe('variables of the theme', () => {
    const graph = () => {
      write('p.wxml', '<view/>');
      write('p.js', '');
      write('p.json', '{ "backgroundColor": "@own" }');
      write(
        'app.json',
        '{ "pages": ["p"], "themeLocation": "t.json", "window": { "backgroundColor": "@ground" } }',
      );
      return readAppGraph(folder, folder);
    };
    const both = { ground: '#fff', own: '#eee' };

    test('are given for light and dark', () => {
      write('t.json', JSON.stringify({ light: both, dark: { ground: '#000', own: '#111' } }));
      expect(readThemeVariables(graph(), folder)).toEqual({
        light: { ground: '#fff', own: '#eee' },
        dark: { ground: '#000', own: '#111' },
      });
    });

    test('one that dark does not have is told where it is used', () => {
      write('t.json', JSON.stringify({ light: both, dark: { own: '#111' } }));
      expect(() => readThemeVariables(graph(), folder)).toThrow(/app\.json:1:\d+ 变量 @ground 没有深色的值/);
      write('t.json', JSON.stringify({ light: { ground: '#fff' }, dark: both }));
      expect(() => readThemeVariables(graph(), folder)).toThrow(/p\.json:1:\d+ 变量 @own 没有浅色的值/);
    });

    test('a file that is not there is told', () => {
      write('t.json', '');
      rmSync(path.join(folder, 't.json'));
      expect(() => readThemeVariables(graph(), folder)).toThrow(/找不到 t\.json/);
    });
  });
});
