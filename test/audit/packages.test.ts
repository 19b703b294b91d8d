import { faultsOfContent } from '../../audit/packages/content';
import catalogue from '../../data/catalogue.json';

const IDS = new Set(catalogue.entries.map(({ id }) => id));
const faultsOf = (text: string): string[] => faultsOfContent('a.ts', text, IDS);

test('a file of the package may name twenty entries, and holds no more of the catalogue', () => {
  const named = (count: number): string => JSON.stringify([...IDS].slice(0, count));
  expect(faultsOf(named(20) + named(20))).toEqual([]);
  expect(faultsOf(named(21))).toEqual([expect.stringMatching(/^a\.ts 含有.+（共 21 条）：目录不随包发布$/)]);
  // Of that shape, but of no entry.
  const others = Array.from({ length: 30 }, (_, at) => `'A-B-${100 + at}'`);
  expect(faultsOf(others.join())).toEqual([]);
});

test('nothing is fetched from another host, and no font at all', () => {
  expect(faultsOf(".a { background: url('https://cdn.example.com/a.png'); }")).toEqual([
    'a.ts 从别的主机取 https://cdn.example.com/a.png',
  ]);
  expect(faultsOf('<image src="//cdn.example.com/a.png" />')).toHaveLength(1);
  expect(
    faultsOf('.a { background: url(data:image/png;base64,AAAA); }\n<image src="/assets/a.png" />'),
  ).toEqual([]);
  expect(faultsOf("@font-face { font-family: a; src: url('a.woff2'); }")).toEqual([
    'a.ts 载入字体：图标不用字体',
  ]);
});
