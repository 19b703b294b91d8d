import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PINNING, SUPERVISOR } from './people';
import { RECORDS, type MadeRecord } from './records';
import { sendReport } from './report';
import type { Ids, MadeName, Screen } from './screen';
import { markActs, marksOf, type SetDataMark } from './set-data';
import { standsStill } from './still';
import { Traffic } from './traffic';

/** The day of the demonstration data: the pictures of two days are the same. */
const ANCHOR = '2026-11-23T02:00:00.000Z';
/** When everybody looks: the report of that morning is more than an hour old, so no minutes are counted. */
const NOW = '2026-11-23T03:30:30.000Z';

export interface Look {
  readonly width: number;
  readonly height: number;
  /** 1 … 1.4 */
  readonly type: number;
  readonly theme: 'light' | 'dark';
}

/** What a page does by itself, with nobody touching it. */
interface Watched {
  /** Asked of the cloud environment since it was opened. */
  readonly calls: readonly string[];
  /** The setData after it had become quiet. */
  readonly idleMarks: readonly SetDataMark[];
}

/** How long a page that is ready is looked at before anybody touches it, ms. */
const IDLE_MS = 1500;

export interface Shown {
  readonly page: Page;
  /** What the console said of errors, and what the page threw. */
  readonly errors: readonly string[];
  /** The setData until the page was ready and the network quiet. */
  readonly firstMarks: readonly SetDataMark[];
  /** What was seen of the network and of setData until the page had stood idle for a while; null: it was not watched. */
  readonly watched: Watched | null;
  /** Addresses on other hosts. */
  readonly foreign: readonly string[];
  /** Waits for what was begun meanwhile: requests, pictures, movements. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The service's answer when a function broke (微信云开发错误码). */
const BROKEN = { error: { errCode: -504002, errMsg: 'FUNCTIONS_EXECUTE_FAIL', requestID: '0' } };

const intercept = async (context: BrowserContext, network: Screen['network']): Promise<void> => {
  if (network === 'held') await context.route('**/client/**', () => undefined);
  if (network === 'failing') await context.route('**/client/**', (route) => route.fulfill({ json: BROKEN }));
};

/**
 * A browser whose present stands still; whatever else Date does is its own. The phone hears that the environment's
 * clock was not moved: it has its time already.
 */
const stopClock = async (context: BrowserContext, at: number): Promise<void> => {
  await context.route('**/panel/clock', (route) => route.fulfill({ json: { now: at, offsetMs: 0 } }));
  await context.addInitScript((present) => {
    globalThis.Date = class extends Date {
      constructor(...given: [number]) {
        super(...((given.length > 0 ? given : [present]) as [number]));
      }
      static override now(): number {
        return present;
      }
    } as DateConstructor;
  }, at);
};

/** A refusal of wx that nobody took is told by its errMsg: the browser says only that it is an Object. */
const tellRefusals = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    addEventListener('unhandledrejection', ({ reason }: { reason: unknown }) => {
      const { errMsg } = (reason ?? {}) as { errMsg?: string };
      if (errMsg !== undefined) console.error(errMsg);
    });
  });

const watch = async (page: Page, traffic: Traffic, marksBefore: number): Promise<Watched> => {
  await page.waitForTimeout(IDLE_MS);
  return { calls: [...traffic.calls], idleMarks: (await marksOf(page)).slice(marksBefore) };
};

const asText = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

/** The whole runtime with the small demonstration (docs/decisions/0008), and a browser to look at it. */
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
      ['dist/local/start.js', '--port', '0', '--data', dataDir, '--anchor', ANCHOR, '--small'],
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

  async sent(as: string, tab: string, part?: string): Promise<string> {
    const { rows } = (await this.call(as, 'inspection', 'listSent', { tab, cursor: null })) as {
      rows: { inspectionId: string; part: string }[];
    };
    const first = rows.find((row) => part === undefined || row.part === part);
    if (!first) throw new Error(`${as} 没有${tab}的监督检查记录`);
    return first.inspectionId;
  }

  private async setClock(to: string): Promise<void> {
    const offsetMs = Date.parse(to) - Date.now();
    await fetch(`${this.cloudUrl}/panel/clock`, { method: 'POST', body: JSON.stringify({ offsetMs }) });
  }

  /** Everybody enters, one more report is made, and somebody pins an application. */
  async prepare(screens: readonly Screen[]): Promise<void> {
    const inside = screens.filter(({ isOutside }) => !isOutside).map((screen) => screen.as);
    await this.setClock(ANCHOR);
    const making = RECORDS.flatMap(({ as, then }) => [as, ...then.map((each) => each.as)]);
    for (const as of new Set([SUPERVISOR, PINNING, ...inside, ...making])) await this.enter(as);
    await this.setClock(ANCHOR);
    await sendReport(this.browser, { upload: this.upload.bind(this), call: this.call.bind(this) }, ANCHOR);
    for (const record of RECORDS) await this.make(record);
    await this.call(PINNING, 'session', 'setPinned', { applications: ['inspection'] });
    await this.setClock(NOW);
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

  /**
   * Opens the screen on a phone of its own.
   * @param isWatched the page is left alone for a while before anything is done on it
   * @throws Error when what it should show does not come
   */
  async show(screen: Screen, { width, height, type, theme }: Look, isWatched: boolean): Promise<Shown> {
    const target = typeof screen.path === 'string' ? screen.path : await screen.path(this);
    const context = await this.browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
      colorScheme: theme,
    });
    context.setDefaultTimeout(30_000);
    await stopClock(context, Date.parse(NOW));
    await markActs(context);
    await tellRefusals(context);
    await intercept(context, screen.network);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    const traffic = new Traffic(page, [new URL(this.url).host, new URL(this.cloudUrl).host]);
    const close = (): Promise<void> => context.close();
    try {
      const isHeld = screen.network === 'held';
      const open = async (): Promise<void> => {
        await page.goto(this.addressOf(screen, target, { width, height, type, theme }));
        const { shows } = screen;
        await (typeof shows === 'function' ? shows(page) : page.getByText(shows))
          .filter({ visible: true })
          .first()
          .waitFor();
        await traffic.untilQuiet(isHeld);
      };
      await open();
      let firstMarks = await marksOf(page);
      let watched = isWatched ? await watch(page, traffic, firstMarks.length) : null;
      // The very first time on this phone it fetched the catalogue: what it does is seen the second time.
      if (isWatched && traffic.hasFetchedCatalogue) {
        traffic.forget();
        await open();
        firstMarks = await marksOf(page);
        watched = await watch(page, traffic, firstMarks.length);
      }
      await screen.then?.(page);
      await standsStill(page);
      const settle = async (): Promise<void> => {
        await traffic.untilQuiet(isHeld || screen.staysBusy === true);
        await standsStill(page);
      };
      return { page, errors, firstMarks, watched, foreign: traffic.foreign, settle, close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  private addressOf(screen: Screen, target: string, { width, height, type, theme }: Look): string {
    const query = new URLSearchParams({
      as: screen.as,
      panel: '0',
      font: String(type),
      theme,
      size: `${width}x${height}`,
      ...(screen.network === 'off' ? { net: 'off' } : {}),
      ...(target ? { path: target } : {}),
    });
    return `${this.url}/?${query.toString()}`;
  }

  async close(): Promise<void> {
    await this.browser.close();
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGINT');
    await gone;
    rmSync(this.dataDir, { recursive: true });
  }
}
