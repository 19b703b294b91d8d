import type { CatalogueEntry } from '../../miniprogram/domain/catalogue/catalogue';
import type { EvidenceKind } from '../../miniprogram/domain/evidence/kinds';
import { freshOnes, roomFor, type FormEvidence } from '../../miniprogram/view/report-evidence';
import {
  commandOf,
  EMPTY_FORM,
  emptyProblem,
  entriesOutside,
  faultsOf,
  firstFault,
  judgementOf,
  numberedEvidence,
  type ProblemDraft,
  type ReportForm,
} from '../../miniprogram/view/report-form';
import { reportReview } from '../../miniprogram/view/report-review';

const UNITS = [
  { unitId: 'u-owner', unitName: '滨江置业', unitRole: 'owner' },
  { unitId: 'u-build', unitName: '海南某建工', unitRole: 'contractor' },
] as const;

const entry = (id: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  kind: 'term',
  domain: 'safety',
  group: '',
  discipline: '',
  disciplineName: '',
  text: `条目 ${id}`,
  basis: '',
  severity: 'serious',
  subjects: ['contractor'],
  action: 'rectify',
  days: 3,
  types: ['safety', 'comprehensive'],
  initials: '',
  ...more,
});

const file = (kind: EvidenceKind, sha256: string): FormEvidence => ({
  kind,
  path: `wxfile://${sha256}`,
  bytes: 100,
  sha256,
  takenAt: '2026-11-23T02:00:00.000Z',
  durationMs: null,
  posterPath: '',
  drawing: null,
  shownPath: `wxfile://${sha256}-small`,
  place: null,
  evidenceIds: null,
});
const photo = (sha256: string): FormEvidence => file('photo', sha256);

const problem = (key: number, more: Partial<ProblemDraft>): ProblemDraft => ({
  ...emptyProblem(key),
  ...more,
});

const PERSON = { personId: 'p1', name: '王立新', position: '站长', organisation: '海口市质安站' };
const FORM: ReportForm = {
  ...EMPTY_FORM,
  project: { projectId: 'pr', name: '滨江新城三期 A 区' },
  part: ' 3 号楼 ',
  units: UNITS,
  problems: [
    problem(1, {
      photos: [photo('a'), photo('b')],
      voices: [file('voice', 's')],
      entries: [entry('S-1')],
    }),
    problem(4, { supplement: ' 栏杆缺失 ', judged: { severity: 'major', days: null } }),
  ],
};

test.each([
  [2000, undefined],
  [2001, '问题补充说明最多 2000 字，请删减'],
])('a supplement of %i characters', (length, sentence) => {
  const problems = [problem(1, { supplement: '长'.repeat(length) })];
  expect(faultsOf({ ...FORM, problems }).problems[0]).toBe(sentence);
});

test.each([
  [-1, true],
  [0, false],
  [365, false],
  [366, true],
  [1.5, true],
  [NaN, true],
  [null, false],
])('a term of %p days is a fault: %p', (days, isFault) => {
  const problems = [problem(1, { supplement: '栏杆', judged: { days } })];
  expect(faultsOf({ ...FORM, problems }).problems[0]).toBe(
    isFault ? '整改期限须是 0 到 365 天的整数，请重新填写' : undefined,
  );
});

test('every problem tells its own fault, and the first on the page is gone to', () => {
  const problems = [problem(1, { supplement: '栏杆' }), problem(2, { supplement: '  ' })];
  const faults = faultsOf({ ...FORM, problems });
  expect(faults).toEqual({
    problems: { 1: '还没有描述问题，请拍照、选取标准规范及违法违规行为或填写问题补充说明' },
  });
  expect(firstFault(faults)).toBe('problem-1');
  expect(firstFault(faultsOf({ ...FORM, problems, part: ' ' }))).toBe('part');
  expect(firstFault(faultsOf(EMPTY_FORM))).toBe('project');
  expect(firstFault(faultsOf(FORM))).toBe('');
});

test('未发现问题 needs no problem and sends none', () => {
  const form = { ...FORM, isClear: true, problems: [emptyProblem(1)] };
  expect(faultsOf(form)).toEqual({ problems: {} });
  expect(numberedEvidence(form)).toEqual([]);
  expect(commandOf(form, 'r', new Map())).toMatchObject({ isClear: true, findings: [] });
});

test('the type’s terms are looked for in all problems', () => {
  const problems = [
    problem(1, { entries: [entry('S-1'), entry('Q-1', { types: ['quality', 'comprehensive'] })] }),
    problem(2, { entries: [entry('Q-2', { types: ['quality'] })] }),
  ];
  expect(entriesOutside('safety', problems).map(({ id }) => id)).toEqual(['Q-1', 'Q-2']);
  expect(entriesOutside('quality', problems).map(({ id }) => id)).toEqual(['S-1']);
});

test('the judgement is what the entries propose, but for what the person judged', () => {
  const entries = [entry('S-1'), entry('S-2', { severity: 'general', days: 1, subjects: ['owner'] })];
  expect(judgementOf(problem(1, { entries }), UNITS)).toEqual({
    severity: 'serious',
    unitId: 'u-build',
    action: 'rectify',
    days: 1,
  });
  const judged = { unitId: 'u-owner', days: 7 };
  expect(judgementOf(problem(1, { entries, judged }), UNITS)).toEqual({
    severity: 'serious',
    unitId: 'u-owner',
    action: 'rectify',
    days: 7,
  });
});

