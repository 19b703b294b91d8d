import type { Browser, Locator } from 'playwright-core';
import { holderOf } from '../support/cloud';
import { launchBrowser, Phone } from '../support/phone';
import { goodReport } from '../support/report';
import { Runtime } from '../support/runtime';

const SUPERVISOR = '19000000103';
const COLLEAGUE = '19000000104';
const HEAD = '19000000101';
const DEPUTY = '19000000102';
const BUREAU = '19000000108';
const CONTRACTOR = '19000000302';
const SUPERVISION = '19000000306';
const OTHER_STATION = '19000000203';

const WAITING = '…待审核';
const APPROVED = '✓审核通过';
const REJECTED = '✕审核未通过';
const REFUSED = '没有找到，或无权查看';

const runtime = new Runtime();
let browser: Browser;
let cloudUrl: string;
const phones = new Map<string, Phone>();

/** Somebody's own phone, entered the first time. */
const phoneOf = async (holder: string): Promise<Phone> => {
  const known = phones.get(holder);
  if (known) return known;
  const phone = await Phone.open(browser, runtime.url, holder);
  phones.set(holder, phone);
  await phone.enter();
  await phone.see(/好，/);
  return phone;
};

/** The phone at one page, opened anew. */
const at = async (holder: string, page: string): Promise<Phone> => {
  const phone = await phoneOf(holder);
  await phone.page.goto(`${runtime.url}/?as=${holder}&path=${encodeURIComponent(`/pages/${page}`)}`);
  return phone;
};
const atRecord = (holder: string, id: string) => at(holder, `inspection/detail/detail?id=${id}`);
const atList = (holder: string, list: 'sent' | 'received', tab: string) =>
  at(holder, `inspection/${list}/${list}?tab=${tab}`);

const card = (phone: Phone, part: string): Locator =>
  phone.page.getByRole('button', { name: part }).filter({ visible: true });
const seeCard = async (phone: Phone, part: string, tag: string): Promise<void> => {
  await card(phone, part).getByText(tag, { exact: true }).waitFor();
};
const search = async (phone: Phone, keyword: string): Promise<void> => {
  const box = phone.page.locator('input').filter({ visible: true });
  await box.fill(keyword);
  await box.press('Enter');
};

/** Submitted as 监督上报 would; how it is filled in is a journey of its own. */
const submit = async (change: object): Promise<string> => {
  const answer = await holderOf(cloudUrl, SUPERVISOR).call('inspection', 'submit', {
    ...goodReport(),
    ...change,
  });
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { inspectionId: string }).inspectionId;
};

const withoutUnit = [{ ...goodReport().findings[0], unitId: null }];

beforeAll(async () => {
  await runtime.start();
  browser = await launchBrowser();
  const settings = await (await fetch(`${runtime.url}/settings.js`)).text();
  [, cloudUrl = ''] = /"cloudUrl":"([^"]+)"/.exec(settings) ?? [];
  await phoneOf(SUPERVISOR);
});

afterEach(() => {
  for (const phone of phones.values()) expect(phone.faults).toEqual([]);
});

afterAll(async () => {
  for (const [holder, phone] of phones) await phone.screenshot(`review-${holder}`);
  await browser.close();
  await runtime.stop();
});

