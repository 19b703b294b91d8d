import type { Page } from 'playwright-core';
import { EVIDENCE } from './evidence-screens';
import { ADMINISTRATOR, BUREAU, COLLEAGUE, CONTRACTOR, HEAD, PROVINCE, SUPERVISOR, UNKNOWN } from './people';
import type { Ids, MadeName, Screen } from './screen';
import { REPORT_EVIDENCE } from './report-evidence';
import { SHEETS } from './sheets';
import { STATES } from './states';
import { scrollDownTo, see, seeNoMore, tap } from './tap';
import { VIEWER } from './viewer-screens';

const detailOf = (as: string, tab: string) => async (ids: Ids) =>
  `pages/inspection/detail/detail?id=${await ids.sent(as, tab)}`;

const madeOf = (name: MadeName) => (ids: Ids) =>
  Promise.resolve(`pages/inspection/detail/detail?id=${ids.made(name)}`);

/** @param then what stands there with the answer @param gone what stood there before it, and has to go */
const searchFor = (keyword: string, then: string, gone?: string) => async (page: Page) => {
  await page.locator('input').filter({ visible: true }).fill(keyword);
  if (gone !== undefined) await seeNoMore(page, gone);
  await see(page, then);
};

const downTo = (text: string) => (page: Page) => scrollDownTo(page, text);

