import { createHash } from 'node:crypto';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser, makePhoto, Phone } from '../support/phone';
import { Runtime } from '../support/runtime';
import { fillReport, PROJECT, TERM, VIOLATION } from './fill-report';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const DEPUTY = '19000000102';
const CONTRACTOR = '19000000302';
const OTHER_STATION = '19000000203';
const UNKNOWN = '19000009999';
const PART = '3 号楼 12 层作业面';
const OTHER_PART = '1 号塔吊';
const ADDRESS = '海口市琼山区滨江路 88 号';
/** A point of 海口市. */
const SITE = '&at=110.3540,20.0030';

const runtime = new Runtime();
let browser: Browser;
let recordId: string;
const phones: Phone[] = [];

const open = async (holder: string, more = ''): Promise<Phone> => {
  const phone = await Phone.open(browser, runtime.url, holder, more);
  phones.push(phone);
  return phone;
};

/** Tags as they stand on a card or at the head of a record, each with its sign: no button and no tab has one. */
const WAITING = '…待审核';
const APPROVED = '✓审核通过';
const REJECTED = '✕审核未通过';
const REASON = '照片看不出回转半径，请补拍';
/** What the demonstration sent to this contractor before. */
const EARLIER_PART = '3 号楼 5 层楼板';

/** The card of a record in the list that stands on the screen. */
const card = (phone: Phone, part: string): Locator =>
  phone.page.getByRole('button', { name: part }).filter({ visible: true });

const seeCard = async (phone: Phone, part: string, tag: string): Promise<void> => {
  await card(phone, part).getByText(tag, { exact: true }).waitFor();
  expect(await card(phone, part).count()).toBe(1);
};

/** 我接收的 or 我发送的 anew, at the tab. */
const openList = async (
  phone: Phone,
  holder: string,
  list: 'sent' | 'received',
  tab: string,
): Promise<void> => {
  const path = encodeURIComponent(`/pages/inspection/${list}/${list}?tab=${tab}`);
  await phone.page.goto(`${runtime.url}/?as=${holder}&path=${path}`);
};

const idOnScreen = (phone: Phone): string =>
  /[?&]id=([\w.-]+)/.exec(decodeURIComponent(phone.page.url()))?.[1] ?? '';

beforeAll(async () => {
  await runtime.start();
  browser = await launchBrowser();
});

afterAll(async () => {
  // What stood on each screen when the journey ended, for whoever looks into a failure.
  for (const [index, phone] of phones.entries()) await phone.screenshot(`inspection-${index + 1}`);
  await browser.close();
  await runtime.stop();
});

