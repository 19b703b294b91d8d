import type { InspectionView } from '../../miniprogram/services/inspection';
import {
  choicesOf,
  comparedOf,
  inFours,
  itemsOfRecord,
  nearPlaces,
  originalFacts,
  spokenBytes,
  wantedOf,
  type ViewerItem,
} from '../../miniprogram/view/viewer';

const TAKEN = '2026-11-23T01:40:05.000Z';
const RECEIVED = '2026-11-23T01:49:00.000Z';
const file = (evidenceId: string, order: number) => ({
  ...{ evidenceId, order, durationMs: null, takenAt: TAKEN, receivedAt: RECEIVED },
});
const photo = (evidenceId: string, order: number, shownId: string | null = null) => ({
  ...{ ...file(evidenceId, order), shownId, thumbnailUrl: `https://s/${evidenceId}`, isDoubtful: false },
});
const finding = (order: number, evidence: object) =>
  ({
    order,
    photos: [],
    videos: [],
    voices: [],
    ...evidence,
  }) as unknown as InspectionView['findings'][number];

const item = (change: Partial<ViewerItem> = {}): ViewerItem => ({
  ...{ kind: 'photo', title: '问题 1 第 1 张', path: '', evidenceId: 'e1', shownId: null },
  ...{ thumbnailUrl: '', takenAt: TAKEN, receivedAt: RECEIVED },
  ...change,
});
const OF = { inspectionId: 'i1' };

test('a record’s evidence in the order of its page, the signature last', () => {
  const items = itemsOfRecord({
    findings: [
      finding(1, {
        photos: [photo('a', 1, 'a2'), photo('b', 2)],
        videos: [{ ...file('v', 1), thumbnailUrl: null }],
      }),
      finding(2, { photos: [photo('c', 1)], voices: [{ ...file('s', 1), url: 'https://s/s' }] }),
    ],
    attendance: {
      unit: { name: '琼建', role: '施工单位' },
      name: '赵铁山',
      signature: { ...file('g', 1), url: 'https://s/g' },
      refusal: '',
    },
  });
  expect(items.map(({ title, kind, evidenceId, shownId }) => [title, kind, evidenceId, shownId])).toEqual([
    ['问题 1 第 1 张', 'photo', 'a', 'a2'],
    ['问题 1 第 2 张', 'photo', 'b', null],
    ['问题 1 第 1 段视频', 'video', 'v', null],
    ['问题 2 第 1 张', 'photo', 'c', null],
    ['问题 2 第 1 段录音', 'voice', 's', null],
    ['现场签字', 'photo', 'g', null],
  ]);
  expect(items.map(({ thumbnailUrl }) => thumbnailUrl)).toEqual([
    ...['https://s/a', 'https://s/b', '', 'https://s/c', '', 'https://s/g'],
  ]);
  expect(items.every(({ path, takenAt }) => path === '' && takenAt === TAKEN)).toBe(true);
});

test.each([
  [0, 1, [0]],
  [0, 60, [0, 1]],
  [30, 60, [29, 30, 31]],
  [59, 60, [58, 59]],
])('near %i of %i are %j: never more than three', (at, count, places) => {
  expect(nearPlaces(at, count)).toEqual(places);
});

test('the copy shown and the original are asked for, and what it is compared with in its own record', () => {
  expect(wantedOf(item({ shownId: 'e2' }), OF)).toEqual([
    { evidenceId: 'e2', of: OF },
    { evidenceId: 'e1', of: OF },
  ]);
  const before = { title: '整改前', path: '', evidenceId: 'b1', of: { inspectionId: 'i0' } };
  expect(wantedOf(item({ beside: before }), OF)).toEqual([
    { evidenceId: 'e1', of: OF },
    { evidenceId: 'b1', of: { inspectionId: 'i0' } },
  ]);
  expect(wantedOf(item({ path: 'wxfile://a', evidenceId: null }), null)).toEqual([]);
});

test('what may be done with an item', () => {
  expect(choicesOf(item(), OF)).toEqual({ hasOriginal: true, canCompare: false });
  expect(choicesOf(item({ shownId: 'e2' }), OF)).toEqual({ hasOriginal: true, canCompare: true });
  expect(choicesOf(item({ kind: 'voice' }), OF)).toEqual({ hasOriginal: true, canCompare: false });
  expect(choicesOf(item({ path: 'wxfile://a', evidenceId: null }), null)).toEqual({
    hasOriginal: false,
    canCompare: false,
  });
});

test('one above the other: before, what is shown, the original', () => {
  expect(comparedOf(item({ shownId: 'e2' }))).toEqual([
    { title: '标注后', path: '', evidenceId: 'e2' },
    { title: '原件', path: '', evidenceId: 'e1' },
  ]);
  const beside = { title: '整改前', path: '', evidenceId: 'b1', of: OF };
  const reply = item({ title: '整改后', path: 'wxfile://a', evidenceId: null, beside });
  expect(comparedOf(reply)).toEqual([
    { title: '整改前', path: '', evidenceId: 'b1' },
    { title: '整改后', path: 'wxfile://a', evidenceId: null },
  ]);
});

test('a hash in fours, bytes as people say them and exactly', () => {
  expect(inFours('0123456789ab')).toBe('0123 4567 89ab');
  expect(inFours('a'.repeat(64)).split(' ')).toHaveLength(16);
  expect(spokenBytes(980)).toBe('980 字节');
  expect(spokenBytes(26666)).toBe('26.0 KB（26,666 字节）');
  expect(spokenBytes(5 * 1024 * 1024)).toBe('5.0 MB（5,242,880 字节）');
});

test('when an original was made and received, in Hainan’s time to the second', () => {
  const viewed = {
    ...{
      evidenceId: 'e1',
      kind: 'photo' as const,
      sha256: 'ab12cd34',
      bytes: 10,
      url: null,
      thumbnailUrl: null,
    },
    ...{ takenAt: TAKEN, receivedAt: RECEIVED },
  };
  expect(originalFacts(viewed)).toEqual({
    sha256: 'ab12cd34',
    hash: 'ab12 cd34',
    facts: [
      { label: '拍摄时间（手机）', value: '2026-11-23 09:40:05' },
      { label: '收到时间（服务器）', value: '2026-11-23 09:49:00' },
      { label: '大小', value: '10 字节' },
    ],
  });
});
