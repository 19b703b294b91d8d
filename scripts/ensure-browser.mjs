import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const installed = () => [process.env.CHROME_PATH, ...CANDIDATES].find((file) => file && existsSync(file));

const run = (command, args) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

function installDebianPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('正在安装浏览器（Debian chromium 与中文字体）…');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
}

function installPlaywrightBrowser() {
  console.log('正在下载 Playwright 的 Chromium…');
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

/**
 * A Chromium for the browser tests: CHROME_PATH, an installed Chromium or Chrome, Debian's package when root,
 * else Playwright's own.
 * @returns path of the executable
 */
export async function ensureBrowser() {
  const found = installed() ?? (await playwrightBrowser());
  if (found) return found;
  installDebianPackage();
  if (installed()) return installed();
  installPlaywrightBrowser();
  const own = await playwrightBrowser();
  if (own) return own;
  throw new Error('没有可用的浏览器：请安装 Chromium 或 Chrome，或用 CHROME_PATH 指明其路径');
}
