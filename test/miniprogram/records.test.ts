import type { InspectionView } from '../../miniprogram/services/inspection';
import { inspectionPage, otherPeople } from '../../miniprogram/view/inspection-page';
import {
  recordCard,
  RECORD_SAMENESS,
  spokenCount,
  type ListedInspection,
} from '../../miniprogram/view/inspection-view';

const NOW = '2026-11-23T02:00:00.000Z';

const row: ListedInspection = {
  inspectionId: 'i1',
  projectName: '滨江新城三期 A 区',
  at: '2026-11-23T01:50:00.000Z',
  status: 'pendingReview',
  type: 'safety',
  part: '3 号楼 12 层外架',
  authorName: '陈海生',
  submittedAt: '2026-11-23T01:50:00.000Z',
  isClear: false,
  findingCount: 1,
  photoCount: 4,
  generalCount: 2,
  seriousCount: 0,
  majorCount: 1,
  isUnread: true,
  isInternal: false,
  reason: '',
  box: null,
  thumbnails: ['https://store/a.jpg?sign=1', 'https://store/b.jpg?sign=1'],
};

describe('a card of a record', () => {
  test('what it says of a record that waits', () => {
    expect(recordCard(row, NOW)).toEqual({
      id: 'i1',
      title: '滨江新城三期 A 区',
      subtitle: '安全\u00a0· 3 号楼 12 层外架\u00a0· 陈海生',
      tag: { word: '待审核', tone: 'waiting', sign: '…' },
      chips: [
        { word: '重大 1', tone: 'bad', sign: '' },
        { word: '一般 2', tone: 'neutral', sign: '' },
      ],
      when: '10 分钟前',
      note: '',
      isUnread: true,
      thumbnails: row.thumbnails,
      photos: '4 图',
      spoken:
        '未读，滨江新城三期 A 区，安全\u00a0· 3 号楼 12 层外架\u00a0· 陈海生，待审核，重大 1，一般 2，4 张照片，10 分钟前',
    });
  });

  test('without cited entries it counts problems; the reason of a rejection and 内档 stand on it', () => {
    const other = {
      ...row,
      generalCount: 0,
      majorCount: 0,
      photoCount: 0,
      isInternal: true,
      reason: '照片不清',
    };
    expect(recordCard(other, NOW)).toMatchObject({
      chips: [{ word: '问题 1' }, { word: '监督内档' }],
      note: '原因：照片不清',
      photos: '',
    });
  });

  test('未发现问题 is said, and a duty of the partner by what is waited for', () => {
    const clear = { ...row, isClear: true, findingCount: 0, generalCount: 0, majorCount: 0 };
    expect(recordCard(clear, NOW).chips).toEqual([{ word: '未发现问题', tone: 'good', sign: '' }]);
    expect(recordCard({ ...row, box: 'inspection.toConfirm' }, NOW).tag.word).toBe('待确认');
    expect(recordCard({ ...row, box: 'inspection.toReview' }, NOW).tag.word).toBe('待审核');
  });

  test('the same photo under another signature is the same card; another photo or state is not', () => {
    const content = (change: Partial<ListedInspection>) =>
      RECORD_SAMENESS.contentOf(recordCard({ ...row, ...change }, NOW));
    const signed = (number: number) => row.thumbnails.map((url) => url.replace(/1$/, String(number)));
    expect(content({ thumbnails: signed(2) })).toBe(content({}));
    expect(content({ thumbnails: ['https://store/c.jpg?sign=1'] })).not.toBe(content({}));
    expect(content({ status: 'effective' })).not.toBe(content({}));
  });

  test.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('%i that wait are said as “%s”', (count, words) => expect(spokenCount(count)).toBe(words));
});

const person = (name: string, organisation: string, position: string) => ({
  personId: name,
  name,
  organisation,
  position,
});
const WANG = person('王立新', '海口市质安站', '站长');
const LIN = person('林淑芬', '海口市质安站', '副站长');
const ZHAO = { ...person('赵铁山', '琼建示范建工集团有限公司', '项目经理'), readAt: null };

