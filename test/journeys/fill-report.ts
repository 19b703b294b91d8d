import type { Phone } from '../support/phone';

export const PROJECT = '滨江新城三期 A 区';
export const TERM = '作业层脚手板未满铺、临边防护或层间防护不严';
export const VIOLATION = '附着升降脚手架等自升式设施未办理使用登记';

/** From home to the review sheet of 监督上报, everything filled in. */
export const fillReport = async (
  phone: Phone,
  part: string,
  photos: readonly Buffer[],
  supplement: string,
  reviewers: readonly string[],
) => {
  await phone.tap('监督检查');
  await phone.tap('监督上报');
  await phone.tap('工程名称');
  await phone.tap(PROJECT);
  await phone.tap('安全');
  await phone.page.getByLabel('抽查部位').fill(part);
  await phone.choosePhotos(phone.page.getByLabel('拍照或选择照片'), photos);
  await phone.page.getByLabel(`第 ${photos.length} 张照片`, { exact: true }).waitFor();
  await phone.tap('标准规范及违法违规行为');
  for (const [keyword, text] of [
    ['脚手板', TERM],
    ['fzsj', VIOLATION],
  ] as const) {
    await phone.page.locator('[aria-placeholder*="首字母"]').fill(keyword);
    await phone.tapOn(phone.page.getByRole('checkbox').filter({ hasText: text }));
  }
  await phone.tap('确定（2 条）');
  await phone.page.getByLabel('问题补充说明').fill(supplement);
  await phone.tap('上报接收人');
  for (const name of reviewers) await phone.tapOn(phone.page.getByRole('checkbox').filter({ hasText: name }));
  await phone.tap(`确定（${reviewers.length} 人）`);
  await phone.tap('下达接收人');
  await phone.tapOn(phone.page.getByRole('checkbox').filter({ hasText: '赵铁山' }));
  await phone.tap('确定（1 人）');
  await phone.tap('核对并提交');
  await phone.see('监督检查记录一旦形成，不可更改，请提交前仔细确认。');
};
