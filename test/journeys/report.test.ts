import { randomUUID } from 'node:crypto';
import type { Browser, Locator } from 'playwright-core';
import { shortNumberOf } from '../../miniprogram/domain/project/short-number';
import { launchBrowser, Phone } from '../support/phone';
import { sha256 } from '../support/report';
import { Runtime } from '../support/runtime';
import { addEntries, choosePeople, PROJECT, TERM } from './fill-report';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const CAMERA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const PART = '3 号楼 12 层外架';
/** Q-REB-005: 质量 and 综合 only, 一般. */
const QUALITY_TERM = '钢筋保护层厚度偏差超限、垫块缺失';
/** S-PIT-006: 重大. */
const MAJOR_TERM = '基坑周边堆载超过设计允许值';

const runtime = new Runtime();
let browser: Browser;
let phone: Phone;
let cloudUrl = '';

interface Touched {
  touches: number;
}

/** Every finger that comes down on the glass. */
const countTouches = async (on: Phone): Promise<void> => {
  await on.page.addInitScript(() => {
    const touched = window as unknown as Touched;
    touched.touches = 0;
    addEventListener('touchstart', (event) => (touched.touches += event.isTrusted ? 1 : 0), true);
  });
};

beforeAll(async () => {
  await runtime.start();
  const settings = await (await fetch(`${runtime.url}/settings.js`)).text();
  [, cloudUrl = ''] = /"cloudUrl":"([^"]+)"/.exec(settings) ?? [];
  browser = await launchBrowser(CAMERA);
  phone = await Phone.open(browser, runtime.url, SUPERVISOR);
  await countTouches(phone);
  await phone.enter();
  await phone.see('陈海生');
  const head = await Phone.open(browser, runtime.url, HEAD);
  await head.enter();
  await head.see('王立新');
  await head.close();
});

afterAll(async () => {
  await phone.screenshot('report');
  await browser.close();
  await runtime.stop();
});

/** What a person's phone is answered by 监督检查. */
const ask = async (as: string, action: string, data: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${cloudUrl}/client/call`, {
    method: 'POST',
    headers: { 'x-wx-holder': as },
    body: JSON.stringify({ name: 'inspection', data: { action, data } }),
  });
  const { result } = (await response.json()) as { result: { data: Record<string, unknown> } };
  return result.data;
};
/** The last record of the tab, whole. */
const lastSent = async (tab: string): Promise<Record<string, unknown>> => {
  const { rows } = await ask(SUPERVISOR, 'listSent', { tab, cursor: null });
  const [{ inspectionId } = { inspectionId: '' }] = rows as { inspectionId: string }[];
  return ask(SUPERVISOR, 'read', { inspectionId });
};

const open = async (query: string): Promise<void> => {
  const path = encodeURIComponent(`/pages/inspection/report/report?${query}`);
  await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}&path=${path}`);
};
/** As a scanned code opens it. */
const openScanned = async (): Promise<void> => {
  await open('project=pr-bj3a');
  await phone.see(PROJECT);
};
const named = (name: string): Locator => phone.page.getByRole('button', { name, exact: true });
const problem = (order: number): Locator => phone.page.locator(`#field-problem-${order - 1}`);
const fillPart = (part: string) => phone.page.getByLabel('抽查部位', { exact: true }).fill(part);

/** With WeChat's camera: the button, and the shutter. */
const takePhoto = async (on: Phone): Promise<void> => {
  await on.tapOn(on.page.getByRole('button', { name: '拍照', exact: true }));
  const shutter = on.page.locator('[class*=camera-shutter]');
  await on.agree(shutter);
  await on.tapOn(shutter);
  await shutter.waitFor({ state: 'detached' });
};
const submit = async (): Promise<void> => {
  await phone.tap('核对并提交');
  await phone.tap('立即提交');
  await phone.see('我发送的');
};