test('a rejection reaches its author with the reason, the corrected copy points at it, and is passed after a look at the past', async () => {
  // What the project had before: an effective record that cites the same entry.
  await submit({ part: '2 号楼 9 层', reviewerIds: [] });
  const first = await submit({ part: '3 号楼 12 层外架' });

  const head = await phoneOf(HEAD);
  await head.tap('待办');
  await seeCard(head, '3 号楼 12 层外架', WAITING);
  await head.tapOn(card(head, '3 号楼 12 层外架'));
  await head.see('责任单位');
  await head.see('琼建示范建工集团有限公司（施工单位）');
  await head.see('责令整改');
  await head.see('3 天');
  await head.see('引用的 1 条中有 1 条以往出现过');
  await head.tap('不通过');
  await head.page.getByLabel('审核意见').fill('看不清栏杆缺失的范围');
  await head.tap('确定不通过');
  await head.see('王立新 审核未通过');

  const supervisor = await atList(SUPERVISOR, 'sent', 'pendingReview');
  await supervisor.tapOn(supervisor.page.getByRole('tab', { name: '审核未通过，1 条' }));
  await seeCard(supervisor, '3 号楼 12 层外架', REJECTED);
  await supervisor.tapOn(card(supervisor, '3 号楼 12 层外架'));
  await supervisor.see('原因：看不清栏杆缺失的范围');
  await supervisor.see('更正后重新上报', true);

  const copy = await submit({ part: '3 号楼 12 层外架（补拍）', previousId: first });
  await atList(SUPERVISOR, 'sent', 'rejected');
  await supervisor.tapOn(card(supervisor, '3 号楼 12 层外架'));
  await supervisor.tap('已更正并重新上报，查看更正后的记录');
  await supervisor.see('3 号楼 12 层外架（补拍）');
  await supervisor.see('原记录审核未通过，原因：看不清栏杆缺失的范围');
  await supervisor.tap('查看原记录');
  await supervisor.see('已更正并重新上报，查看更正后的记录');
  await expect(supervisor.text('更正后重新上报').count()).resolves.toBe(0);

  // The reviewer looks at the last record with the same entry and comes back.
  await atRecord(HEAD, copy);
  await head.see('本工程以往');
  await head.tapOn(head.page.getByRole('button', { name: '2 号楼 9 层' }).filter({ visible: true }));
  await head.see(APPROVED, true);
  await head.page.evaluate(() => wx.navigateBack());
  await head.tap('审核通过');
  await head.tap('通过');
  await head.see('王立新 审核通过');

  // 已读: the author sees that the recipient opened it.
  await atRecord(SUPERVISOR, copy);
  await supervisor.see('未读', true);
  const contractor = await atList(CONTRACTOR, 'received', 'delivered');
  await contractor.tapOn(
    contractor.page.getByRole('button', { name: '未读，滨江新城三期 A 区，安全 · 3 号楼 12 层外架（补拍）' }),
  );
  await contractor.see('东侧栏杆缺失');
  for (const inside of ['王立新', '看不清栏杆', '原记录', '未读', '已读', '本工程以往']) {
    await expect(contractor.text(inside, false).count()).resolves.toBe(0);
  }
  await contractor.page.evaluate(() => wx.navigateBack());
  await contractor.page
    .getByRole('button', { name: /^滨江新城三期 A 区，安全 · 3 号楼 12 层外架（补拍）/ })
    .waitFor();
  await atRecord(SUPERVISOR, copy);
  await supervisor.see('✓已读', true);
  await supervisor.see('打开');
});

test('监督内档: who sees it and who does not', async () => {
  const id = await submit({
    projectId: 'pr-bsm',
    part: '白沙门泵房',
    isClear: true,
    findings: [],
    reviewerIds: [],
    recipientIds: [],
  });
  for (const holder of [SUPERVISOR, HEAD, DEPUTY]) {
    const phone = await atRecord(holder, id);
    await phone.see('监督内档');
    await phone.see('未发现问题');
    await phone.see('白沙门泵房');
  }
  for (const holder of [COLLEAGUE, BUREAU, CONTRACTOR]) {
    const phone = await atRecord(holder, id);
    await phone.see(REFUSED);
    await expect(phone.text('白沙门泵房', false).count()).resolves.toBe(0);
    await expect(phone.text('白沙门污水处理厂扩建工程', false).count()).resolves.toBe(0);
  }
});

test('the partner is asked beside the reviewers and confirms with one tap; the author sees it', async () => {
  const id = await submit({
    projectId: 'pr-bsm',
    part: '初沉池池壁',
    partnerId: 'p0104',
    findings: withoutUnit,
    recipientIds: [],
  });
  const colleague = await at(COLLEAGUE, 'home/home');
  await colleague.see('待办 1');
  await colleague.see('确认共同检查');
  await colleague.see('白沙门污水处理厂扩建工程 · 初沉池池壁');
  await colleague.tap('待办');
  await seeCard(colleague, '初沉池池壁', '…待确认');
  await colleague.tapOn(card(colleague, '初沉池池壁'));
  await colleague.see('确认您与陈海生一同做了这次检查');
  await colleague.tap('确认共同检查');
  await colleague.see('李文静 确认共同检查');
  await expect(colleague.text('确认您与陈海生一同做了这次检查').count()).resolves.toBe(0);
  await at(COLLEAGUE, 'home/home');
  await colleague.see('待办 0');
  const supervisor = await atRecord(SUPERVISOR, id);
  await supervisor.see('✓已确认', true);
});

