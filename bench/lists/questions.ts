import { PAGE_SIZE } from '../../cloudfunctions/_shared/page';
import { MOST_SEARCHED } from '../../cloudfunctions/_shared/search-pages';
import { NOW, projectOf, type Asker } from './stock';

/** One list as a phone asks for it. A list that the product gets gets a row here. */
export interface Question {
  readonly name: string;
  readonly as: Asker;
  readonly call: readonly [name: string, action: string, data: object];
  /** Documents it may look at, however few it gives: a search (docs/decisions/0015). */
  readonly most?: number;
}

/** Who asks and their posts, the rows one request searches, what it gives, and the counts of three tabs to 100. */
const MOST_OF_SEARCH = 4 + MOST_SEARCHED + PAGE_SIZE + 3 * 100;
/** 待办 is two lists that are one. */
const MOST_OF_DUTIES = MOST_OF_SEARCH + MOST_SEARCHED;

/** A page in the midst of a year. */
const MIDST = {
  key: new Date(Date.parse(NOW) - 180 * 24 * 60 * 60 * 1000).toISOString(),
  id: '8'.repeat(32),
};

const sent = (tab: string, cursor: object | null = null, keyword = ''): Question['call'] => [
  'inspection',
  'listSent',
  { tab, keyword, cursor },
];
const received = (tab: string | null, cursor: object | null = null, keyword = ''): Question['call'] => [
  'inspection',
  'listReceived',
  { tab, keyword, cursor },
];
/** A row for each of the words: found at once, found now and then, and never though each of them is common. */
const searches = (
  name: string,
  as: Asker,
  call: (keyword: string) => Question['call'],
  most = MOST_OF_SEARCH,
): Question[] =>
  ['外架', '39 号楼', '标段 塔吊', '标段 39 号楼 临边防护', '标段 体育馆', '体育馆'].map((keyword) => ({
    name: `${name}，找“${keyword}”`,
    as,
    call: call(keyword),
    most,
  }));
const GROWING = 'pr-0';
const timeline = (cursor: object | null = null): Question['call'] => [
  'project',
  'timeline',
  { projectId: GROWING, cursor },
];
const page: Question['call'] = ['project', 'open', { project: { projectId: GROWING } }];
const home: Question['call'] = ['session', 'home', {}];
const projects = (keyword: string, more: object = {}): Question['call'] => [
  'project',
  'list',
  { keyword, scope: 'visible', cursor: null, ...more },
];
const nearby = (scope: string): Question['call'] => ['project', 'nearby', { ...CITY, scope }];
/** Among the projects. */
const CITY = { lng: 110.15, lat: 19.905 };

const own = projectOf(0);

/** Who opens the project that grows: each reads it by another right. */
const READERS: readonly (readonly [string, Asker])[] = [
  ['站长', 'head'],
  ['本工程监督员', 'supervisor'],
  ['同站监督员', 'colleague'],
  ['建设局', 'bureau'],
  ['省', 'province'],
  ['参建单位', 'contractor'],
];

