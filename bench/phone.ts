import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startPhone } from '../local/phone';
import type { Measurement } from './measure';

const ROUNDS = 5;
const PAGE = 'pages/me/me';

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** Writes a mark into the page's template, as an editor saves it, and waits until the browser shows it. */
const saveAndSee = async (file: string, page: Page, round: number): Promise<void> => {
  const source = readFileSync(file, 'utf8').replace(/<view id="mark-\d+" \/>\n$/, '');
  writeFileSync(file, `${source}<view id="mark-${round}" />\n`);
  await page.waitForSelector(`#mark-${round}`, { state: 'attached' });
};

/**
 * The browser's phone on a copy of the mini program, in seconds: the first build with its server, and from saving a
 * file to seeing it. The browser is the one that the tests use.
 */
export const benchPhone = async (): Promise<Record<string, Measurement>> => {
  const root = process.cwd();
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-bench-phone-'));
  const program = path.join(folder, 'miniprogram');
  cpSync(path.join(root, 'miniprogram'), program, { recursive: true });
  const start = (outDir: string, watch: boolean) =>
    startPhone({
      rootDir: root,
      miniprogramDir: program,
      nodeModulesDir: path.join(root, 'node_modules'),
      outDir: path.join(folder, outDir),
      port: 0,
      watch,
      cloudUrl: 'http://127.0.0.1:9',
      people: [],
      places: [],
    });
  const builds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    builds.push(await secondsOf(async () => (await start(`cold-${round}`, false)).close()));
  }
  const phone = await start('watched', true);
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
    await page.goto(`${phone.url}/?path=/${PAGE}`);
    await page.waitForSelector('wx-page', { state: 'attached' });
    const refreshes: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      refreshes.push(await secondsOf(() => saveAndSee(path.join(program, `${PAGE}.wxml`), page, round)));
    }
    return {
      'phone.build': { value: median(builds), goal: 5, better: 'lower' },
      'phone.refresh': { value: median(refreshes), goal: 1, better: 'lower' },
    };
  } finally {
    await browser.close();
    await phone.close();
    rmSync(folder, { recursive: true });
  }
};
