import { DomainError } from '../../miniprogram/domain/errors';
import { citeEvidence } from '../../miniprogram/domain/evidence/cite-evidence';
import type { Evidence } from '../../miniprogram/domain/evidence/evidence';

const NOW = '2026-11-23T02:00:00.000Z';

const evidence = (_id: string, change: Partial<Evidence> = {}): Evidence => ({
  _id,
  ownerId: 'author',
  kind: 'photo',
  type: 'jpeg',
  sha256: 'a'.repeat(64),
  bytes: 1000,
  pixels: { width: 640, height: 480 },
  durationMs: null,
  takenAt: '2999-01-01T00:00:00.000Z',
  receivedAt: '2026-11-23T01:00:00.000Z',
  place: { lng: 110.35, lat: 20.02, accuracy: 15 },
  annotates: null,
  fileID: `cloud://e.b/evidence/${_id}.jpg`,
  thumbnailID: null,
  commandHash: '',
  citedIn: null,
  check: { traceId: null, state: 'unchecked' },
  ...change,
});

const many = (count: number, prefix: string, change: Partial<Evidence> = {}): Evidence[] =>
  Array.from({ length: count }, (_, index) => evidence(`${prefix}${index}`, change));

const idsOf = (list: readonly Evidence[]): string[] => list.map(({ _id }) => _id);

const cite = (named: readonly (readonly string[])[], known: readonly Evidence[], inherited: string[] = []) =>
  citeEvidence(named, {
    evidence: new Map(known.map((each) => [each._id, each])),
    authorId: 'author',
    now: NOW,
    inherited: new Set(inherited),
  });

const refusal = (...args: Parameters<typeof cite>): string => {
  try {
    cite(...args);
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}：${error.message}`;
    throw error;
  }
  return 'accepted';
};

test('the manifest has the order given, the phone’s instant as told and the server’s beside it', () => {
  const known = [evidence('a'), evidence('b'), evidence('v', { kind: 'video', type: 'mp4' })];
  const [first, second] = cite([['b', 'v'], ['a']], known);
  expect(first?.map(({ evidenceId, kind, order }) => [evidenceId, kind, order])).toEqual([
    ['b', 'photo', 1],
    ['v', 'video', 1],
  ]);
  expect(second).toEqual([
    {
      evidenceId: 'a',
      kind: 'photo',
      sha256: 'a'.repeat(64),
      bytes: 1000,
      durationMs: null,
      order: 1,
      takenAt: '2999-01-01T00:00:00.000Z',
      receivedAt: '2026-11-23T01:00:00.000Z',
      place: { lng: 110.35, lat: 20.02, accuracy: 15 },
      annotates: null,
      fileID: 'cloud://e.b/evidence/a.jpg',
      thumbnailID: null,
    },
  ]);
});

test('twenty photos a problem and sixty in all, each with a copy; one more is named', () => {
  const photos = many(61, 'p');
  const copies = photos.map(({ _id }) => evidence(`${_id}c`, { annotates: _id }));
  const known = [...photos, ...copies];
  const findings = (ends: readonly number[]) =>
    ends.map((end, index) => idsOf(photos.slice(ends[index - 1] ?? 0, end)));
  expect(
    refusal(
      findings([20, 40, 60]).map((ids) => [...ids, ...ids.map((id) => `${id}c`)]),
      known,
    ),
  ).toBe('accepted');
  expect(refusal(findings([21]), known)).toBe('input.tooLong：第 1 个问题的照片最多 20 张，请删减');
  expect(refusal(findings([20, 40, 60, 61]), known)).toBe('input.tooLong：照片最多 60 张，请删减');
});

test('videos and recordings have bounds of their own', () => {
  const videos = many(4, 'v', { kind: 'video' });
  const voices = many(3, 's', { kind: 'voice' });
  expect(refusal([[...idsOf(videos.slice(0, 3)), ...idsOf(voices)]], [...videos, ...voices])).toBe(
    'accepted',
  );
  expect(refusal([idsOf(videos)], videos)).toBe('input.tooLong：第 1 个问题的视频最多 3 段，请删减');
});

test('unknown, foreign, used, too old or named twice: refused by its place', () => {
  const own = evidence('own');
  const cases: [Evidence, string][] = [
    [
      evidence('x', { ownerId: 'other' }),
      'evidence.notKept：没有找到第 1 个问题的第 2 张照片，或者不是您上传的',
    ],
    [evidence('x', { citedIn: 'record' }), 'evidence.used：第 1 个问题的第 2 张照片已用于另一条记录'],
    [
      evidence('x', { receivedAt: '2026-11-16T02:00:00.000Z' }),
      'evidence.expired：第 1 个问题的第 2 张照片上传已超过 7 天',
    ],
    [
      evidence('x', { kind: 'voice', citedIn: 'r' }),
      'evidence.used：第 1 个问题的第 1 段录音已用于另一条记录',
    ],
  ];
  for (const [other, words] of cases) expect(refusal([['own', 'x']], [own, other])).toContain(words);
  expect(refusal([['own', 'none']], [own])).toContain('evidence.notKept：没有找到第 1 个问题的第 2 张照片');
  expect(refusal([['own'], ['own']], [own])).toContain('evidence.twice：第 2 个问题的第 1 张照片重复');
  expect(refusal([['x']], [evidence('x', { receivedAt: '2026-11-16T02:00:00.001Z' })])).toBe('accepted');
});

test('a corrected copy uses again what the rejected record had, however old', () => {
  const old = evidence('x', { citedIn: 'rejected', receivedAt: '2026-01-01T00:00:00.000Z' });
  expect(refusal([['x']], [old], ['x'])).toBe('accepted');
  expect(refusal([['x']], [{ ...old, ownerId: 'other' }], ['x'])).toContain('evidence.notKept');
});

test('a drawn-on copy stands at its original’s place, one an original, never alone', () => {
  const known = [
    evidence('a'),
    evidence('b'),
    evidence('bc', { annotates: 'b' }),
    evidence('bd', { annotates: 'b' }),
  ];
  expect(cite([['bc', 'a', 'b']], known)[0]?.map(({ evidenceId, order }) => [evidenceId, order])).toEqual([
    ['bc', 2],
    ['a', 1],
    ['b', 2],
  ]);
  expect(refusal([['b', 'bc', 'bd']], known)).toContain('evidence.twice：第 1 个问题的第 1 张照片重复');
  expect(refusal([['a', 'bc']], known)).toContain('evidence.withoutOriginal：第 1 个问题的照片只有标注后的');
});
