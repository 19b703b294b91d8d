import type { InspectionView } from '../../miniprogram/services/inspection';
import { findingCards, unfolded } from '../../miniprogram/view/inspection-finding';

type Finding = InspectionView['findings'][number];

const entry = (number: number): Finding['cited'][number] => ({
  kind: '标准术语',
  text: `条目 ${number}`,
  basis: '依据',
  severity: 'serious',
  severityName: '严重',
});
const photo = (number: number): Finding['photos'][number] => ({
  evidenceId: `e${number}`,
  shownId: null,
  thumbnailUrl: `https://x/${number}.jpg`,
  isDoubtful: false,
  order: number + 1,
  durationMs: null,
  takenAt: '2026-11-23T02:00:00.000Z',
  receivedAt: '2026-11-23T02:00:00.000Z',
});
const finding = (order: number, entries: number, photos = 0, supplement = ''): Finding => ({
  order,
  supplement,
  severity: 'serious',
  severityName: '严重',
  unit: null,
  actionName: '责令整改',
  days: null,
  photos: Array.from({ length: photos }, (_, at) => photo(at)),
  videos: [],
  voices: [],
  cited: Array.from({ length: entries }, (_, at) => entry(at)),
});

test('a usual record is shown whole', () => {
  const cards = findingCards([finding(1, 5, 6, '说明'.repeat(200)), finding(2, 3, 4)], []);
  expect(cards.map(({ cited, photos, more }) => [cited.length, photos.length, more])).toEqual([
    [5, 6, ''],
    [3, 4, ''],
  ]);
});

test('of the largest record each problem shows a part, and says what is unfolded by a tap', () => {
  const findings = Array.from({ length: 10 }, (_, at) => finding(at + 1, 20, 20, '说'.repeat(2000)));
  const cards = findingCards(findings, []);
  expect(cards.reduce((sum, { cited }) => sum + cited.length, 0)).toBe(10);
  expect(cards[0]?.more).toBe('展开全部（20 条标准规范及违法违规行为，20 张照片）');
  expect(cards[0]?.supplement).toBe(`${'说'.repeat(90)}…`);
  // The first screen's 16 KB, with room for the people and what happened.
  expect(Buffer.byteLength(JSON.stringify(cards))).toBeLessThan(12 * 1024);
  const [first, second] = findingCards(findings, [1]);
  expect(first).toMatchObject({ more: '', supplement: '说'.repeat(2000) });
  expect(first?.cited).toHaveLength(20);
  expect(first?.photos).toHaveLength(20);
  expect(second?.cited).toHaveLength(1);
});

test('two problems are unfolded at once; the one before them folds again', () => {
  expect(unfolded([], 3)).toEqual([3]);
  expect(unfolded([3], 5)).toEqual([3, 5]);
  expect(unfolded([3, 5], 1)).toEqual([5, 1]);
  expect(unfolded([3, 5], 3)).toEqual([5, 3]);
});

test('the severity is said once: an entry tells its own where it is another', () => {
  const graver = { ...entry(1), severity: 'major' as const, severityName: '重大' as const };
  const [card] = findingCards([{ ...finding(1, 0), cited: [entry(0), graver] }], []);
  expect(card?.cited.map(({ about }) => about)).toEqual([
    '标准术语\u00a0· 依据',
    '重大\u00a0· 标准术语\u00a0· 依据',
  ]);
});
