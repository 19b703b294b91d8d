import { projectPage, projectStateTag, TIMELINE_ROWS } from '../../miniprogram/view/project-page';
import { locateMap, movedFrom, nearCards, projectCard } from '../../miniprogram/view/project-view';

const ROW = {
  projectId: 'pr-bsm',
  name: '白沙门污水处理厂扩建工程',
  number: '琼海监2026-0052',
  address: '白沙门路',
  state: 'supervised' as const,
  isLocated: true,
};

describe('a project in a list', () => {
  test('tells whether it was located while it is supervised, and its state otherwise', () => {
    expect(projectCard(ROW).tag.word).toBe('已定位');
    expect(projectCard({ ...ROW, isLocated: false }).tag.word).toBe('未定位');
    expect(projectCard({ ...ROW, state: 'suspended' }).tag.word).toBe('中止');
  });

  test('of those near three stand before the list, each with its distance', () => {
    const rows = [0, 1332, 12_499, 19_000].map((distance) => ({ ...ROW, distance }));
    expect(nearCards(rows).map(({ distance }) => distance)).toEqual(['0 m', '1.3 km', '12 km']);
  });
});

test('every state is a word with a sign of its own', () => {
  const states = [
    'reported',
    'returned',
    'accepted',
    'supervised',
    'suspended',
    'completed',
    'terminated',
  ] as const;
  const tags = states.map(projectStateTag);
  expect(tags.map(({ word }) => word)).toEqual(['报监', '退回', '受理', '在监', '中止', '竣工', '终止']);
  for (const { sign } of tags) expect(sign).not.toBe('');
});

test('people stand below their unit, in the order they come; a unit of nobody stands alone', () => {
  const person = { phone: '190****0302', canCall: false, isSelf: false };
  const page = projectPage({
    ...ROW,
    stationName: '海口市质安站',
    place: null,
    coverUrl: null,
    banners: [],
    actions: ['siteCode'],
    parties: [
      { unitId: 'u1', unitName: '甲公司', unitRole: 'owner' },
      { unitId: 'u2', unitName: '乙公司', unitRole: 'contractor' },
    ],
    keyPosts: [
      { personId: 'a', name: '赵', position: '项目经理', unitId: 'u2', ...person },
      { personId: 'b', name: '钱', position: '安全员', unitId: 'u2', ...person },
    ],
    supervisors: [
      { personId: 'c', name: '陈', isMain: true, ...person },
      { personId: 'd', name: '李', isMain: false, ...person },
    ],
  });
  expect(
    page.units.map(({ role, name, people }) => [role, name, people.map((each) => each.name).join()]),
  ).toEqual([
    ['建设单位', '甲公司', ''],
    ['施工单位', '乙公司', '赵,钱'],
  ]);
  expect(page.supervisors.map(({ position }) => position)).toEqual(['主监督员', '协助监督员']);
  expect([page.canLocate, page.canReport, page.hasSiteCode]).toEqual([false, false, true]);
});

test('a record of the project is called by what was looked at', () => {
  const card = TIMELINE_ROWS.present({
    kind: 'inspection',
    recordId: 'r1',
    isInternal: true,
    isClear: false,
    status: 'effective',
    type: 'safety',
    part: '3 号楼',
    authorName: '陈海生',
    submittedAt: '2026-11-01T02:00:00.000Z',
    findingCount: 1,
    photoCount: 2,
    generalCount: 0,
    seriousCount: 1,
    majorCount: 0,
  });
  expect(card).toMatchObject({
    id: 'r1',
    title: '3 号楼',
    subtitle: '安全\u00a0· 监督检查\u00a0· 陈海生',
    photos: '2 图',
  });
  expect(card.chips.map(({ word }) => word)).toEqual(['严重 1', '监督内档']);
});

describe('the map of 工程定位', () => {
  const KNOWN = { lng: 110.354, lat: 20.003 };
  const FRESH = { lng: 110.354, lat: 20.013 };

  test('shows what is there: nothing, one place, or two that both have to be seen', () => {
    expect(locateMap(null, null)).toBeNull();
    expect(locateMap(KNOWN, null)).toMatchObject({ latitude: 20.003, points: [] });
    const both = locateMap(KNOWN, FRESH);
    expect(both?.markers.map(({ title }) => title)).toEqual(['当前定位', '新的定位']);
    expect(both).toMatchObject({
      latitude: 20.013,
      points: [
        { longitude: 110.354, latitude: 20.003 },
        { longitude: 110.354, latitude: 20.013 },
      ],
    });
  });

  test('tells how far the new position is, and whether that is far', () => {
    expect(movedFrom(null, FRESH)).toBeNull();
    expect(movedFrom(KNOWN, FRESH)).toEqual({ words: '距当前定位 1.1 km', isFar: true });
    // 0.004° of latitude are 445 m.
    expect(movedFrom(KNOWN, { lng: 110.354, lat: 20.007 })).toEqual({
      words: '距当前定位 445 m',
      isFar: false,
    });
  });
});