const record: InspectionView = {
  inspectionId: 'i1',
  status: 'pendingReview',
  isInternal: false,
  project: { projectId: 'p', name: '滨江新城三期 A 区', number: '琼海监2026-0031' },
  stationName: '海口市质安站',
  type: 'safety',
  part: '3 号楼',
  isClear: false,
  attendance: null,
  author: person('陈海生', '海口市质安站', '监督员'),
  partner: null,
  citedIds: [],
  past: null,
  previous: null,
  nextId: null,
  submittedAt: '2026-11-23T01:50:00.000Z',
  effectiveAt: null,
  findings: [
    {
      order: 1,
      supplement: '',
      severity: 'major',
      severityName: '重大',
      unit: null,
      actionName: '责令整改',
      days: null,
      photos: [],
      videos: [],
      voices: [],
      cited: [
        { kind: '标准术语', text: '一般问题', basis: '甲', severity: 'general', severityName: '一般' },
        { kind: '标准术语', text: '重大问题', basis: '乙', severity: 'major', severityName: '重大' },
      ],
    },
  ],
  reviewers: [WANG, LIN],
  tellsReaders: false,
  recipients: [ZHAO],
  timeline: [{ kind: 'submitted', at: '2026-11-23T01:50:00.000Z', by: '陈海生', reason: '' }],
  rejectionReason: '',
  actions: ['approve', 'reject'],
};

const UNMARKED = { tag: null, when: '' };
const [one] = record.findings as [InspectionView['findings'][number]];

const file = {
  ...{ order: 1, durationMs: null },
  ...{ takenAt: '2026-11-23T01:40:00.000Z', receivedAt: '2026-11-23T01:49:00.000Z' },
};
const photo = { ...file, evidenceId: 'e1', shownId: 'e2', thumbnailUrl: 'https://s/1', isDoubtful: false };

