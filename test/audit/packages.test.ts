import { faultsOfContent } from '../../audit/packages/content';
import catalogue from '../../data/catalogue.json';

const IDS = new Set(catalogue.entries.map(({ id }) => id));
const faultsOf = (text: string): string[] => faultsOfContent('a.ts', text, IDS);

test('a file of the package holds no entry of the catalogue', () => {
  expect(faultsOf("export const ENTRIES = ['Q-MKT-001', 'S-SCO-004', 'Q-MKT-001'];")).toEqual([
    'a.ts 含有标准规范及违法违规行为 Q-MKT-001、S-SCO-004（共 2 条）：目录不随包发布',
  ]);
  // Of that shape, but of no entry.
  expect(faultsOf("const STANDARD = 'A-B-001';")).toEqual([]);
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
