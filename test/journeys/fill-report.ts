import type { Locator } from 'playwright-core';
import type { Phone } from '../support/phone';

export const PROJECT = '滨江新城三期 A 区';
export const TERM = '作业层脚手板未满铺、临边防护或层间防护不严';
export const VIOLATION = '附着升降脚手架等自升式设施未办理使用登记';

/** Photos from the album into the problem that is open. */
export const addPhotos = async (phone: Phone, photos: readonly Buffer[]): Promise<void> => {
  const album = phone.page.getByRole('button', { name: '相册', exact: true });
  const guide = phone.text('同意');
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tapOn(album);
  // The first time WeChat asks for the privacy guide.
  await Promise.race([chooser, guide.waitFor().then(() => phone.tapOn(guide))]);
  await (
    await chooser
  ).setFiles(
    photos.map((buffer, index) => ({ name: `photo-${index + 1}.jpg`, mimeType: 'image/jpeg', buffer })),
  );
};

/** Terms from the catalogue's sheet into the problem that is open. */
export const addEntries = async (
  phone: Phone,
  found: readonly (readonly [keyword: string, text: string])[],
): Promise<void> => {
  await phone.tap('标准规范及违法违规行为');
  for (const [keyword, text] of found) {
    await phone.page.locator('[aria-placeholder*="首字母"]').fill(keyword);
    await phone.tapOn(phone.page.getByRole('checkbox').filter({ hasText: text }));
  }
  await phone.tap(/^确定（\d+ 条）$/);
  for (const [, text] of found) await phone.page.getByLabel(`移除 ${text}`).waitFor();
};

const person = (phone: Phone, name: string): Locator =>
  phone.page.getByRole('checkbox').filter({ hasText: name });

/** Exactly these people in the role, whoever the last report chose. */
export const choosePeople = async (phone: Phone, role: string, names: readonly string[]): Promise<void> => {
  await phone.tap(role);
  await phone.text(/^确定（(\d+ 人|不选)）$/).waitFor();
  const chosen = phone.page.locator('[class$=person-picker--chip]').filter({ visible: true });
  for (let left = await chosen.count(); left > 0; left -= 1) await phone.tapOn(chosen.first());
  for (const name of names) await phone.tapOn(person(phone, name));
  await phone.tap(names.length === 0 ? '确定（不选）' : `确定（${names.length} 人）`);
};

/** By its name, in the sheet. */
export const chooseProject = async (phone: Phone, name: string): Promise<void> => {
  await phone.tap('工程名称');
  const row = phone.page.locator('[class*=project-picker--name]').filter({ hasText: name, visible: true });
  await phone.tapOn(row.first());
  await phone.page.locator('[class*=project-head--name]').filter({ hasText: name, visible: true }).waitFor();
};

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
  await chooseProject(phone, PROJECT);
  await phone.tap('安全');
  await phone.page.getByLabel('抽查部位', { exact: true }).fill(part);
  await addPhotos(phone, photos);
  await phone.page.getByLabel(`第 ${photos.length} 张照片`, { exact: true }).waitFor();
  await addEntries(phone, [
    ['脚手板', TERM],
    ['fzsj', VIOLATION],
  ]);
  await phone.page.getByLabel('问题补充说明').fill(supplement);
  await choosePeople(phone, '上报接收人', reviewers);
  await choosePeople(phone, '下达接收人', ['赵铁山']);
  await phone.tap('核对并提交');
  await phone.see('监督检查记录一旦形成，不可更改，请提交前仔细确认。');
};
