import { NOW, projectOf, type Asker } from './stock';

/** One list as a phone asks for it. A list that the product gets gets a row here. */
export interface Question {
  readonly name: string;
  readonly as: Asker;
  readonly call: readonly [name: string, action: string, data: object];
}

/** A page in the midst of a year. */
const MIDST = {
  key: new Date(Date.parse(NOW) - 180 * 24 * 60 * 60 * 1000).toISOString(),
  id: '8'.repeat(32),
};

const sent = (tab: string, cursor: object | null = null): Question['call'] => [
  'inspection',
  'listSent',
  { tab, cursor },
];
const received = (tab: string | null, cursor: object | null = null): Question['call'] => [
  'inspection',
  'listReceived',
  { tab, cursor },
];
const projects = (keyword: string, more: object = {}): Question['call'] => [
  'project',
  'list',
  { keyword, scope: 'visible', cursor: null, ...more },
];
const nearby = (scope: string): Question['call'] => ['project', 'nearby', { ...CITY, scope }];
/** Among the projects. */
const CITY = { lng: 110.15, lat: 19.905 };

const own = projectOf(0);

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
  { name: '找工程·没有的', as: 'province', call: projects('不存在的工程') },
  { name: '附近·站长', as: 'head', call: nearby('visible') },
  { name: '附近·我监督的', as: 'supervisor', call: nearby('supervised') },
  { name: '附近·省', as: 'province', call: nearby('visible') },
];
