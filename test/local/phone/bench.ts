import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startPhone, type Phone as RunningPhone } from '../../../local/phone';
import { ROOT, startTestCloud, type TestCloud } from '../../support/cloud';
import { launchBrowser } from '../../support/phone';

export const HOLDER = '19000000103';
const FAKE_DEVICES = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

/** What wx answered: with `success`, or with `fail`. */
export interface Answer {
  readonly ok?: Readonly<Record<string, unknown>>;
  readonly fail?: { readonly errMsg: string; readonly errno?: number; readonly errCode?: number };
}

interface BenchPage {
  readonly call: (name: string, options: unknown) => Promise<Answer>;
  readonly ask: (name: string, options: unknown) => Promise<Answer>;
  readonly now: (name: string, values: readonly unknown[]) => Answer;
  readonly next: (name: string, options: unknown) => void;
}

/** The program's own page, as it stands in the browser. */
declare const getCurrentPages: () => BenchPage[];

/** A mini program whose page calls whatever a test asks for, on a phone of its own with an environment of its own. */
export class Bench {
  readonly browser: Browser;
  readonly url: string;
  readonly cloud: TestCloud;
  private readonly phone: RunningPhone;
  private readonly outDir: string;

  private constructor(parts: Pick<Bench, 'browser' | 'cloud'> & { phone: RunningPhone; outDir: string }) {
    this.browser = parts.browser;
    this.cloud = parts.cloud;
    this.phone = parts.phone;
    this.outDir = parts.outDir;
    this.url = parts.phone.url;
  }

  /** @param withDevices whether the browser plays a camera and a microphone */
  static async start(withDevices = false): Promise<Bench> {
    const outDir = mkdtempSync(path.join(tmpdir(), 'zhian-bench-'));
    const cloud = await startTestCloud(path.join(__dirname, 'functions'), {
      storageRule: { read: ['evidence/'], write: ['evidence/'] },
    });
    const phone = await startPhone({
      port: 0,
      rootDir: ROOT,
      miniprogramDir: path.join(__dirname, 'program'),
      nodeModulesDir: path.join(ROOT, 'node_modules'),
      outDir,
      cloudUrl: cloud.cloud.url,
      people: [
        { phone: HOLDER, name: '陈海生', role: '监督员' },
        { phone: '19000000101', name: '王立新', role: '站长' },
      ],
      places: [
        { label: '海口市', lng: 110.2, lat: 20.04 },
        { label: '三亚市', lng: 109.51, lat: 18.25 },
        { label: '东方市', lng: 108.65, lat: 19.1 },
        { label: '文昌市', lng: 110.8, lat: 19.54 },
      ],
      watch: false,
    });
    return new Bench({ browser: await launchBrowser(withDevices ? FAKE_DEVICES : []), cloud, phone, outDir });
  }

  async open(more = '', options: BrowserContextOptions = {}): Promise<BenchPhone> {
    const context = await this.browser.newContext({
      viewport: { width: 375, height: 812 },
      hasTouch: true,
      acceptDownloads: true,
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const phone = new BenchPhone(await context.newPage());
    await phone.page.goto(`${this.url}/?as=${HOLDER}${more}`);
    await phone.ready();
    return phone;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.phone.close();
    await this.cloud.close();
    rmSync(this.outDir, { recursive: true });
  }
}

export class BenchPhone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<void> {
    await this.page.getByText('调用', { exact: true }).waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  call(name: string, options: unknown = {}): Promise<Answer> {
    return this.page.evaluate(([asked, given]) => (getCurrentPages()[0] as BenchPage).call(asked, given), [
      name,
      options,
    ] as const);
  }

  ask(name: string, options: unknown = {}): Promise<Answer> {
    return this.page.evaluate(([asked, given]) => (getCurrentPages()[0] as BenchPage).ask(asked, given), [
      name,
      options,
    ] as const);
  }

  now(name: string, ...values: unknown[]): Promise<Answer> {
    return this.page.evaluate(([asked, given]) => (getCurrentPages()[0] as BenchPage).now(asked, given), [
      name,
      values,
    ] as const);
  }

  /** Asks from the handler of a real tap; the answer is on the page. */
  async tapAsking(name: string, options: unknown = {}, button = '调用'): Promise<void> {
    await this.page.evaluate(([asked, given]) => (getCurrentPages()[0] as BenchPage).next(asked, given), [
      name,
      options,
    ] as const);
    await this.tap(button);
  }

  async answer(): Promise<Answer> {
    const shown = this.page.locator('.answer').filter({ hasText: '{' });
    return JSON.parse((await shown.textContent()) ?? '') as Answer;
  }

  async tap(text: string): Promise<void> {
    await this.page.getByText(text, { exact: true }).filter({ visible: true }).first().tap();
  }

  /** The privacy guide and a scope, as most interfaces need them. */
  async agree(): Promise<void> {
    await this.tap('同意');
  }

  /** Picks files in the browser's chooser that opens when `trigger` runs. */
  async pick(trigger: () => Promise<unknown>, files: readonly PickedFile[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await trigger();
    await (await chooser).setFiles([...files]);
  }

  /** Asks something that opens the chooser at once. */
  async askPicking(name: string, options: object, files: readonly PickedFile[]): Promise<Answer> {
    const chooser = this.page.waitForEvent('filechooser');
    const answer = this.call(name, options);
    await (await chooser).setFiles([...files]);
    return answer;
  }

  /** About half a second of 64×48, recorded by the browser itself. */
  async writeFilm(filePath: string): Promise<void> {
    await this.page.evaluate(async (target) => {
      const canvas = document.createElement('canvas');
      canvas.width = 64;
      canvas.height = 48;
      const context = canvas.getContext('2d');
      const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const done = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.start();
      for (let frame = 0; frame < 15; frame += 1) {
        if (context) context.fillStyle = frame % 2 ? '#b71c1c' : '#0a57c2';
        context?.fillRect(0, 0, 64, 48);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }
      recorder.stop();
      await done;
      const bytes = await new Blob(pieces).arrayBuffer();
      const { wx } = globalThis as unknown as {
        wx: { getFileSystemManager: () => { writeFileSync: (path: string, data: unknown) => void } };
      };
      wx.getFileSystemManager().writeFileSync(target, bytes);
    }, filePath);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

export const errMsgOf = async (answer: Promise<Answer>): Promise<string | undefined> =>
  (await answer).fail?.errMsg;

/** A file as the browser's chooser takes it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
