import type { Page } from 'playwright-core';
import { SUPERVISOR } from './people';
import type { Screen } from './screen';
import { sitePhotos } from './site-photos';
import { field, see, tap } from './tap';

/** A project is chosen: the people of it can be. */
const chooseProject = async (page: Page): Promise<void> => {
  await tap(page, '工程名称');
  await tap(page, '滨江新城三期 A 区');
  await page.getByText('选择工程').filter({ visible: true }).waitFor({ state: 'hidden' });
};

const onReport = (name: string, then: (page: Page) => Promise<void>): Screen => ({
  name: `监督上报（${name}）`,
  as: SUPERVISOR,
  path: 'pages/inspection/report/report',
  shows: '抽查部位',
  then,
});

const openCatalogue = async (page: Page): Promise<void> => {
  await tap(page, '标准规范及违法违规行为');
  await see(page, '市场与质量行为');
};

const takePhoto = async (page: Page): Promise<void> => {
  const browser = page.context().browser();
  const [photo] = browser ? await sitePhotos(browser) : [];
  if (!photo) throw new Error('没有照片');
  await page.getByLabel('拍照或选择照片').tap();
  const album = page.getByText('从手机相册选择').filter({ visible: true });
  const guide = page.getByText('同意', { exact: true }).filter({ visible: true });
  await album.or(guide).first().waitFor();
  if (await guide.isVisible()) await guide.tap();
  const chooser = page.waitForEvent('filechooser');
  await album.tap();
  await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo }]);
  await page.getByLabel('第 1 张照片', { exact: true }).waitFor();
};

/** Everything filled in, ready to be looked through once more. */
const toReviewSheet = async (page: Page): Promise<void> => {
  await chooseProject(page);
  await page.getByLabel('抽查部位').fill('3 号楼 12 层外架');
  await takePhoto(page);
  await page
    .getByLabel('问题补充说明')
    .fill('东侧两跨连墙件缺失，架体外倾；作业层脚手板未铺满。要求当日停止该部位作业。');
  await tap(page, '核对并提交');
  await see(page, '请提交前仔细确认');
};

const star = async (page: Page, text: string): Promise<void> =>
  page.getByLabel(`收藏 ${text}`).filter({ visible: true }).first().tap();

/** The sheets of 监督上报, each as somebody stands in the middle of it. */
export const SHEETS: readonly Screen[] = [
  onReport('选工程', async (page) => {
    await tap(page, '工程名称');
    await see(page, '滨江新城三期 A 区');
  }),
  onReport('附近的工程', async (page) => {
    await tap(page, '工程名称');
    await tap(page, '附近');
    await tap(page, '同意');
    await tap(page, '允许');
    await see(page, '白沙门污水处理厂扩建工程');
  }),
  onReport('没有找到工程', async (page) => {
    await tap(page, '工程名称');
    await field(page, '名称、注册号、地址或单位').fill('没有这个工程');
    await see(page, '没有找到工程');
  }),
  onReport('术语目录', openCatalogue),
  onReport('一个专业的术语', async (page) => {
    await openCatalogue(page);
    await tap(page, '钢筋');
    await page.getByRole('checkbox').nth(1).tap();
    await page.getByRole('checkbox').nth(2).tap();
    await see(page, '确定（2 条）');
  }),
  onReport('按首字母查术语', async (page) => {
    await openCatalogue(page);
    await field(page, '文字或首字母，如 jsj').fill('lb');
    await see(page, '查找结果');
  }),
  onReport('常用术语', async (page) => {
    await openCatalogue(page);
    await field(page, '文字或首字母，如 jsj').fill('脚手板');
    await see(page, '查找结果');
    await star(page, '作业层脚手板未满铺、临边防护或层间防护不严');
    await page.getByRole('checkbox').first().tap();
    await tap(page, '确定（1 条）');
    await page.getByText('确定（1 条）').waitFor({ state: 'hidden' });
    await tap(page, '标准规范及违法违规行为');
    await tap(page, '常用');
    await see(page, '收藏');
  }),
  onReport('下达接收人', async (page) => {
    await chooseProject(page);
    await tap(page, '下达接收人');
    await tap(page, '赵铁山');
    await tap(page, '孙监明');
    await see(page, '确定（2 人）');
  }),
  onReport('上报接收人', async (page) => {
    await chooseProject(page);
    await tap(page, '上报接收人');
    await tap(page, '王立新');
    await see(page, '确定（1 人）');
  }),
  onReport('没有填写', async (page) => {
    await tap(page, '核对并提交');
    await page.getByRole('alert').filter({ visible: true }).first().waitFor();
  }),
  onReport('核对', toReviewSheet),
  {
    ...onReport('正在上传照片', async (page) => {
      await toReviewSheet(page);
      // The photo is on its way for as long as it is looked at.
      await page.route('**/client/upload**', () => undefined);
      await tap(page, '立即提交');
      await see(page, '照片已上传 0/1');
    }),
    staysBusy: true,
  },
];
