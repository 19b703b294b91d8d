import { createHash } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { RECORDS, type MadeRecord } from './records';
import type { Ids, MadeName, Screen } from './screens';
import { sitePhotos } from './site-photos';

/** The day of the demonstration data: screenshots of two days are the same. */
const ANCHOR = '2026-11-23T02:00:00.000Z';

/** 陈海生 on 滨江新城三期 A 区; 王立新 reviews it. */
const REPORTER = { as: '19000000103', personId: 'p0103' };
const REPORT = {
  requestId: '7c1f1c52-6a0e-4f0e-9d6c-2f4b8f2d9a11',
  projectId: 'pr-bj3a',
  type: 'safety',
  part: '3 号楼 12 层外架',
  isClear: false,
  findings: [
    {
      catalogueIds: ['S-SCO-004', 'S-PIT-006', 'S-MGT-001'],
      supplement: '东侧两跨连墙件缺失，架体外倾；作业层脚手板未铺满。要求当日停止该部位作业。',
      severity: 'major',
      unitId: 'u-build-1',
      action: 'partialStop',
      days: 1,
    },
  ],
  reviewerIds: ['p0101', 'p0102'],
  recipientIds: ['p0302', 'p0306'],
  partnerId: null,
  previousId: null,
} as const;

export interface Look {
  readonly width: number;
  readonly height: number;
  /** 1 … 1.4 */
  readonly type: number;
  readonly theme: 'light' | 'dark';
}

export interface Shown {
  readonly page: Page;
  /** What the console said of errors, and what the page threw. */
  readonly errors: readonly string[];
  /** Calls of functions until the page was ready. */
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
}

const asText = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

/** The whole runtime with the demonstration data, and a browser to look at it. */
export class Stage implements Ids {
  private readonly records = new Map<MadeName, string>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly browser: Browser,
    private readonly dataDir: string,
    private readonly url: string,
    private readonly cloudUrl: string,
  ) {}

  static async open(): Promise<Stage> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'zhian-audit-'));
    const child = spawn(
      process.execPath,
      ['dist/local/start.js', '--port', '0', '--data', dataDir, '--anchor', ANCHOR],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        const [, found] = /已启动：(http:\/\/127\.0\.0\.1:\d+)/.exec(output) ?? [];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error(`本机环境没有启动：${output}`)));
    });
    const browser = await chromium.launch({
      ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    const settings = await (await fetch(`${url}/settings.js`)).text();
    const [, cloudUrl = ''] = /"cloudUrl":"([^"]+)"/.exec(settings) ?? [];
    return new Stage(child, browser, dataDir, url, cloudUrl);
  }

  private async client(as: string, route: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.cloudUrl}/client/${route}`, {
      method: 'POST',
      headers: { 'x-wx-holder': as },
      body: JSON.stringify(body),
    });
    return asText(response);
  }

  private async call(as: string, name: string, action: string, data: object): Promise<unknown> {
    const { result } = (await this.client(as, 'call', { name, data: { action, data } })) as {
      result?: { ok: boolean; data?: unknown; error?: { message: string } };
    };
    if (!result?.ok) throw new Error(`${name}.${action}：${result?.error?.message ?? '没有应答'}`);
    return result.data;
  }

  /** Lets the person in, as the phone's own button would. */
  async enter(as: string): Promise<void> {
    const { code } = await this.client(as, 'phone-code', {});
    await this.call(as, 'session', 'enter', { code });
  }

  async sent(as: string, tab: string): Promise<string> {
    const { rows } = (await this.call(as, 'inspection', 'listSent', { tab, cursor: null })) as {
      rows: { inspectionId: string }[];
    };
    const [first] = rows;
    if (!first) throw new Error(`${as} 没有${tab}的监督检查记录`);
    return first.inspectionId;
  }

  /** Everybody enters, and one more report is made: with photos, which the demonstration data have not. */
  async prepare(screens: readonly Screen[]): Promise<void> {
    const shown = screens.filter(({ isOutside }) => !isOutside).map(({ as }) => as);
    const acting = RECORDS.flatMap(({ as, then }) => [as, ...then.map((act) => act.as)]);
    for (const as of new Set([...shown, ...acting])) await this.enter(as);
    await this.report();
    for (const record of RECORDS) await this.make(record);
  }

  made(name: MadeName): string {
    const id = this.records.get(name);
    if (id === undefined) throw new Error(`没有造出${name}的监督检查记录`);
    return id;
  }

  private async make({ name, as, report, corrects, then }: MadeRecord): Promise<void> {
    const previousId = corrects ? this.made(corrects) : null;
    const { inspectionId } = (await this.call(as, 'inspection', 'submit', { ...report, previousId })) as {
      inspectionId: string;
    };
    this.records.set(name, inspectionId);
    for (const { as: by, action, data } of then) {
      await this.call(by, 'inspection', action, { ...data, inspectionId });
    }
  }

  private async upload(as: string, cloudPath: string, bytes: Buffer): Promise<string> {
    const response = await fetch(`${this.cloudUrl}/client/upload?path=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      headers: { 'x-wx-holder': as },
      body: new Uint8Array(bytes),
    });
    return String((await asText(response))['fileID']);
  }

  private async report(): Promise<void> {
    const photos = await sitePhotos(this.browser);
    const entries = await Promise.all(
      photos.map(async (bytes, index) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const fileID = await this.upload(
          REPORTER.as,
          `evidence/${REPORTER.personId}/${REPORT.requestId}/${sha256}.jpg`,
          bytes,
        );
        return { fileID, sha256, bytes: bytes.length, order: index + 1, takenAt: ANCHOR };
      }),
    );
    await this.call(REPORTER.as, 'inspection', 'submit', {
      ...REPORT,
      findings: REPORT.findings.map((finding) => ({ ...finding, photos: entries })),
    });
  }

  /** Opens the screen on a phone of its own. @throws Error when what it should show does not come */
  async show(screen: Screen, { width, height, type, theme }: Look): Promise<Shown> {
    const target = typeof screen.path === 'string' ? screen.path : await screen.path(this);
    const context = await this.browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
      colorScheme: theme,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const errors: string[] = [];
    const calls: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    page.on('request', (request) => {
      if (request.url().endsWith('/client/call')) calls.push(request.postData() ?? '');
    });
    const query = new URLSearchParams({
      as: screen.as,
      panel: '0',
      font: String(type),
      theme,
      size: `${width}x${height}`,
      ...(target ? { path: target } : {}),
    });
    await page.goto(`${this.url}/?${query.toString()}`);
    await page.getByText(screen.shows).filter({ visible: true }).first().waitFor();
    const untilReady = [...calls];
    await screen.then?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForFunction(() =>
      document
        .getAnimations()
        .every(
          ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
        ),
    );
    return { page, errors, calls: untilReady, close: () => context.close() };
  }

  async close(): Promise<void> {
    await this.browser.close();
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGINT');
    await gone;
    rmSync(this.dataDir, { recursive: true });
  }
}
