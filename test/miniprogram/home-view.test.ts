import type { Home } from '../../miniprogram/services/session';
import { homeView } from '../../miniprogram/view/home-view';

type Entered = Extract<Home, { entered: true }>;

const home = (me: Partial<Entered['me']>): Entered => ({
  entered: true,
  now: '2026-11-23T02:00:00.000Z',
  me: { personId: 'p', name: '赵铁山', roles: ['participant'], posts: [], uploadPrefix: '', ...me },
  pinned: [],
  duties: [],
  counts: { toReview: 0, toConfirm: 0, delivered: 0 },
});
const post = (position: string, project: string | null, certificate: string | null = null) => ({
  position,
  organisation: project === null ? '海口市质安站' : '琼建示范建工集团有限公司',
  project,
  certificate,
});

describe('who somebody is, on the home page', () => {
  test('one line a unit and position, however many projects', () => {
    const posts = [post('项目经理', '甲工程'), post('安全员', '甲工程'), post('项目经理', '乙工程')];
    expect(homeView(home({ posts })).identities).toEqual([
      { line: '琼建示范建工集团有限公司\u00a0· 项目经理\u00a0· 2 个工程', certificate: '' },
      { line: '琼建示范建工集团有限公司\u00a0· 安全员', certificate: '' },
    ]);
  });

  test('a supervisor with the number of the certificate', () => {
    const posts = [post('监督员', null, '琼A-0213')];
    expect(homeView(home({ posts })).identities).toEqual([
      { line: '海口市质安站\u00a0· 监督员', certificate: '行政执法证 琼A-0213' },
    ]);
  });

  test('who only administers is shown no projects', () => {
    expect(homeView(home({ roles: ['administrator'] })).seesProjects).toBe(false);
    expect(homeView(home({ roles: ['administrator', 'head'] })).seesProjects).toBe(true);
  });
});

test('what is to be done and what is not read are said apart', () => {
  const [, inspection] = homeView({
    ...home({ roles: ['head'] }),
    counts: { toReview: 2, toConfirm: 1, delivered: 4 },
  }).applications;
  expect(inspection).toMatchObject({ badge: '7', label: '监督检查，3 条未办，4 条未读' });
});

test('duties of both kinds are counted and named with their project', () => {
  const duty = {
    projectName: '滨江新城',
    part: '3 号楼',
    authorName: '陈海生',
    at: '2026-11-23T01:50:00.000Z',
  };
  const view = homeView({
    ...home({ roles: ['head'] }),
    counts: { toReview: 2, toConfirm: 1, delivered: 4 },
    duties: [
      { ...duty, inspectionId: 'i1', box: 'inspection.toReview' },
      { ...duty, inspectionId: 'i2', box: 'inspection.toConfirm' },
    ],
  });
  expect(view.dutyCount).toBe(3);
  expect(view.applications.find(({ id }) => id === 'inspection')?.badge).toBe('7');
  const about = { where: '滨江新城\u00a0· 3 号楼', by: '陈海生\u00a0· ', when: '10 分钟前' };
  expect(view.duties).toMatchObject([
    { id: 'i1', title: '审核监督检查记录', ...about, tag: { word: '待审核' } },
    { id: 'i2', title: '确认共同检查', ...about, tag: { word: '待确认' } },
  ]);
});

test.each([
  [['supervisor'], ['location', 'inspection'], '请您确认的共同检查'],
  [['head'], ['location', 'inspection', 'poster'], '需要您审核的记录'],
  [['participant'], ['location', 'inspection'], '需要您处理的通知'],
  [['bureau'], ['location'], '辖区内的工程'],
  [['administrator'], ['poster'], '入口码海报'],
] as const)('%s are told what is theirs, and promised nothing else', (roles, tiles, words) => {
  const { applications, noDuties, isFew } = homeView(home({ roles }));
  expect(applications.map(({ id }) => id)).toEqual(tiles);
  expect(noDuties).toContain(words);
  expect(isFew).toBe(tiles.length < 3);
});

test('only those who review are promised reviews', () => {
  for (const role of ['participant', 'bureau', 'administrator'] as const)
    expect(homeView(home({ roles: [role] })).noDuties).not.toContain('审核');
});
