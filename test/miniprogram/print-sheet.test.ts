import { layoutSheet, SHEET_SIZE, wrapped, type PrintSheet } from '../../miniprogram/view/print-sheet';
import { siteSheet } from '../../miniprogram/view/sheets';

/** Every sign as wide as it is high. */
const square = (text: string, size: number): number => [...text].length * size;

const sheet = (change: Partial<PrintSheet> = {}): PrintSheet => ({
  kind: '建设工程质量安全监督',
  title: '滨江新城三期',
  facts: [{ label: '监督注册号', value: '琼海监2026-0031' }],
  call: '扫码查看工程',
  notes: ['微信扫一扫'],
  ...change,
});

test('a line ends where the next sign has no room, and nothing is left out', () => {
  const width = (text: string): number => text.length * 10;
  expect(wrapped('一二三四五', 20, width)).toEqual(['一二', '三四', '五']);
  expect(wrapped('一二 三四', 20, width)).toEqual(['一二', '三四']);
  expect(wrapped('', 20, width)).toEqual([]);
  // A sign wider than the line stands alone.
  expect(wrapped('一二', 5, width)).toEqual(['一', '二']);
});

describe('a sheet to print', () => {
  test('is A4 and no larger than a phone can draw', () => {
    expect(SHEET_SIZE.height).toBeLessThanOrEqual(1365);
    expect(Math.abs(SHEET_SIZE.width / SHEET_SIZE.height - 210 / 297)).toBeLessThan(0.001);
  });

  test('of few words has its largest code in the middle, between the facts and the call', () => {
    const { words, code } = layoutSheet(sheet(), square);
    expect(code.side).toBe(600);
    expect(code.x + code.side / 2).toBe(482.5);
    const topOf = (text: string): number => words.find((each) => each.text === text)?.y ?? NaN;
    expect(topOf('琼海监2026-0031')).toBeLessThan(code.y);
    expect(topOf('扫码查看工程')).toBeGreaterThan(code.y + code.side);
  });

  const LONG = sheet({
    title:
      '海口市江东新区起步区国际综合服务组团某某地块商业办公及地下公共停车场建设项目二期工程施工总承包三标段',
    facts: Array.from({ length: 12 }, (_, index) => ({
      label: '施工单位',
      value: `海南某某建设工程集团股份有限公司第${index}工程分公司联合体`,
    })),
  });

  test('of many words is written smaller, all of it, and its code can still be scanned', () => {
    const { words, code } = layoutSheet(LONG, square);
    expect(code.side).toBeGreaterThanOrEqual(320);
    const all = words.map(({ text }) => text).join('');
    expect(all).toContain(LONG.title);
    for (const { value } of LONG.facts) expect(all).toContain(value);
  });

  test.each([
    ['few words', sheet()],
    ['many words', LONG],
  ])('of %s stays on the paper, nothing over the code', (_, given) => {
    const { words, code } = layoutSheet(given, square);
    for (const { text, x, y, size, align } of words) {
      const left = align === 'center' ? x - square(text, size) / 2 : x;
      expect(left).toBeGreaterThanOrEqual(79.5);
      expect(left + square(text, size)).toBeLessThanOrEqual(965 - 79.5);
      expect(y).toBeGreaterThanOrEqual(80);
      expect(y + size).toBeLessThanOrEqual(1365);
      expect(y + size <= code.y || y >= code.y + code.side).toBe(true);
    }
  });
});

test('the board says what is known of the project, and nothing else', () => {
  const { title, facts } = siteSheet({
    fileID: 'cloud://e.b/codes/site.pr-hddd.png',
    name: '海甸大道改造工程',
    number: '琼海监2026-0047',
    address: '',
    stationName: '海口市质安站',
    parties: [{ unitName: '南渡江路桥工程有限公司', unitRole: 'contractor' }],
  });
  expect(title).toBe('海甸大道改造工程');
  expect(facts).toEqual([
    { label: '监督注册号', value: '琼海监2026-0047' },
    { label: '施工单位', value: '南渡江路桥工程有限公司' },
    { label: '监督机构', value: '海口市质安站' },
  ]);
});
