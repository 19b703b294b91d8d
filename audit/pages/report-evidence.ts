import type { Page } from 'playwright-core';
import { SUPERVISOR } from './people';
import type { Screen } from './screen';
import { sitePhotos } from './site-photos';
import { field, see, tap } from './tap';

const onReport = (name: string, then: (page: Page) => Promise<void>): Screen => ({
  name: `监督上报（${name}）`,
  as: SUPERVISOR,
  path: 'pages/inspection/report/report?project=pr-jdwl',
  shows: '江东文旅城二标段',
  then,
});

const addPhotos = async (page: Page): Promise<void> => {
  const browser = page.context().browser();
  const photos = browser ? await sitePhotos(browser) : [];
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '相册', exact: true }).filter({ visible: true }).tap();
  const guide = page.getByText('同意', { exact: true }).filter({ visible: true });
  await Promise.race([chooser, guide.waitFor()]);
  if (await guide.isVisible()) await guide.tap();
  await (
    await chooser
  ).setFiles(photos.map((buffer, at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer })));
  await page.getByLabel('第 4 张照片', { exact: true }).waitFor();
  await page.getByLabel('第 1 张照片', { exact: true }).scrollIntoViewIfNeeded();
};

/** The sheet, with who is there. */
const openAttendance = async (page: Page): Promise<void> => {
  await page.getByRole('button').filter({ hasText: '现场签字' }).filter({ visible: true }).tap();
  await see(page, '不签的注明拒签');
  await page.getByRole('radio', { name: '施工单位' }).filter({ visible: true }).first().tap();
  await field(page, '到场人员的姓名').fill('赵铁山');
};

/** Photos, recordings and signatures in the form. */
export const REPORT_EVIDENCE: readonly Screen[] = [
  onReport('照片', addPhotos),
  onReport('点一张照片', async (page) => {
    await addPhotos(page);
    await page.getByLabel('第 2 张照片', { exact: true }).tap();
    await see(page, '移到第一张');
  }),
  onReport('录音', async (page) => {
    await page.getByRole('button', { name: '录音', exact: true }).filter({ visible: true }).tap();
    await see(page, '开始录音');
  }),
  onReport('现场签字', openAttendance),
  onReport('没有签名', async (page) => {
    await openAttendance(page);
    await tap(page, '确定');
    await see(page, '还没有签名');
  }),
  onReport('拒签', async (page) => {
    await openAttendance(page);
    await tap(page, '拒签');
    await page.getByLabel('拒签理由', { exact: true }).fill('不认可检查结果，要求复核后再签');
  }),
];