export const QUESTIONS: readonly Question[] = [
  { name: '我发送的·待审核', as: 'supervisor', call: sent('pendingReview') },
  { name: '我发送的·审核通过', as: 'supervisor', call: sent('effective') },
  { name: '我发送的·审核通过，年中一页', as: 'supervisor', call: sent('effective', MIDST) },
  { name: '我发送的·审核未通过', as: 'supervisor', call: sent('rejected') },
  { name: '我接收的（未指定页签）', as: 'head', call: received(null) },
  { name: '我接收的·待审核', as: 'head', call: received('toReview') },
  { name: '我接收的·已审核', as: 'head', call: received('reviewed') },
  { name: '我接收的·已审核，年中一页', as: 'head', call: received('reviewed', MIDST) },
  { name: '我接收的·下达接收', as: 'contractor', call: received('delivered') },
  { name: '我接收的（未指定页签）·参建单位', as: 'contractor', call: received(null) },
  { name: '我接收的·待确认', as: 'colleague', call: received('toConfirm') },
  { name: '待办·站长', as: 'head', call: received('duties') },
  { name: '待办·共同检查人', as: 'colleague', call: received('duties') },
  ...searches('我发送的', 'supervisor', (keyword) => sent('effective', null, keyword)),
  ...searches('我接收的·已审核', 'head', (keyword) => received('reviewed', null, keyword)),
  ...searches('我接收的·下达接收', 'contractor', (keyword) => received('delivered', null, keyword)),
  ...searches('待办', 'head', (keyword) => received('duties', null, keyword), MOST_OF_DUTIES),
  ...READERS.flatMap(([name, as]): Question[] => [
    { name: `首页·${name}`, as, call: home },
    { name: `工程页·${name}`, as, call: page },
    { name: `工程的记录·${name}`, as, call: timeline() },
    { name: `工程的记录·${name}，年中一页`, as, call: timeline(MIDST) },
  ]),
  {
    name: '以前的同一问题',
    as: 'head',
    call: [
      'inspection',
      'sameProblems',
      { projectId: GROWING, catalogueIds: ['S-SCO-004', 'S-PIT-006', 'S-MGT-001'], exceptId: null },
    ],
  },
  {
    name: '可选的人员',
    as: 'supervisor',
    call: ['inspection', 'nameablePeople', { projectId: GROWING }],
  },
  { name: '工程列表·监督员', as: 'supervisor', call: projects('') },
  { name: '工程列表·监督员，我监督的', as: 'supervisor', call: projects('', { scope: 'supervised' }) },
  { name: '工程列表·站长', as: 'head', call: projects('') },
  { name: '工程列表·站长，未定位', as: 'head', call: projects('', { isUnlocated: true }) },
  {
    name: '工程列表·站长，中间一页',
    as: 'head',
    call: projects('', { cursor: { key: '润泽', id: 'pr-0' } }),
  },
  { name: '工程列表·建设局', as: 'bureau', call: projects('') },
  { name: '工程列表·省', as: 'province', call: projects('') },
  { name: '工程列表·省，未定位', as: 'province', call: projects('', { isUnlocated: true }) },
  { name: '工程列表·参建单位', as: 'contractor', call: projects('') },
  { name: '找工程·名称', as: 'head', call: projects('凤凰木') },
  { name: '找工程·名称，全省', as: 'province', call: projects('凤凰木大桥') },
  { name: '找工程·人人都有的字', as: 'head', call: projects('标') },
  { name: '找工程·监督注册号', as: 'province', call: projects(own.number) },
  { name: '找工程·号的末尾', as: 'head', call: projects('0021') },
  { name: '找工程·地址', as: 'head', call: projects('文明路') },
  { name: '找工程·单位全名', as: 'province', call: projects('瀛海建设工程有限公司') },
  { name: '找工程·建设局，单位', as: 'bureau', call: projects('瀛海') },
  { name: '找工程·我监督的', as: 'supervisor', call: projects('标段', { scope: 'supervised' }) },
  { name: '找工程·两个词', as: 'province', call: projects('瀛海 大桥'), most: MOST_OF_SEARCH },
  { name: '找工程·两个常见的词，没有', as: 'province', call: projects('标段 质安站'), most: MOST_OF_SEARCH },
  {
    name: '找工程·常见的词，未定位',
    as: 'head',
    call: projects('标段', { isUnlocated: true }),
    most: MOST_OF_SEARCH,
  },
  { name: '找工程·没有的', as: 'province', call: projects('不存在的工程') },
  { name: '附近·站长', as: 'head', call: nearby('visible') },
  { name: '附近·我监督的', as: 'supervisor', call: nearby('supervised') },
  { name: '附近·省', as: 'province', call: nearby('visible') },
];
