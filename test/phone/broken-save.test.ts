import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startPhone, type Phone } from '../../local/phone';
import { ROOT } from '../support/cloud';
import { launchBrowser } from '../support/phone';
import { SmallPhone } from '../support/small-phone';

const folder = mkdtempSync(path.join(tmpdir(), 'zhian-broken-'));
const program = path.join(folder, 'miniprogram');
let server: Phone;
let browser: Browser;
const told: unknown[] = [];

beforeAll(async () => {
  cpSync(path.join(ROOT, 'test/phone/app'), program, { recursive: true });
  jest.spyOn(console, 'error').mockImplementation((message: unknown) => void told.push(message));
  server = await startPhone({
    rootDir: ROOT,
    miniprogramDir: program,
    nodeModulesDir: path.join(ROOT, 'node_modules'),
    outDir: path.join(folder, 'out'),
    port: 0,
    watch: true,
    cloudUrl: 'http://127.0.0.1:9',
    people: [],
    places: [],
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const save = (markup: string): void =>
  writeFileSync(path.join(program, 'pages/views/views.wxml'), `<view>好的</view>\n${markup}\n`);

test('a save that breaks the build is told on the phone, with file, line and a sentence, until it is mended', async () => {
  const phone = await SmallPhone.open(browser, server.url, 'touch', 'path=/pages/views/views');
  await phone.page.waitForFunction(() => document.getElementById('image') !== null);
  save('<nobody-knows />');
  const fault = phone.page.getByRole('alert');
  await fault.waitFor();
  const words = await fault.innerText();
  expect(words).toContain('pages/views/views.wxml:2:');
  expect(words).toContain('nobody-knows');
  // The terminal has it too; what was built last still runs, also for a phone that is opened now.
  expect(told.join('\n')).toContain('pages/views/views.wxml:2:');
  await expect(phone.page.locator('#image').count()).resolves.toBe(1);
  await phone.page.reload();
  await fault.waitFor();
  save('<view id="mended">改好了</view>');
  await phone.page.locator('#mended').waitFor();
  await expect(fault.count()).resolves.toBe(0);
  await phone.close();
});