test('three problems of different severity; a change of type asks about the terms of all of them', async () => {
  await openScanned();
  await fillPart(PART);
  await takePhoto(phone);
  await phone.page.getByLabel('第 1 张照片', { exact: true }).waitFor();
  await addEntries(phone, [['脚手板', TERM]]);
  await problem(1).getByText('严重', { exact: true }).first().waitFor();

  await phone.tap('加问题');
  await addEntries(phone, [['保护层厚度', QUALITY_TERM]]);
  await problem(2).getByText('一般', { exact: true }).first().waitFor();
  await phone.tap('加问题');
  await addEntries(phone, [['jkzb', MAJOR_TERM]]);
  await problem(3).getByText('重大', { exact: true }).first().waitFor();

  // The terms propose, the supervisor judges.
  await phone.tap('判定');
  await phone.page.getByLabel('整改期限，天').fill('2');
  await phone.tap('判定');
  await phone.see('重大 · 琼建示范建工集团有限公司（施工单位） · 局部停工');
  await phone.see('2 天内整改');

  await phone.tap('安全');
  await phone.see(`已选的 1 条标准规范及违法违规行为不属于“安全”，更换后将移除：${QUALITY_TERM}`);
  await phone.tap('更换');
  await problem(2).getByText('还没有内容').waitFor();
  await problem(1).getByText('1 图').waitFor();

  await choosePeople(phone, '共同检查人', ['李文静']);
  await choosePeople(phone, '上报接收人', ['王立新', '林淑芬']);
  await phone.see('其中一人审核即可');
  await choosePeople(phone, '下达接收人', ['赵铁山']);

  // What lost its only term is told in its place.
  await phone.tap('核对并提交');
  await problem(2).getByText('还没有描述问题').waitFor();
  await phone.tapOn(problem(2).getByText('问题 2'));
  await problem(2).getByLabel('问题补充说明').fill('楼梯扶手没有安装');
  await phone.tap('核对并提交');
  await phone.see('监督检查记录一旦形成，不可更改，请提交前仔细确认。');
  for (const name of ['李文静', '王立新', '林淑芬', '赵铁山']) await phone.see(`${name}（`);
  await phone.tap('立即提交');
  await phone.see('我发送的');

  const record = await lastSent('pendingReview');
  expect(record).toMatchObject({
    type: 'safety',
    part: PART,
    isClear: false,
    partner: { name: '李文静' },
    findings: [
      { severity: 'serious', days: 1, cited: [{ text: TERM }], photos: [{ order: 1 }] },
      { severity: 'general', days: null, cited: [], supplement: '楼梯扶手没有安装', unit: null },
      { severity: 'major', days: 2, cited: [{ text: MAJOR_TERM }] },
    ],
  });
  const command = { requestId: randomUUID(), inspectionId: record['inspectionId'], reason: '' };
  await expect(ask(HEAD, 'approve', command)).resolves.toMatchObject({ status: 'effective' });
});

/** From here on every finger that comes down on this phone counts. */
const countTaps = (on: Phone) => on.page.evaluate(() => ((window as unknown as Touched).touches = 0));
const tapsOn = (on: Phone) => on.page.evaluate(() => (window as unknown as Touched).touches);
/** WeChat opens the page that the code on the site's board names, with the project's short number. */
const scanBoard = async (on: Phone): Promise<void> => {
  const path = encodeURIComponent(
    `/pages/project/detail/detail?scene=${shortNumberOf('pr-bj3a', (text) => sha256(Buffer.from(text)))}`,
  );
  await on.page.goto(`${runtime.url}/?as=${SUPERVISOR}&path=${path}`);
  await on.see(PROJECT);
  await on.see('监督上报');
  await countTaps(on);
};

test('from the scan of the board a problem is reported in ten taps at most: people, part and term are those of the last time', async () => {
  await scanBoard(phone);
  await phone.tap('监督上报');
  await phone.see('已沿用上次的人员，请核对');
  await named(`添加 ${TERM}`).waitFor();
  await phone.tap(PART);
  await takePhoto(phone);
  await phone.tapOn(named(`添加 ${TERM}`));
  // The one that was approved stands before the eyes, without a tap.
  await phone.see(/本工程今天也有此问题（陈海生，3 号楼 12 层外架）/);
  await phone.tap('核对并提交');
  for (const name of ['李文静', '王立新', '林淑芬', '赵铁山']) await phone.see(`${name}（`);
  await phone.tap('立即提交');
  await phone.see('我发送的');

  const taps = await tapsOn(phone);
  expect(taps).toBeGreaterThanOrEqual(6);
  expect(taps).toBeLessThanOrEqual(10);
  await expect(lastSent('pendingReview')).resolves.toMatchObject({
    type: 'safety',
    part: PART,
    partner: { name: '李文静' },
    reviewers: [{ name: '王立新' }, { name: '林淑芬' }],
    recipients: [{ name: '赵铁山' }],
    findings: [{ cited: [{ text: TERM }], photos: [{ order: 1 }] }],
  });
});