test('a file is kept once in the whole report', () => {
  const problems = [problem(1, { photos: [photo('a')] }), problem(2, { voices: [file('voice', 'b')] })];
  const taken = [photo('b'), photo('c'), photo('c'), photo('a')];
  expect(freshOnes(problems, taken)).toEqual([photo('c')]);
});

test('evidence has its number among those of its kind in its problem', () => {
  const numbered = numberedEvidence({ ...FORM, problems: [...FORM.problems, ...FORM.problems] });
  expect(numbered.map(({ file: { sha256 }, order, problem: place }) => [sha256, order, place])).toEqual([
    ['a', 1, 1],
    ['b', 2, 1],
    ['s', 1, 1],
    ['a', 1, 3],
    ['b', 2, 3],
    ['s', 1, 3],
  ]);
});

test('20 photos a problem, 60 a record; 3 videos and 3 recordings a problem, 10 a record', () => {
  const full = (key: number, count: number) =>
    problem(key, { photos: Array.from({ length: count }, (_, index) => photo(`${key}-${index}`)) });
  expect(roomFor('photo', [full(1, 18)], 0)).toBe(2);
  expect(roomFor('photo', [full(1, 20), full(2, 20), full(3, 15), full(4, 0)], 3)).toBe(5);
  expect(roomFor('photo', [full(1, 20), full(2, 20), full(3, 20), full(4, 0)], 3)).toBe(0);
  const filmed = (key: number, count: number) =>
    problem(key, { videos: Array.from({ length: count }, (_, index) => file('video', `${key}-${index}`)) });
  expect(roomFor('video', [filmed(1, 1)], 0)).toBe(2);
  expect(roomFor('video', [filmed(1, 3), filmed(2, 3), filmed(3, 3), filmed(4, 0)], 3)).toBe(1);
  expect(roomFor('voice', [filmed(1, 3)], 0)).toBe(3);
});

test('the command has every problem in order, its files by the evidence they became', () => {
  const evidenceIds = new Map([
    ['s', ['e-s']],
    ['a', ['e-a', 'e-a-shown']],
    ['b', ['e-b']],
  ]);
  const form = { ...FORM, partner: PERSON, previousId: 'i0', reviewers: [PERSON] };
  expect(commandOf(form, 'r-1', evidenceIds)).toEqual({
    requestId: 'r-1',
    projectId: 'pr',
    type: 'comprehensive',
    part: '3 号楼',
    isClear: false,
    findings: [
      {
        evidenceIds: ['e-a', 'e-a-shown', 'e-b', 'e-s'],
        catalogueIds: ['S-1'],
        supplement: '',
        severity: 'serious',
        unitId: 'u-build',
        action: 'rectify',
        days: 3,
      },
      {
        evidenceIds: [],
        catalogueIds: [],
        supplement: '栏杆缺失',
        severity: 'major',
        unitId: null,
        action: 'rectify',
        days: null,
      },
    ],
    attendance: null,
    reviewerIds: ['p1'],
    recipientIds: [],
    partnerId: 'p1',
    previousId: 'i0',
  });
});

describe('the review sheet', () => {
  test('has the form’s own words, those of the manual’s 3.2.1', () => {
    const { facts, problems, people, fileCount } = reportReview({ ...FORM, recipients: [PERSON] });
    expect(facts.map(({ label }) => label)).toEqual(['工程名称', '抽查类型', '抽查部位']);
    expect(problems).toEqual([
      {
        title: '问题 1',
        tag: { word: '严重', tone: 'waiting', sign: '' },
        rows: [
          { label: '标准规范及违法违规行为', value: '1. 条目 S-1' },
          { label: '判定', value: '严重 · 海南某建工（施工单位） · 责令整改 · 3 天内整改' },
        ],
        photos: ['wxfile://a-small', 'wxfile://b-small'],
        sounds: '1 录音',
      },
      {
        title: '问题 2',
        tag: { word: '重大', tone: 'bad', sign: '' },
        rows: [
          { label: '问题补充说明', value: '栏杆缺失' },
          { label: '判定', value: '重大 · 责令整改' },
        ],
        photos: [],
        sounds: '',
      },
    ]);
    expect(people).toEqual([
      { label: '上报接收人', value: '未选：无需审核，直接下达' },
      { label: '下达接收人', value: '王立新（海口市质安站 站长）' },
    ]);
    expect(fileCount).toBe(3);
  });

  test('names everybody and says that one of several reviewers is enough', () => {
    const other = { ...PERSON, personId: 'p2', name: '林淑芬', position: '副站长' };
    const { people } = reportReview({ ...FORM, partner: other, reviewers: [PERSON, other] });
    expect(people).toEqual([
      { label: '共同检查人', value: '林淑芬（海口市质安站 副站长）' },
      {
        label: '上报接收人',
        value: '王立新（海口市质安站 站长）\n林淑芬（海口市质安站 副站长）\n其中一人审核即可',
      },
      { label: '下达接收人', value: '未选：作为监督内档，不发给任何人' },
    ]);
  });

  test('未发现问题 stands where the problems would', () => {
    const { facts, problems } = reportReview({ ...FORM, isClear: true });
    expect(facts[3]).toEqual({ label: '问题描述', value: '未发现问题' });
    expect(problems).toEqual([]);
  });
});