test('a supervisor enters, locates a project and reports; leaders decide; the contractor reads; a kill loses nothing', async () => {
  const cover = await makePhoto(browser, '#2e7d32');
  const photos = [await makePhoto(browser, '#b71c1c'), await makePhoto(browser, '#0d47a1')];

  // Refused at the door.
  const stranger = await open(UNKNOWN);
  await stranger.tap('手机号快捷进入');
  await stranger.agree(stranger.text('拒绝'));
  await stranger.tap('拒绝');
  await stranger.see('没有取得手机号');
  await stranger.enter();
  await stranger.see('190****9999');
  await expect(stranger.text('工程定位').count()).resolves.toBe(0);

  // 进入 → 工程定位 → 工程列表 → 关键字 → 封面图 → 获取/更新定位 → 提交
  const supervisor = await open(SUPERVISOR, SITE);
  await supervisor.enter();
  await supervisor.see('陈海生');
  await supervisor.tap('工程定位');
  await supervisor.tap('工程列表');
  await supervisor.see('海甸大道改造工程');
  await supervisor.page.locator('input').filter({ visible: true }).fill('滨江');
  await supervisor.page.locator('input').filter({ visible: true }).press('Enter');
  await supervisor.text('海甸大道改造工程').waitFor({ state: 'detached' });
  await supervisor.tap(PROJECT);
  await supervisor.see(ADDRESS);
  await supervisor.tap('工程定位');
  await supervisor.see('还没有定位。到达工地后点下面的按钮获取。');
  await supervisor.choosePhotos(supervisor.page.getByLabel('上传工地现场照片'), [cover]);
  await supervisor.tap('获取/更新定位');
  await supervisor.tap('允许');
  await supervisor.see('新的定位（尚未提交）');
  await supervisor.see('110.354');
  await supervisor.see('20.003');
  await supervisor.see('海南省海口市');
  await supervisor.tap('提交');
  await supervisor.see('当前定位');
  await supervisor.see('定位记录');
  const shown = supervisor.page.locator('.cover img');
  await shown.evaluate((image: HTMLImageElement) => image.decode());
  await expect(shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).resolves.toBe(640);
  const bytes = createHash('sha256').update(cover).digest('hex');
  expect(runtime.storedBytes(bytes).equals(cover)).toBe(true);

  // 监督上报 → 立即提交 → 我发送的 待审核
  await supervisor.page.goto(`${runtime.url}/?as=${SUPERVISOR}${SITE}`);
  await fillReport(supervisor, PART, photos, '12 层东侧临边防护栏杆被拆除后没有恢复', ['王立新', '林淑芬']);
  await supervisor.tap('立即提交');
  await supervisor.see('我发送的');
  await seeCard(supervisor, PART, WAITING);
  await supervisor.tapOn(card(supervisor, PART));
  await supervisor.see(WAITING, true);
  await supervisor.see('12 层东侧临边防护栏杆被拆除后没有恢复');
  recordId = idOnScreen(supervisor);
  expect(recordId).not.toBe('');

  // Before the decision it is in both leaders' lists and not in the contractor's.
  const deputy = await open(DEPUTY);
  await deputy.enter();
  await deputy.see('陈海生');
  await deputy.tap('监督检查');
  await deputy.tap('我接收的');
  await seeCard(deputy, PART, WAITING);
  const contractor = await open(CONTRACTOR);
  await contractor.enter();
  await contractor.tap('监督检查');
  await contractor.tap('我接收的');
  // The list is there: what came before stands in it.
  await seeCard(contractor, EARLIER_PART, APPROVED);
  expect(await card(contractor, PART).count()).toBe(0);

  const head = await open(HEAD);
  await head.enter();
  await head.tap('监督检查');
  await head.tap('我接收的');
  await seeCard(head, PART, WAITING);
  await head.tapOn(card(head, PART));
  await head.see('12 层东侧临边防护栏杆被拆除后没有恢复');
  await head.tap('审核通过');
  await head.tap('通过');
  await head.see(APPROVED, true);
  await head.see('王立新 审核通过');

  // It left the other leader's list and stands as 审核通过.
  await openList(deputy, DEPUTY, 'received', 'toReview');
  await deputy.see('没有待审核的记录', true);
  expect(await card(deputy, PART).count()).toBe(0);
  await openList(head, HEAD, 'received', 'reviewed');
  await seeCard(head, PART, APPROVED);
  await openList(supervisor, SUPERVISOR, 'sent', 'pendingReview');
  await seeCard(supervisor, '二沉池基坑北侧', WAITING);
  expect(await card(supervisor, PART).count()).toBe(0);
  await supervisor.turnTo('审核通过');
  await seeCard(supervisor, PART, APPROVED);

  // 我接收的 · 下达接收, with both photos really decoded, small, and their originals byte for byte in the store.
  await openList(contractor, CONTRACTOR, 'received', 'delivered');
  await seeCard(contractor, PART, APPROVED);
  await contractor.tapOn(card(contractor, PART));
  await contractor.see('12 层东侧临边防护栏杆被拆除后没有恢复');
  await contractor.see(TERM);
  await contractor.see(VIOLATION);
  const pictures = contractor.page.locator('[class*=evidence-grid] img').filter({ visible: true });
  await expect(pictures.count()).resolves.toBe(2);
  for (const [index, photo] of photos.entries()) {
    await pictures.nth(index).evaluate((image: HTMLImageElement) => image.decode());
    await expect(pictures.nth(index).evaluate((image: HTMLImageElement) => image.naturalWidth)).resolves.toBe(
      360,
    );
    const sha256 = createHash('sha256').update(photo).digest('hex');
    expect(runtime.storedBytes(sha256).equals(photo)).toBe(true);
  }

  // A second report is rejected with a reason that its author reads.
  await supervisor.page.goto(`${runtime.url}/?as=${SUPERVISOR}${SITE}`);
  await fillReport(supervisor, OTHER_PART, photos.slice(0, 1), '塔吊回转半径内有人停留', ['林淑芬']);
  await supervisor.tap('立即提交');
  await seeCard(supervisor, OTHER_PART, WAITING);
  await openList(deputy, DEPUTY, 'received', 'toReview');
  await seeCard(deputy, OTHER_PART, WAITING);
  await deputy.tapOn(card(deputy, OTHER_PART));
  await deputy.see('塔吊回转半径内有人停留');
  await deputy.tap('不通过');
  await deputy.tap('确定不通过');
  await deputy.see('缺少审核意见，请写明原因');
  await deputy.page.getByLabel('审核意见').fill(REASON);
  await deputy.tap('确定不通过');
  await deputy.see(REJECTED, true);
  await deputy.see('林淑芬 审核未通过');
  await openList(supervisor, SUPERVISOR, 'sent', 'pendingReview');
  await seeCard(supervisor, '二沉池基坑北侧', WAITING);
  await supervisor.turnTo('审核未通过');
  await seeCard(supervisor, OTHER_PART, REJECTED);
  await supervisor.tapOn(card(supervisor, OTHER_PART));
  await supervisor.see(REJECTED, true);
  await supervisor.see(`原因：${REASON}`);

  // Another station's supervisor does not reach the record by its id.
  const other = await open(OTHER_STATION);
  await other.enter();
  await other.see('周大勇');
  await other.page.goto(
    `${runtime.url}/?as=${OTHER_STATION}&path=/pages/inspection/detail/detail?id=${recordId}`,
  );
  await other.see('没有找到，或无权查看');
  await expect(other.text('12 层东侧', false).count()).resolves.toBe(0);

  for (const phone of phones) expect(phone.faults).toEqual([]);

  // Everything is killed and started again; all of it is there.
  await runtime.kill();
  await runtime.start();
  await supervisor.page.goto(
    `${runtime.url}/?as=${SUPERVISOR}&path=/pages/inspection/detail/detail?id=${recordId}`,
  );
  await supervisor.see(APPROVED, true);
  await supervisor.see('12 层东侧临边防护栏杆被拆除后没有恢复');
  const again = supervisor.page.locator('[class*=evidence-grid] img').filter({ visible: true });
  await expect(again.count()).resolves.toBe(2);
  for (const index of photos.keys()) {
    await again.nth(index).evaluate((image: HTMLImageElement) => image.decode());
  }
  await openList(supervisor, SUPERVISOR, 'sent', 'rejected');
  await seeCard(supervisor, OTHER_PART, REJECTED);
  await supervisor.tapOn(card(supervisor, OTHER_PART));
  await supervisor.see(`原因：${REASON}`);
  await supervisor.see('塔吊回转半径内有人停留');
  await openList(contractor, CONTRACTOR, 'received', 'delivered');
  await seeCard(contractor, EARLIER_PART, APPROVED);
  await seeCard(contractor, PART, APPROVED);
  expect(await card(contractor, OTHER_PART).count()).toBe(0);
  await openList(head, HEAD, 'received', 'reviewed');
  await seeCard(head, PART, APPROVED);
  await openList(deputy, DEPUTY, 'received', 'reviewed');
  await seeCard(deputy, OTHER_PART, REJECTED);
  await supervisor.page.goto(`${runtime.url}/?as=${SUPERVISOR}&path=/pages/project/list/list`);
  await supervisor.tap(PROJECT);
  await supervisor.tap('工程定位');
  await supervisor.see('当前定位');
  await supervisor.see('110.354');
});
