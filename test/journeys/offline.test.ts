import type { Browser } from 'playwright-core';
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