test('on a phone that remembers nothing it is fifteen, with the part written and both kinds of people chosen', async () => {
  const fresh = await Phone.open(browser, runtime.url, SUPERVISOR);
  await countTouches(fresh);
  await scanBoard(fresh);
  await fresh.tap('监督上报');
  const part = fresh.page.getByLabel('抽查部位', { exact: true });
  await fresh.tapOn(part);
  await part.fill('5 号楼 3 层');
  await takePhoto(fresh);
  const terms = fresh.page.getByRole('button', { name: /^添加 / });
  const term = ((await terms.first().getAttribute('aria-label')) ?? '').replace('添加 ', '');
  await fresh.tapOn(terms.first());
  await choosePeople(fresh, '上报接收人', ['王立新']);
  await choosePeople(fresh, '下达接收人', ['赵铁山']);
  await fresh.tap('核对并提交');
  await fresh.tap('立即提交');
  await fresh.see('我发送的');

  const taps = await tapsOn(fresh);
  expect(taps).toBeGreaterThanOrEqual(12);
  expect(taps).toBeLessThanOrEqual(15);
  await expect(lastSent('pendingReview')).resolves.toMatchObject({
    part: '5 号楼 3 层',
    reviewers: [{ name: '王立新' }],
    recipients: [{ name: '赵铁山' }],
    findings: [{ cited: [{ text: term }], photos: [{ order: 1 }] }],
  });
  expect(fresh.faults).toEqual([]);
  await fresh.close();
});

test('the record that had the same problem opens, and the form is still there', async () => {
  await openScanned();
  await phone.tapOn(named(`添加 ${TERM}`));
  await phone.tap(/也有此问题/);
  await phone.see('楼梯扶手没有安装');
  await phone.tapOn(phone.page.getByLabel('返回', { exact: true }).filter({ visible: true }));
  await phone.page.getByLabel(`移除 ${TERM}`).waitFor();
});

test('without an answer about former problems the report goes on, silently', async () => {
  await openScanned();
  await phone.page.route('**/client/call', (route) =>
    route.request().postData()?.includes('sameProblems') ? route.abort() : route.continue(),
  );
  await phone.tapOn(named(`添加 ${TERM}`));
  await phone.page.getByLabel(`移除 ${TERM}`).waitFor();
  await phone.tap(PART);
  await phone.tap('核对并提交');
  await phone.see('立即提交');
  await phone.page.unroute('**/client/call');
  // Of the browser's own, for the request that was cut off.
  expect(phone.faults.splice(0)).toEqual(['Failed to load resource: net::ERR_FAILED']);
});

test('未发现问题 is one tap and makes a record without problems', async () => {
  await openScanned();
  await phone.tap('未发现问题');
  await expect(problem(1).count()).resolves.toBe(0);
  await fillPart('全场巡查');
  await submit();
  await expect(lastSent('pendingReview')).resolves.toMatchObject({
    part: '全场巡查',
    isClear: true,
    findings: [],
  });
});

test('a part is turned on the wheel', async () => {
  await openScanned();
  await phone.tap('选楼栋楼层');
  for (const [column, rows, name] of [
    [0, 5, '5 号楼'],
    [1, 3, '地下 1 层'],
    [2, 8, '基坑'],
  ] as const) {
    const wheel = phone.page.getByRole('listbox').nth(column);
    await wheel.hover();
    for (let turned = 0; turned < rows; turned += 1) await phone.page.mouse.wheel(0, 34);
    await wheel.getByRole('option', { name, exact: true, selected: true }).waitFor();
  }
  await phone.tap('确定');
  await expect(phone.page.getByLabel('抽查部位', { exact: true }).inputValue()).resolves.toBe(
    '5 号楼 地下 1 层基坑',
  );
});

test('a rejected record is corrected: all of it stands there, its photo is not sent again', async () => {
  await openScanned();
  await fillPart('1 号塔吊');
  await takePhoto(phone);
  await problem(1).getByLabel('问题补充说明').fill('回转半径内有人停留');
  await submit();
  const { inspectionId } = await lastSent('pendingReview');
  await ask(HEAD, 'reject', { requestId: randomUUID(), inspectionId, reason: '写明是哪一台塔吊' });

  const uploads: string[] = [];
  phone.page.on('request', (request) => {
    if (request.url().includes('/client/upload')) uploads.push(request.url());
  });
  await open(`correct=${String(inspectionId)}`);
  await phone.see('审核未通过的原因：写明是哪一台塔吊');
  await phone.see('1 图 · 回转半径内有人停留');
  await expect(phone.page.getByLabel('抽查部位', { exact: true }).inputValue()).resolves.toBe('1 号塔吊');
  await phone.tap('问题 1');
  const shown = problem(1).locator('img').first();
  await shown.evaluate((image: HTMLImageElement) => image.decode());
  await fillPart('1 号塔吊（东侧）');
  await submit();
  await expect(lastSent('pendingReview')).resolves.toMatchObject({
    part: '1 号塔吊（东侧）',
    previous: { inspectionId, reason: '写明是哪一台塔吊' },
    findings: [{ supplement: '回转半径内有人停留', photos: [{ order: 1 }] }],
  });
  expect(uploads).toEqual([]);

  await open(`correct=${String(inspectionId)}`);
  await phone.see('这条记录已经更正并重新上报过');
  expect(phone.faults).toEqual([]);
});
