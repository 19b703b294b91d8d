import type { Page } from 'playwright-core';
import { COLLEAGUE, PINNING, SUPERVISOR, UNKNOWN } from './people';
import type { Screen } from './screen';
import { field, openAnew, see, tap } from './tap';

const HOME = 'pages/home/home';
const SENT = 'pages/inspection/sent/sent';
const LIST = 'pages/project/list/list';

const skeleton = (page: Page) => page.getByLabel('正在加载').filter({ visible: true });

const loading = (name: string, path: string): Screen => ({
  name: `${name}（正在加载）`,
  as: SUPERVISOR,
  path,
  shows: skeleton,
  network: 'held',
});

const failing = (name: string, path: string): Screen => ({
  name: `${name}（出错）`,
  as: SUPERVISOR,
  path,
  shows: '重试',
  network: 'failing',
});

const offline = (name: string, path: string): Screen => ({
  name: `${name}（没有网络）`,
  as: SUPERVISOR,
  path,
  shows: '网络不可用',
  network: 'off',
});

/** Pages that cannot show what they are for, and pages as somebody left them. */
export const STATES: readonly Screen[] = [
  {
    name: '进入（不在名单上）',
    as: UNKNOWN,
    path: '',
    shows: '手机号快捷进入',
    isOutside: true,
    then: async (page) => {
      await tap(page, '手机号快捷进入');
      await tap(page, '同意');
      await tap(page, '允许');
      await page.getByRole('alert').filter({ visible: true }).waitFor();
    },
  },
  loading('首页', HOME),
  loading('我发送的', SENT),
  loading('工程列表', LIST),
  loading('监督检查记录', 'pages/inspection/detail/detail?id=nobody'),
  failing('首页', HOME),
  failing('我发送的', SENT),
  offline('首页', HOME),
  offline('我发送的', SENT),
  offline('工程列表', LIST),
  offline('监督检查', 'pages/inspection/index/index'),
  {
    name: '工程列表（没有找到）',
    as: SUPERVISOR,
    path: LIST,
    shows: '滨江新城三期 A 区',
    then: async (page) => {
      await field(page, '名称或号码').fill('没有这个工程');
      await see(page, '没有找到工程');
    },
  },
  {
    name: '首页（最近的工程）',
    as: SUPERVISOR,
    path: 'pages/project/detail/detail?id=pr-bj3a',
    shows: '滨江新城三期 A 区',
    then: async (page) => {
      for (const [id, name] of [
        ['pr-jdwl', '江东文旅城二标段'],
        ['pr-bsm', '白沙门污水处理厂扩建工程'],
      ] as const) {
        await openAnew(page, `pages/project/detail/detail?id=${id}`);
        await see(page, name);
      }
      await openAnew(page, HOME);
      await see(page, '白沙门污水处理厂扩建工程');
    },
  },
  {
    name: '首页（附近的工程）',
    as: SUPERVISOR,
    path: HOME,
    shows: '监督检查',
    then: async (page) => {
      await tap(page, '附近');
      await tap(page, '同意');
      await tap(page, '允许');
      await see(page, '白沙门污水处理厂扩建工程');
    },
  },
  { name: '首页（置顶了应用）', as: PINNING, path: HOME, shows: '监督检查' },
  {
    name: '监督检查（已置顶）',
    as: PINNING,
    path: HOME,
    shows: '监督检查',
    then: async (page) => {
      await tap(page, '监督检查');
      await see(page, '取消置顶');
    },
  },
  {
    name: '首页（自选深色）',
    as: COLLEAGUE,
    path: 'pages/settings/display/display',
    shows: '跟随微信',
    then: async (page) => {
      await tap(page, '深色');
      await openAnew(page, HOME);
      await see(page, '监督检查');
    },
  },
];
