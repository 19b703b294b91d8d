import type { Browser, Route } from 'playwright-core';
import { launchBrowser, makePhoto, Phone } from '../support/phone';
import { Runtime } from '../support/runtime';
import { fillReport, PROJECT } from './fill-report';

const SUPERVISOR = '19000000103';
const DESK = { width: 1280, height: 900 };

const runtime = new Runtime();
let browser: Browser;

beforeAll(async () => {
  await runtime.start();
  browser = await launchBrowser();
});

let phone: Phone;

afterAll(async () => {
  await phone.screenshot('offline');
  await browser.close();
  await runtime.stop();
});

test('without a network a report is refused in words, keeps all that was typed, and is sent once when the network is back', async () => {
  const photo = await makePhoto(browser, '#4e342e');
  phone = await Phone.open(browser, runtime.url, SUPERVISOR, '', DESK);
  await phone.enter();
  await phone.see('陈海生');
  await fillReport(phone, '2 号楼屋面', [photo], '屋面临边没有防护', ['王立新']);
  await phone.page.getByLabel('网络', { exact: true }).selectOption('off');
  await phone.tap('立即提交');
  await phone.see('网络不可用，请检查网络后重试。已填写的内容仍在本页');
  await phone.tap('知道了');
  await phone.tap('返回修改');
  await phone.see(PROJECT);
  await expect(phone.page.getByLabel('抽查部位').inputValue()).resolves.toBe('2 号楼屋面');
  await expect(phone.page.getByLabel('问题补充说明').inputValue()).resolves.toBe('屋面临边没有防护');
  await phone.page.getByLabel('第 1 张照片', { exact: true }).first().waitFor();

  await phone.page.getByLabel('网络', { exact: true }).selectOption('on');
  await phone.tap('核对并提交');
  await phone.tap('立即提交');
  await phone.see('我发送的');
  await phone.see('2 号楼屋面');
  await expect(phone.text('2 号楼屋面', false).count()).resolves.toBe(1);

  // Without a network a list says so and offers to try again.
  await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}&net=off&path=/pages/inspection/sent/sent`);
  await phone.see('网络不可用');
  await phone.page.getByLabel('网络', { exact: true }).selectOption('on');
  await phone.tap('重试');
  await phone.see('2 号楼屋面');
});

test('what the server refuses is said in words, and what was filled in stays', async () => {
  const photo = await makePhoto(browser, '#1b5e20');
  // Far from the province: only the server knows.
  const away = await Phone.open(browser, runtime.url, SUPERVISOR, '&at=121.47,31.23');
  await away.page.goto(
    `${runtime.url}/?as=${SUPERVISOR}&at=121.47,31.23&path=/pages/project/locate/locate?id=pr-bj3a`,
  );
  await away.see(PROJECT);
  await away.choosePhotos(away.page.getByLabel('上传工地现场照片'), [photo]);
  await away.tap('获取/更新定位');
  await away.tap('允许');
  await away.see('新的定位（尚未提交）');
  await away.tap('提交');
  await away.see('定位不在海南省范围内，请到工地现场重新获取定位');
  await away.tap('知道了');
  await away.see('新的定位（尚未提交）');
  await away.see('121.47');
  await away.page.locator('.cover img').evaluate((image: HTMLImageElement) => image.decode());
});

/** What the phone sends when it submits, as it goes by; everything else passes. */
const onSubmit = async (handle: (route: Route, body: string) => Promise<void>): Promise<void> => {
  await phone.page.route('**/client/call', async (route) => {
    const body = route.request().postData() ?? '';
    await (body.includes('"action":"submit"') ? handle(route, body) : route.continue());
  });
};

const formIs = async (part: string, supplement: string): Promise<void> => {
  await phone.see(PROJECT);
  await expect(phone.page.getByLabel('抽查部位').inputValue()).resolves.toBe(part);
  await expect(phone.page.getByLabel('问题补充说明').inputValue()).resolves.toBe(supplement);
  await phone.page.getByLabel('第 1 张照片', { exact: true }).first().waitFor();
  await phone.see('已选 2 条');
};

test('a text too long is stopped on the page; what the server refuses is told by its field; the form stays', async () => {
  const photo = await makePhoto(browser, '#37474f');
  await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}`);
  await fillReport(phone, '4 号楼', [photo], '屋面临边没有防护', ['王立新']);
  await phone.tap('返回修改');
  await phone.page.getByLabel('问题补充说明').fill('长'.repeat(2001));
  await phone.tap('核对并提交');
  await phone.see('问题补充说明最多 2000 字，请删减');
  await formIs('4 号楼', '长'.repeat(2001));
  await phone.page.getByLabel('问题补充说明').fill('屋面临边没有防护');

  // The project ended, as far as the server knows.
  await onSubmit((route, body) => route.continue({ postData: body.replace('"pr-bj3a"', '"pr-none"') }));
  await phone.tap('核对并提交');
  await phone.tap('立即提交');
  await phone.see('工程名称：没有找到这个工程，或者您不是它的监督人员，请重新选择');
  await phone.tap('知道了');
  await phone.tap('返回修改');
  await formIs('4 号楼', '屋面临边没有防护');
  await phone.page.unroute('**/client/call');
  await phone.tap('核对并提交');
  await phone.tap('立即提交');
  await phone.see('我发送的');
  await phone.see('4 号楼');
});

test('changed after its answer was lost, a report leads to the one that was received, and makes no second', async () => {
  const photo = await makePhoto(browser, '#1b5e20');
  await phone.page.goto(`${runtime.url}/?as=${SUPERVISOR}`);
  await fillReport(phone, '5 号楼', [photo], '屋面临边没有防护', ['王立新']);
  await onSubmit(async (route) => {
    await route.fetch();
    await route.abort();
  });
  await phone.tap('立即提交');
  await phone.see('网络不可用');
  await phone.tap('知道了');
  await phone.page.unroute('**/client/call');
  await phone.tap('返回修改');
  await phone.page.getByLabel('问题补充说明').fill('屋面和阳台临边没有防护');
  await phone.tap('核对并提交');
  await phone.tap('立即提交');
  await phone.see('之前的提交已经收到');
  await phone.tap('去查看');
  await phone.see('我发送的');
  await phone.see('5 号楼');
  await expect(phone.text('5 号楼', false).count()).resolves.toBe(1);
  await phone.tapOn(phone.text('5 号楼', false));
  await phone.see('屋面临边没有防护');
});