test('two reviewers on two phones at once: one decides, the other is told and sees what was decided', async () => {
  const id = await submit({ part: '4 号楼地下室' });
  const [head, deputy] = [await atRecord(HEAD, id), await atRecord(DEPUTY, id)];
  await head.tap('审核通过');
  await deputy.tap('审核通过');
  await Promise.all([head.tap('通过'), deputy.tap('通过')]);
  const told = '知道了';
  await Promise.any([head.see(told), deputy.see(told)]);
  const isHeadTold = await head.text(told).isVisible();
  const [first, second] = isHeadTold ? [deputy, head] : [head, deputy];
  await second.see('没有办成');
  await second.tap(told);
  const by = isHeadTold ? '林淑芬 审核通过' : '王立新 审核通过';
  for (const phone of [first, second]) {
    await phone.see(by);
    await expect(phone.text('不通过').count()).resolves.toBe(0);
  }
});

test('a card in a chat opens only for who may read it; who has not entered is led in and comes back to it', async () => {
  const id = await submit({
    part: '5 号楼卸料平台',
    reviewerIds: [],
    recipientIds: ['p0302', 'p0306'],
  });
  const supervisor = await atRecord(SUPERVISOR, id);
  await supervisor.see('5 号楼卸料平台');
  await supervisor.tapOn(supervisor.page.getByLabel('更多'));
  await supervisor.tap('转发给朋友');
  await supervisor.see('滨江新城三期 A 区 · 安全监督检查记录');
  const path = await supervisor.page.locator('[class*=share-path]').textContent();
  expect(path).toBe(`/pages/inspection/detail/detail?id=${id}`);
  await expect(supervisor.page.locator('[class*=share-card] img').getAttribute('src')).resolves.toContain(
    'share.png',
  );
  await supervisor.tap('取消');

  // Nobody of this phone has entered: to the entry, and from there to the record, or to its refusal.
  for (const [holder, shown] of [
    [SUPERVISION, '东侧栏杆缺失'],
    [OTHER_STATION, REFUSED],
  ] as const) {
    const phone = await Phone.open(browser, runtime.url, holder, `&path=${encodeURIComponent(path ?? '')}`);
    phones.set(holder, phone);
    await phone.see('手机号快捷进入');
    await expect(phone.text('5 号楼卸料平台', false).count()).resolves.toBe(0);
    await phone.enter();
    await phone.see(shown);
  }
});

test('records are searched by project, number and part, over all tabs', async () => {
  await submit({ part: '9 号楼人货梯' });
  const supervisor = await atList(SUPERVISOR, 'sent', 'pendingReview');
  await seeCard(supervisor, '9 号楼人货梯', WAITING);
  await seeCard(supervisor, '二沉池基坑北侧', WAITING);
  await search(supervisor, '9 号楼');
  await card(supervisor, '二沉池基坑北侧').waitFor({ state: 'detached' });
  await seeCard(supervisor, '9 号楼人货梯', WAITING);
  await search(supervisor, '桥');
  await supervisor.see('请至少输入两个字');
  await seeCard(supervisor, '9 号楼人货梯', WAITING);
  await search(supervisor, '白沙门');
  await seeCard(supervisor, '二沉池基坑北侧', WAITING);
  await expect(card(supervisor, '9 号楼人货梯').count()).resolves.toBe(0);
  await supervisor.turnTo('审核通过');
  await seeCard(supervisor, '白沙门泵房', APPROVED);
  await expect(card(supervisor, '江东文旅城').count()).resolves.toBe(0);
  await search(supervisor, '2025-0188');
  await seeCard(supervisor, '3 号楼 5 层楼板', APPROVED);
  await expect(card(supervisor, '白沙门泵房').count()).resolves.toBe(0);
  await search(supervisor, '体育馆');
  await supervisor.see('没有找到符合的记录');

  const head = await atList(HEAD, 'received', 'toReview');
  await search(head, '陈海生 人货梯');
  await seeCard(head, '9 号楼人货梯', WAITING);
  await expect(card(head, '二沉池基坑北侧').count()).resolves.toBe(0);
});
