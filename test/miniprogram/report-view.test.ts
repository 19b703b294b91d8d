import { CATALOGUE } from '../../cloudfunctions/_shared/catalogue';
import { INSPECTION_TYPES, type InspectionType } from '../../miniprogram/domain/inspection/inspection';
import type { Correction } from '../../miniprogram/services/inspection';
import { chosenAgain, spokenNames } from '../../miniprogram/view/report-choices';
import { formOfCorrection, lostWords } from '../../miniprogram/view/report-correction';
import { emptyProblem } from '../../miniprogram/view/report-form';
import { PART_WHEEL, partWith, recentParts, wheelPart } from '../../miniprogram/view/report-part';
import { problemCard, sameWords } from '../../miniprogram/view/report-problem';
import { quickEntries } from '../../miniprogram/view/report-terms';

const ENTRIES = [...CATALOGUE.values()];
const TERM = CATALOGUE.get('S-SCO-004');
if (!TERM) throw new Error('the catalogue lost S-SCO-004');

describe('抽查部位', () => {
  test.each([
    [[0, 0, 0], ''],
    [[3, 15, 1], '3 号楼 12 层外架'],
    [[30, 0, 0], '30 号楼'],
    [[31, 3, 0], '地下室 地下 1 层'],
    [[0, 63, 0], '60 层'],
    [[0, 0, 8], '基坑'],
  ])('the wheel at %j says %s', (rows, part) => {
    expect(wheelPart(rows)).toBe(part);
  });

  test('the wheel has 30 buildings, three floors below the ground and sixty above', () => {
    const [buildings = [], floors = []] = PART_WHEEL;
    expect(buildings.filter((name) => name.endsWith('号楼'))).toHaveLength(30);
    expect(floors.slice(1, 5)).toEqual(['地下 3 层', '地下 2 层', '地下 1 层', '1 层']);
    expect(floors.at(-1)).toBe('60 层');
  });

  test('what was chosen makes room for the next choice, what was typed stays', () => {
    expect(partWith('', '', '1 号楼')).toBe('1 号楼');
    expect(partWith('1 号楼', '1 号楼', '2 号楼')).toBe('2 号楼');
    expect(partWith('东侧 ', '1 号楼', '2 号楼')).toBe('东侧、2 号楼');
    expect(partWith('长'.repeat(199), '', '2 号楼')).toHaveLength(200);
  });

  test('chips are this project’s, short, and four at most', () => {
    const used = [
      ...['1 号楼', '2 号楼', '太长'.repeat(9), '3 号楼', '4 号楼', '5 号楼'].map((part) => ({
        projectId: 'a',
        part,
      })),
    ];
    const parts = recentParts([{ projectId: 'b', part: '别处' }, ...used], 'a');
    expect(parts).toEqual(['1 号楼', '2 号楼', '3 号楼', '4 号楼']);
  });
});

describe('常用条目', () => {
  test.each(Object.keys(INSPECTION_TYPES) as InspectionType[])(
    '%s: four, of the type, where the phone remembers nothing',
    (type) => {
      const quick = quickEntries(ENTRIES, type, [], []);
      expect(quick).toHaveLength(4);
      for (const { id } of quick) expect(CATALOGUE.get(id)?.types).toContain(type);
    },
  );

  test('what was used lately comes first; what is chosen or of another type is not offered', () => {
    const ids = (chosen: string[]) =>
      quickEntries(ENTRIES, 'safety', ['Q-REB-005', 'S-SCO-004', 'S-PIT-006'], chosen).map(({ id }) => id);
    expect(ids([])).toEqual(['S-SCO-004', 'S-PIT-006', 'S-HGH-008', 'S-HGH-005']);
    expect(ids(['S-SCO-004', 'S-HGH-008'])).toEqual(['S-PIT-006', 'S-HGH-005', 'S-TEL-005', 'S-SCK-008']);
  });

  test('without the catalogue none is offered', () => {
    expect(quickEntries([], 'safety', ['S-SCO-004'], [])).toEqual([]);
  });
});

const PERSON = { personId: 'p1', name: '王立新', position: '站长', organisation: '海口市质安站' };
const OTHER = { ...PERSON, personId: 'p2', name: '林淑芬' };
const PEOPLE = {
  project: {
    projectId: 'pr',
    name: '',
    number: '',
    address: '',
    isLocated: false,
    state: 'supervised' as const,
    position: null,
  },
  reviewers: [PERSON, OTHER],
  partners: [OTHER],
  recipients: [],
  units: [],
};

describe('the last choices', () => {
  test('stand again in their order', () => {
    const last = { partnerId: 'p2', reviewerIds: ['p2', 'p1'], recipientIds: [] };
    expect(chosenAgain(PEOPLE, last)).toEqual({
      partner: OTHER,
      reviewers: [OTHER, PERSON],
      recipients: [],
      note: '已沿用上次的人员，请核对',
    });
  });

  test('without those who can no longer be named, which is said', () => {
    const last = { partnerId: 'p9', reviewerIds: ['p1'], recipientIds: ['p8'] };
    expect(chosenAgain(PEOPLE, last)).toEqual({
      partner: null,
      reviewers: [PERSON],
      recipients: [],
      note: '已沿用上次的人员；有 2 人已不可选，请核对',
    });
  });

  test('of nobody say nothing', () => {
    expect(chosenAgain(PEOPLE, { partnerId: null, reviewerIds: [], recipientIds: [] }).note).toBe('');
  });

  test('a row names three and counts the rest', () => {
    const named = (...names: string[]) => spokenNames(names.map((name) => ({ name })));
    expect(named()).toBe('');
    expect(named('甲', '乙', '丙')).toBe('甲、乙、丙');
    expect(named('甲', '乙', '丙', '丁')).toBe('甲、乙、丙 等 4 人');
  });
});

