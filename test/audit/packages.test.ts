import { packCatalogue } from '../../miniprogram/domain/catalogue/catalogue-file';
import { CATALOGUE } from '../../cloudfunctions/_shared/catalogue';
import { faultsOfContent, pictureBytesIn } from '../../audit/packages/content';
import catalogue from '../../data/catalogue.json';

const { entries } = catalogue;
const faultsOf = (...texts: string[]): string[] =>
  faultsOfContent(
    texts.map((text, at) => ({ file: `${'abc'[at] ?? ''}.ts`, text })),
    entries,
  );

test('the program may name twenty entries, and holds no more of the catalogue', () => {
  const named = (from: number, to: number): string =>
    JSON.stringify(entries.slice(from, to).map(({ id }) => id));
  expect(faultsOf(named(0, 20) + named(0, 20), named(0, 20))).toEqual([]);
  expect(faultsOf(named(0, 21))).toEqual([
    expect.stringMatching(/^a\.ts 含有.+（共 21 条）：目录不随包发布$/),
  ]);
  // Of that shape, but of no entry.
  const others = Array.from({ length: 30 }, (_, at) => `'A-B-${100 + at}'`);
  expect(faultsOf(others.join())).toEqual([]);
});

test('the entries of several files are counted together, by number or by words', () => {
  const words = (from: number, to: number): string =>
    JSON.stringify(entries.slice(from, to).map(({ text }) => text));
  const ids = JSON.stringify(entries.slice(0, 11).map(({ id }) => id));
  expect(faultsOf(ids, words(11, 20))).toEqual([]);
  expect(faultsOf(ids, words(11, 21))).toEqual([
    expect.stringMatching(/^a\.ts、b\.ts 含有.+（共 21 条）：目录不随包发布$/),
  ]);
  const escaped = words(0, 21).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
  expect(faultsOf(escaped)).toHaveLength(1);
});

test('the very file that phones fetch does not pass as a string in a script', () => {
  const file = packCatalogue([...CATALOGUE.values()]);
  expect(faultsOf(`export const C = ${JSON.stringify(file)};`)).toEqual([
    expect.stringContaining(`（共 ${entries.length} 条）`),
  ]);
});

test('nothing is fetched from another host, and no font at all', () => {
  expect(faultsOf(".a { background: url('https://cdn.example.com/a.png'); }")).toEqual([
    'a.ts 从别的主机取 https://cdn.example.com/a.png',
  ]);
  expect(faultsOf('<image src="//cdn.example.com/a.png" />')).toHaveLength(1);
  expect(faultsOf('@import "https://cdn.example.com/a.wxss";')).toEqual([
    'a.ts 从别的主机取 https://cdn.example.com/a.wxss',
  ]);
  expect(faultsOf("@import url('//cdn.example.com/a.wxss');")).toHaveLength(1);
  expect(
    faultsOf(
      '@import "../a.wxss";\n.a { background: url(data:image/png;base64,AAAA); }\n<image src="/assets/a.png" />',
    ),
  ).toEqual([]);
  expect(faultsOf("@font-face { font-family: a; src: url('a.woff2'); }")).toEqual([
    'a.ts 载入字体：图标不用字体',
  ]);
});

test('a picture written out in a script or a style is counted as one', () => {
  const address = `data:image/png;base64,${'A'.repeat(205_000 - 22)}`;
  expect(pictureBytesIn(`const P = '${address}';`)).toBe(205_000);
  expect(
    pictureBytesIn(`.a { background: url(${address}); }\n.b { mask: url("data:image/svg+xml,%3Csvg/%3E"); }`),
  ).toBe(205_000 + 'data:image/svg+xml,%3Csvg/%3E'.length);
  expect(pictureBytesIn('data:text/plain,abc data:,')).toBe(0);
});