describe('the page of a record', () => {
  test('its evidence by kind; what has no address stays in its place', () => {
    const finding = {
      ...one,
      photos: [photo, { ...photo, evidenceId: 'e3', order: 2, thumbnailUrl: null, isDoubtful: true }],
      videos: [{ ...file, evidenceId: 'v1', durationMs: 32_000, thumbnailUrl: null }],
      voices: [{ ...file, evidenceId: 's1', durationMs: 4000, url: 'https://s/2' }],
    };
    expect(inspectionPage({ ...record, findings: [finding] }).findings[0]).toMatchObject({
      photoIds: ['e1', 'e3'],
      photos: ['https://s/1', ''],
      doubtful: [false, true],
      videos: [{ evidenceId: 'v1', poster: '', length: '0:32' }],
      voices: [{ evidenceId: 's1', src: 'https://s/2', durationMs: 4000 }],
    });
  });

  test('现场签字 with its picture, or 拒签 with its reason; nothing where nobody was asked', () => {
    const unit = { name: '琼建', role: '施工单位' as const };
    const signature = { ...file, evidenceId: 'g1', url: 'https://s/3' };
    const of = (attendance: InspectionView['attendance']) =>
      inspectionPage({ ...record, attendance }).attendance;
    expect(of(null)).toBeNull();
    expect(of({ unit, name: '赵铁山', signature, refusal: '' })).toMatchObject({
      name: '赵铁山',
      unit: '琼建（施工单位）',
      isSigned: true,
      evidenceId: 'g1',
      picture: 'https://s/3',
    });
    expect(of({ unit, name: '', signature: null, refusal: '不认可' })).toMatchObject({
      isSigned: false,
      picture: '',
      refusal: '不认可',
      tag: { word: '拒签' },
    });
  });

  test('people stand in groups, entries by their number', () => {
    const page = inspectionPage(record);
    expect(page.people).toEqual([
      {
        label: '提交人',
        people: [{ name: '陈海生', what: '海口市质安站\u00a0· 监督员', ...UNMARKED }],
        moreCount: 0,
      },
      {
        label: '上报接收人',
        people: [
          { name: '王立新', what: '海口市质安站\u00a0· 站长', ...UNMARKED },
          { name: '林淑芬', what: '海口市质安站\u00a0· 副站长', ...UNMARKED },
        ],
        moreCount: 0,
      },
      {
        label: '下达接收人',
        people: [{ name: '赵铁山', what: '琼建示范建工集团有限公司\u00a0· 项目经理', ...UNMARKED }],
        moreCount: 0,
      },
    ]);
    expect(page.findings[0]?.cited.map(({ order }) => order)).toEqual([1, 2]);
  });

  test('a problem is as grave as the supervisor judged it, whatever was cited', () => {
    const judged = { ...one, severity: 'serious' as const, severityName: '严重' as const };
    const page = inspectionPage({ ...record, findings: [judged] });
    expect(page.findings[0]?.severity).toEqual({ word: '严重', tone: 'waiting', sign: '' });
  });

  test.each([
    [{}, [{ label: '处理建议', value: '责令整改' }]],
    [
      { unit: { name: '琼建', role: '施工单位' as const }, days: 3 },
      [
        { label: '责任单位', value: '琼建（施工单位）' },
        { label: '处理建议', value: '责令整改' },
        { label: '整改期限', value: '3 天' },
      ],
    ],
    [
      { days: 0 },
      [
        { label: '处理建议', value: '责令整改' },
        { label: '整改期限', value: '当日' },
      ],
    ],
  ])('what was judged is told, what was left open is not: %j', (change, judged) => {
    const page = inspectionPage({ ...record, findings: [{ ...one, ...change }] });
    expect(page.findings[0]?.judged).toEqual(judged);
  });

  test('beside the partner stands whether they confirmed', () => {
    const markOf = (isConfirmed: boolean) =>
      inspectionPage({ ...record, partner: { ...LIN, isConfirmed } }).people[1];
    expect(markOf(false)).toMatchObject({
      label: '共同检查人',
      people: [{ tag: { word: '待确认', sign: '…' } }],
    });
    expect(markOf(true)).toMatchObject({ people: [{ name: '林淑芬', tag: { word: '已确认', sign: '✓' } }] });
  });

  test('beside recipients stands who opened it and when, for whoever may know', () => {
    const read = { ...ZHAO, readAt: '2026-11-23T03:20:00.000Z' };
    const people = (tellsReaders: boolean) =>
      inspectionPage({ ...record, tellsReaders, recipients: [read, ZHAO] }).people[2]?.people;
    expect(people(true)).toMatchObject([
      { tag: { word: '已读' }, when: '2026-11-23 11:20 打开' },
      { tag: { word: '未读' }, when: '' },
    ]);
    expect(people(false)).toMatchObject([UNMARKED, UNMARKED]);
  });

  test('the corrected and its copy lead to each other, and the page offers what may be done', () => {
    expect(inspectionPage(record)).toMatchObject({
      previousId: '',
      nextId: '',
      canConfirm: false,
      canResubmit: false,
    });
    const linked: InspectionView = {
      ...record,
      previous: { inspectionId: 'i0', reason: '照片不清' },
      nextId: 'i2',
      actions: ['confirm', 'resubmit'],
    };
    expect(inspectionPage(linked)).toMatchObject({
      previousId: 'i0',
      previousReason: '照片不清',
      nextId: 'i2',
      canApprove: false,
      canConfirm: true,
      canResubmit: true,
    });
  });

  test('what the project had before stands there for whoever decides, where something was cited', () => {
    const decided: InspectionView = { ...record, past: [] };
    expect(inspectionPage(decided).past).toBeNull();
    expect(inspectionPage({ ...decided, citedIds: ['Q-CON-001'] }).past).toMatchObject({ rows: [] });
    expect(inspectionPage({ ...record, citedIds: ['Q-CON-001'] }).past).toBeNull();
  });

  test('while it waits the process says for whom, as not done', () => {
    expect(inspectionPage(record).timeline).toEqual([
      { title: '陈海生 提交', when: '2026-11-23 09:50', note: '', isDone: true },
      { title: '等待 王立新、林淑芬 审核', when: '', note: '其中一人审核即可', isDone: false },
    ]);
  });

  test('once effective it says to whom it went, and when', () => {
    const effective: InspectionView = {
      ...record,
      status: 'effective',
      effectiveAt: '2026-11-23T03:20:00.000Z',
      timeline: [
        ...record.timeline,
        { kind: 'approved', at: '2026-11-23T03:20:00.000Z', by: '王立新', reason: '' },
      ],
    };
    expect(inspectionPage(effective).timeline.slice(1)).toEqual([
      { title: '王立新 审核通过', when: '2026-11-23 11:20', note: '', isDone: true },
      { title: '已下达 赵铁山', when: '2026-11-23 11:20', note: '', isDone: true },
    ]);
  });

  test('to whom neither reviewers nor the review are told, nothing is waited for', () => {
    const outside = { ...record, reviewers: [] };
    expect(inspectionPage(outside).timeline).toHaveLength(1);
    expect(inspectionPage(outside).people.map(({ label }) => label)).toEqual(['提交人', '下达接收人']);
  });
});

test('of many recipients the first ten stand there, the others follow in a line each', () => {
  const recipients = Array.from({ length: 100 }, (_, at) => ({ ...ZHAO, name: `第 ${at + 1} 人` }));
  const crowded = { ...record, tellsReaders: true, recipients };
  const group = inspectionPage(crowded).people.find(({ label }) => label === '下达接收人');
  expect(group?.people).toHaveLength(10);
  expect(group?.moreCount).toBe(90);
  const others = otherPeople(crowded, '下达接收人');
  expect(others).toHaveLength(90);
  expect(others[0]).toBe('第 11 人\u00a0· 琼建示范建工集团有限公司\u00a0· 项目经理\u00a0· 未读');
});