export const SCREENS: readonly Screen[] = [
  { name: '进入', as: UNKNOWN, path: '', shows: '手机号快捷进入', isOutside: true },
  { name: '首页', as: SUPERVISOR, path: 'pages/home/home', shows: '监督检查' },
  { name: '首页（站长）', as: HEAD, path: 'pages/home/home', shows: '监督检查' },
  { name: '首页（参建单位）', as: CONTRACTOR, path: 'pages/home/home', shows: '监督检查' },
  { name: '首页（建设局）', as: BUREAU, path: 'pages/home/home', shows: '工程定位' },
  { name: '首页（省总站）', as: PROVINCE, path: 'pages/home/home', shows: '监督检查' },
  { name: '首页（管理员）', as: ADMINISTRATOR, path: 'pages/home/home', shows: '何雅琴' },
  { name: '待办', as: HEAD, path: 'pages/todo/todo', shows: '3 号楼 12 层外架' },
  { name: '待办（共同检查）', as: COLLEAGUE, path: 'pages/todo/todo', shows: '待确认' },
  { name: '待办（没有）', as: SUPERVISOR, path: 'pages/todo/todo', shows: '没有' },
  { name: '我的', as: SUPERVISOR, path: 'pages/me/me', shows: '陈海生' },
  { name: '我的（参建单位）', as: CONTRACTOR, path: 'pages/me/me', shows: '赵铁山' },
  { name: '字号与外观', as: SUPERVISOR, path: 'pages/settings/display/display', shows: '跟随微信' },
  { name: '关于', as: SUPERVISOR, path: 'pages/settings/about/about', shows: '记录怎样保存' },
  { name: '添加到我的小程序', as: SUPERVISOR, path: 'pages/settings/guide/guide', shows: '不必每次查找' },
  { name: '工程定位', as: SUPERVISOR, path: 'pages/project/location/location', shows: '工程列表' },
  { name: '工程列表', as: SUPERVISOR, path: 'pages/project/list/list', shows: '滨江新城三期 A 区' },
  {
    name: '工程（监督员）',
    as: SUPERVISOR,
    path: 'pages/project/detail/detail?id=pr-jdwl',
    shows: '监督上报',
  },
  {
    name: '工程（参建单位）',
    as: CONTRACTOR,
    path: 'pages/project/detail/detail?id=pr-bj3a',
    shows: '监督记录',
  },
  {
    name: '工程（建设局）',
    as: BUREAU,
    path: 'pages/project/detail/detail?id=pr-hddd',
    shows: '监督记录',
  },
  {
    name: '工程码不完整',
    as: SUPERVISOR,
    path: 'pages/project/detail/detail?scene=00000000151',
    shows: '没有认出工程',
  },
  { name: '工程的工地码', as: SUPERVISOR, path: 'pages/board/site/site?id=pr-bj3a', shows: '工地公示牌' },
  { name: '入口码海报', as: PROVINCE, path: 'pages/board/poster/poster', shows: '保存图片' },
  {
    name: '定位一个工程',
    as: SUPERVISOR,
    path: 'pages/project/locate/locate?id=pr-bj3a',
    shows: '获取/更新定位',
  },
  {
    name: '定位一个工程（已定位）',
    as: SUPERVISOR,
    path: 'pages/project/locate/locate?id=pr-jdwl',
    shows: '定位记录',
  },
  { name: '监督检查', as: SUPERVISOR, path: 'pages/inspection/index/index', shows: '监督上报' },
  {
    name: '监督检查（参建单位）',
    as: CONTRACTOR,
    path: 'pages/inspection/index/index',
    shows: '我接收的',
  },
  { name: '监督上报', as: SUPERVISOR, path: 'pages/inspection/report/report', shows: '抽查部位' },
  ...SHEETS,
  ...REPORT_EVIDENCE,
  ...EVIDENCE,
  { name: '我发送的', as: SUPERVISOR, path: 'pages/inspection/sent/sent', shows: '3 号楼 12 层外架' },
  {
    name: '我发送的（审核通过）',
    as: SUPERVISOR,
    path: 'pages/inspection/sent/sent?tab=effective',
    shows: '江东文旅城',
  },
  {
    name: '我发送的（审核未通过）',
    as: COLLEAGUE,
    path: 'pages/inspection/sent/sent?tab=rejected',
    shows: '原因：',
  },
  {
    name: '我发送的（没有）',
    as: HEAD,
    path: 'pages/inspection/sent/sent?tab=rejected',
    shows: '没有审核未通过的记录',
  },
  {
    name: '我发送的（查找）',
    as: SUPERVISOR,
    path: 'pages/inspection/sent/sent',
    shows: '3 号楼 12 层外架',
    then: searchFor('白沙门', '二沉池基坑北侧', '江东文旅城'),
  },
  {
    name: '我发送的（查找，没有找到）',
    as: SUPERVISOR,
    path: 'pages/inspection/sent/sent',
    shows: '3 号楼 12 层外架',
    then: searchFor('体育馆', '没有找到符合的记录', '江东文旅城'),
  },
  {
    name: '我发送的（查找，一个字）',
    as: SUPERVISOR,
    path: 'pages/inspection/sent/sent',
    shows: '3 号楼 12 层外架',
    then: searchFor('桥', '请至少输入两个字'),
  },
  {
    name: '我接收的（共同检查）',
    as: COLLEAGUE,
    path: 'pages/inspection/received/received',
    shows: '待确认',
  },
  { name: '我接收的', as: HEAD, path: 'pages/inspection/received/received', shows: '3 号楼 12 层外架' },
  {
    name: '我接收的（参建单位）',
    as: CONTRACTOR,
    path: 'pages/inspection/received/received',
    shows: '江东文旅城二标段',
  },
  { name: '监督检查记录', as: SUPERVISOR, path: detailOf(SUPERVISOR, 'effective'), shows: '抽查部位' },
  {
    name: '监督检查记录（待审核）',
    as: HEAD,
    path: detailOf(SUPERVISOR, 'pendingReview'),
    shows: '抽查部位',
  },
  {
    name: '监督检查记录（写明不通过的原因）',
    as: HEAD,
    path: detailOf(SUPERVISOR, 'pendingReview'),
    shows: '抽查部位',
    then: async (page) => {
      await tap(page, '不通过');
      await see(page, '请写明原因');
    },
  },
  {
    name: '监督检查记录（审核未通过）',
    as: COLLEAGUE,
    path: detailOf(COLLEAGUE, 'rejected'),
    shows: '原因：',
  },
  {
    name: '监督检查记录（未发现问题，请共同检查人确认）',
    as: COLLEAGUE,
    path: madeOf('clear'),
    shows: '未发现问题',
  },
  { name: '监督检查记录（已更正）', as: SUPERVISOR, path: madeOf('rejected'), shows: '查看更正后的记录' },
  {
    name: '监督检查记录（更正后，对照以往）',
    as: HEAD,
    path: madeOf('corrected'),
    shows: '最近的一次',
    then: downTo('最近的一次'),
  },
  {
    name: '监督检查记录（谁已读）',
    as: SUPERVISOR,
    path: madeOf('read'),
    shows: '已读',
    then: downTo('已读'),
  },
  { name: '监督检查记录（参建单位）', as: CONTRACTOR, path: madeOf('read'), shows: '责任单位' },
  {
    name: '没有这条记录',
    as: SUPERVISOR,
    path: 'pages/inspection/detail/detail?id=nobody',
    shows: '没有找到，或无权查看',
  },
  ...VIEWER,
  ...STATES,
];
