import type { Page } from 'playwright-core';
import { COLLEAGUE, SUPERVISOR } from './people';
import type { Screen } from './screen';
import { sitePhotos } from './site-photos';
import { field, scrollDownTo, see, tap } from './tap';
import { standsStill } from './still';

const REPORT = 'pages/inspection/report/report';
/** A project is named: the people of it can be. */
const ON_PROJECT = `${REPORT}?project=pr-jdwl`;

const onReport = (
  name: string,
  then: (page: Page) => Promise<void>,
  path: Screen['path'] = REPORT,
): Screen => ({ name: `监督上报（${name}）`, as: SUPERVISOR, path, shows: '抽查部位', then });

const openCatalogue = async (page: Page): Promise<void> => {
  await tap(page, '标准规范及违法违规行为');
  await see(page, '市场与质量行为');
};

const takePhoto = async (page: Page): Promise<void> => {
  const browser = page.context().browser();
  const [photo] = browser ? await sitePhotos(browser) : [];
  if (!photo) throw new Error('没有照片');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '相册', exact: true }).filter({ visible: true }).tap();
  const guide = page.getByText('同意', { exact: true }).filter({ visible: true });
  await Promise.race([chooser, guide.waitFor()]);
  if (await guide.isVisible()) await guide.tap();
  await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo }]);
  await page.getByLabel('第 1 张照片', { exact: true }).waitFor();
};

const star = async (page: Page, text: string): Promise<void> =>
  page.getByLabel(`收藏 ${text}`).filter({ visible: true }).first().tap();

const fillPart = async (page: Page): Promise<void> => {
  await see(page, '江东文旅城二标段');
  await field(page, '楼栋号、层数、形象进度、材料等').fill('3 号楼 6 层楼板');
};

/** The form with a problem that stood here before: 江东文旅城二标段, 3 号楼 5 层楼板. */
const fillProblem = async (page: Page): Promise<void> => {
  await fillPart(page);
  await openCatalogue(page);
  await field(page, '文字或首字母，如 jsj').fill('试件评定');
  await see(page, '查找结果');
  await page.getByRole('checkbox').filter({ hasText: '结构混凝土强度不符合设计' }).tap();
  await tap(page, '确定（1 条）');
  await see(page, '也有此问题');
};

/** Everything filled in with a photo, ready to be looked through once more. */
const toReviewSheet = async (page: Page): Promise<void> => {
  await fillProblem(page);
  await takePhoto(page);
  await tap(page, '核对并提交');
  await see(page, '立即提交');
};

const SECTIONS: readonly Screen[] = [
  onReport('选好工程', (page) => fillPart(page), ON_PROJECT),
  onReport(
    '以前也有',
    async (page) => {
      await fillProblem(page);
      await tap(page, '判定');
      await see(page, '整改期限');
      await scrollDownTo(page, '也有此问题');
    },
    ON_PROJECT,
  ),
  onReport(
    '几个问题',
    async (page) => {
      await fillProblem(page);
      await tap(page, '加问题');
      await see(page, '问题 2');
      await tap(page, '核对并提交');
      await see(page, '还没有描述问题');
    },
    ON_PROJECT,
  ),
  onReport(
    '未发现问题',
    async (page) => {
      await fillPart(page);
      await tap(page, '未发现问题');
      await see(page, '记录中不列问题');
    },
    ON_PROJECT,
  ),
  onReport(
    '核对',
    async (page) => {
      await fillProblem(page);
      await tap(page, '下达接收人');
      await tap(page, '赵铁山');
      await tap(page, '确定（1 人）');
      await page.getByText('确定（1 人）').waitFor({ state: 'hidden' });
      await tap(page, '核对并提交');
      await see(page, '立即提交');
    },
    ON_PROJECT,
  ),
  {
    name: '监督上报（更正）',
    as: COLLEAGUE,
    path: async (ids) => `${REPORT}?correct=${await ids.sent(COLLEAGUE, 'rejected')}`,
    shows: '审核未通过的原因',
    then: (page) => see(page, '已沿用上次的人员'),
  },
];

/** The sheets of 监督上报, each as somebody stands in the middle of it. */
export const SHEETS: readonly Screen[] = [
  ...SECTIONS,
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
    await field(page, '名称或号码').fill('没有这个工程');
    await see(page, '没有找到工程');
  }),
  onReport('术语目录', openCatalogue),
  onReport('一个专业的术语', async (page) => {
    await openCatalogue(page);
    await tap(page, '地基与基础');
    // Its name stands above the list, where it can be left.
    await page.getByRole('dialog').getByLabel(/返回/).getByText('地基与基础').waitFor();
    await standsStill(page);
    await page.getByRole('dialog').getByRole('checkbox').nth(1).tap();
    await page.getByRole('dialog').getByRole('checkbox').nth(2).tap();
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
  onReport(
    '下达接收人',
    async (page) => {
      await see(page, '江东文旅城二标段');
      await tap(page, '下达接收人');
      await tap(page, '赵铁山');
      await tap(page, '孙监明');
      await see(page, '确定（2 人）');
    },
    ON_PROJECT,
  ),
  onReport(
    '上报接收人',
    async (page) => {
      await see(page, '江东文旅城二标段');
      await tap(page, '上报接收人');
      await tap(page, '王立新');
      await see(page, '确定（1 人）');
    },
    ON_PROJECT,
  ),
  onReport('没有填写', async (page) => {
    await tap(page, '核对并提交');
    await page.getByRole('alert').filter({ visible: true }).first().waitFor();
  }),
  {
    ...onReport(
      '正在上传照片',
      async (page) => {
        await toReviewSheet(page);
        // The photo is on its way for as long as it is looked at.
        await page.route('**/client/upload**', () => undefined);
        await tap(page, '立即提交');
        await see(page, '已上传 0/1');
      },
      ON_PROJECT,
    ),
    staysBusy: true,
  },
];