const PLAIN = { durationMs: null, posterPath: '', drawing: null, shownPath: 's' };

describe('a problem’s card', () => {
  const before = {
    inspectionId: 'i1',
    submittedAt: '2026-03-05T03:00:00Z',
    authorName: '陈海生',
    part: '3 号楼',
  };
  const now = '2026-11-23T02:00:00Z';

  test('says when the same was found here', () => {
    expect(sameWords(before, now)).toBe('本工程 3 月 5 日也有此问题（陈海生，3 号楼）');
    expect(sameWords({ ...before, submittedAt: '2025-03-05T03:00:00Z' }, now)).toBe(
      '本工程 2025 年 3 月 5 日也有此问题（陈海生，3 号楼）',
    );
    // 00:30 of the day before in Hainan.
    expect(sameWords({ ...before, submittedAt: '2026-11-21T16:30:00Z' }, now)).toBe(
      '本工程昨天也有此问题（陈海生，3 号楼）',
    );
  });

  const surroundings = { units: [], quick: [], same: new Map([['S-SCO-004', before]]), now };

  test('untouched has no tag and says so', () => {
    expect(problemCard(emptyProblem(1), surroundings)).toMatchObject({ tag: null, summary: '还没有内容' });
  });

  test('folded says what it holds; the entry points at the record before', () => {
    const file = { path: 'a', bytes: 1, sha256: 'a', takenAt: '', place: null, evidenceIds: null, ...PLAIN };
    const photos = [{ ...file, kind: 'photo' as const }];
    const voices = [{ ...file, kind: 'voice' as const }];
    const card = problemCard({ ...emptyProblem(1), photos, voices, entries: [TERM, TERM] }, surroundings);
    expect(card.summary).toBe('1 图 · 1 录音 · 作业层脚手板未满铺、临边防护或层间防护不严 · 等 2 条');
    expect(card.tag).toEqual({ word: '严重', tone: 'waiting', sign: '' });
    expect(card.words).toBe('严重 · 责令整改 · 1 天内整改');
    expect(card.entries[0]).toMatchObject({
      same: '本工程 3 月 5 日也有此问题（陈海生，3 号楼）',
      sameId: 'i1',
    });
  });

  test('zero days are that day', () => {
    const card = problemCard({ ...emptyProblem(1), supplement: '甲', judged: { days: 0 } }, surroundings);
    expect(card.words).toBe('一般 · 责令整改 · 当日整改');
  });
});

test('a corrected copy is filled in from the rejected record: evidence stays, only own judgements are kept as such', () => {
  const sent = { sha256: 'a', bytes: 5, takenAt: 't', url: 'https://a' };
  const finding = {
    evidence: [
      { ...sent, kind: 'voice' as const, thumbnailUrl: null, durationMs: 4000, evidenceIds: ['e2'] },
      {
        ...sent,
        kind: 'photo' as const,
        thumbnailUrl: 'https://a-s',
        durationMs: null,
        evidenceIds: ['e1', 'e1c'],
      },
    ],
    cited: [{ id: 'S-SCO-004', text: '脚手板' }],
    supplement: '东侧',
    severity: 'major' as const,
    unitId: null,
    action: 'rectify' as const,
    days: 1,
  } satisfies Correction['findings'][number];
  const correction: Omit<Correction, 'people'> = {
    inspectionId: 'i0',
    reason: '请补拍',
    projectId: 'pr',
    type: 'safety',
    part: '3 号楼',
    isClear: false,
    findings: [finding],
    attendance: { unitId: 'u', name: '赵铁山', signature: null, refusal: '不认可' },
    partnerId: null,
    reviewerIds: [],
    recipientIds: [],
  };
  const kept = {
    path: 'https://a',
    bytes: 5,
    sha256: 'a',
    takenAt: 't',
    place: null,
    posterPath: '',
    drawing: null,
  };
  const correct = (given: Omit<Correction, 'people'>) => formOfCorrection(given, [TERM], []);
  expect(correct(correction)).toEqual({
    type: 'safety',
    part: '3 号楼',
    isClear: false,
    previousId: 'i0',
    attendance: { unitId: 'u', name: '赵铁山', signature: null, refusal: '不认可' },
    problems: [
      {
        key: 1,
        photos: [
          { ...kept, kind: 'photo', shownPath: 'https://a-s', durationMs: null, evidenceIds: ['e1', 'e1c'] },
        ],
        videos: [],
        voices: [{ ...kept, kind: 'voice', shownPath: 'https://a', durationMs: 4000, evidenceIds: ['e2'] }],
        entries: [TERM],
        supplement: '东侧',
        // Proposed: 严重, no unit, 责令整改, 1 day.
        judged: { severity: 'major' },
      },
    ],
  });
  expect(correct({ ...correction, isClear: true, findings: [] }).problems).toEqual([emptyProblem(1)]);
});

test('what a rejected record cited and the catalogue has no more is said by name', () => {
  const cited = [
    { id: TERM.id, text: TERM.text },
    { id: 'S-OLD-001', text: '旧条目' },
  ];
  const finding = { cited } as unknown as Correction['findings'][number];
  expect(lostWords({ findings: [finding] }, [TERM])).toBe(
    '“旧条目”已不在现行目录中，没有带入，请另选条目或写入问题补充说明',
  );
  expect(lostWords({ findings: [{ ...finding, cited: cited.slice(0, 1) }] }, [TERM])).toBe('');
});
