import type { Browser, Locator } from 'playwright-core';
import { holderOf } from '../support/cloud';
import { launchBrowser, Phone } from '../support/phone';
import { goodReport } from '../support/report';
import { Runtime } from '../support/runtime';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const CONTRACTOR = '19000000302';
const PART = '3 号楼 12 层外架';
const CORRECTED = '3 号楼 12 层外架东侧';
const REASON = '写明是哪一侧';

const runtime = new Runtime();
let browser: Browser;

const phoneOf = async (holder: string): Promise<Phone> => {
  const phone = await Phone.open(browser, runtime.url, holder);
  await phone.enter();
  await phone.see(/好，/);
  return phone;
};
const card = (phone: Phone, part: string): Locator =>
  phone.page.getByRole('button', { name: part }).filter({ visible: true }).first();

beforeAll(async () => {
  await runtime.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await runtime.stop();
});

test('rejected, corrected with one tap from the record, sent again, approved and delivered, all on the screens', async () => {
  const supervisor = await phoneOf(SUPERVISOR);
  const settings = await (await fetch(`${runtime.url}/settings.js`)).text();
  const [, cloudUrl = ''] = /"cloudUrl":"([^"]+)"/.exec(settings) ?? [];
  const report = { ...goodReport(), part: PART, reviewerIds: ['p0101'] };
  expect(await holderOf(cloudUrl, SUPERVISOR).call('inspection', 'submit', report)).toMatchObject({
    ok: true,
  });

  const head = await phoneOf(HEAD);
  await head.tap('待办');
  await head.tapOn(card(head, PART));
  await head.tap('不通过');
  await head.page.getByLabel('审核意见').fill(REASON);
  await head.tap('确定不通过');
  await head.see('王立新 审核未通过');

  await supervisor.tap('监督检查');
  await supervisor.tap('我发送的');
  await supervisor.tapOn(supervisor.page.getByRole('tab', { name: /审核未通过/ }));
  await supervisor.tapOn(card(supervisor, PART));
  await supervisor.see(`原因：${REASON}`);
  await supervisor.tap('更正后重新上报');
  await supervisor.see(`审核未通过的原因：${REASON}`);
  const part = supervisor.page.getByLabel('抽查部位', { exact: true });
  await expect(part.inputValue()).resolves.toBe(PART);
  await part.fill(CORRECTED);
  await supervisor.tap('核对并提交');
  await supervisor.see('监督检查记录一旦形成，不可更改，请提交前仔细确认。');
  for (const name of ['王立新', '赵铁山']) await supervisor.see(`${name}（`);
  await supervisor.tap('立即提交');
  await supervisor.see('我发送的');
  await card(supervisor, CORRECTED).waitFor();

  await head.page.goto(`${runtime.url}/?as=${HEAD}`);
  await head.tap('待办');
  await head.tapOn(card(head, CORRECTED));
  await head.see(`原记录审核未通过，原因：${REASON}`);
  await head.tap('审核通过');
  await head.tap('通过');
  await head.see('王立新 审核通过');

  const contractor = await phoneOf(CONTRACTOR);
  await contractor.tap('监督检查');
  await contractor.tap('我接收的');
  await contractor.tapOn(card(contractor, CORRECTED));
  await contractor.see('东侧栏杆缺失');
  await expect(contractor.page.getByText(REASON).count()).resolves.toBe(0);
  for (const phone of [supervisor, head, contractor]) {
    expect(phone.faults).toEqual([]);
    await phone.close();
  }
});
