import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { ROOT } from './cloud';

const SIZE = { width: 375, height: 812 };
const WIDE = 720;

/** The browser that the project's own scripts found or installed. */
const browserPath = (): string => {
  const given = process.env['CHROME_PATH'];
  if (given) return given;
  const { stdout } = spawnSync(
    process.execPath,
    ['-e', "import('./scripts/ensure-browser.mjs').then(async (m) => console.log(await m.ensureBrowser()))"],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return stdout.trim().split('\n').pop() ?? '';
};

/** @param more what else the browser is told, for instance to play a camera */
export const launchBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...more],
  });

/** A real JPEG of one colour with a mark, made by the browser's own encoder. */
export const makePhoto = async (browser: Browser, colour: string): Promise<Buffer> => {
  const page = await browser.newPage();
  const bytes = await page.evaluate(async (fill) => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = fill;
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#ffffff';
    context.fillRect(80, 60, 120, 40);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
  }, colour);
  await page.close();
  return Buffer.from(bytes);
};

/** A phone in somebody's hand: a browser context of its own, worked by touch. */
export class Phone {
  readonly page: Page;
  /** What the page reported as broken; a journey ends with none. */
  readonly faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.faults.push(message.text());
    });
  }

  /** @param size a wide window shows the panel beside the phone */
  static async open(
    browser: Browser,
    url: string,
    holder: string,
    more = '',
    size: { width: number; height: number } = SIZE,
  ): Promise<Phone> {
    const context = await browser.newContext({
      viewport: size,
      hasTouch: true,
      isMobile: size.width < WIDE,
    });
    context.setDefaultTimeout(15_000);
    const phone = new Phone(await context.newPage());
    await phone.page.goto(`${url}/?as=${holder}${more}`);
    return phone;
  }

  /** What stands on the screen now; pages below are hidden. */
  text(text: string | RegExp, exact = true): Locator {
    return this.page.getByText(text, { exact }).filter({ visible: true });
  }

  async see(text: string | RegExp, exact = false): Promise<void> {
    await this.text(text, exact).first().waitFor();
  }

  /** Sheets slide in: a finger waits for what it aims at to stand still. */
  private async standsStill(): Promise<void> {
    await this.page.waitForFunction(() => {
      const isMoving = document.getAnimations().some((animation) => {
        const { iterations } = animation.effect?.getTiming() ?? {};
        return animation.playState === 'running' && iterations !== Infinity;
      });
      return (
        !isMoving && !document.querySelector('[class*="-enter "], [class$="-enter"], [class*="-leave "]')
      );
    });
  }

  async tapOn(target: Locator): Promise<void> {
    await target.waitFor();
    await this.standsStill();
    await target.tap();
  }

  async tap(text: string | RegExp): Promise<void> {
    await this.tapOn(this.text(text).first());
  }

  /** A tab by its title, whatever number stands beside it. */
  async turnTo(title: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name: new RegExp(`^${title}(，|$)`) });
    await this.tapOn(tab.filter({ visible: true }));
  }

  /** Something asks WeChat for this person's data: agrees to the privacy guide, the first time it is shown. */
  async agree(expected: Locator): Promise<void> {
    const guide = this.text('同意');
    await guide.or(expected).first().waitFor();
    if (await guide.isVisible()) await this.tapOn(guide);
    await expected.first().waitFor();
  }

  async choosePhotos(trigger: Locator, photos: readonly Buffer[]): Promise<void> {
    const album = this.text('从手机相册选择');
    await this.tapOn(trigger);
    await this.agree(album);
    const chooser = this.page.waitForEvent('filechooser');
    await this.tapOn(album);
    await (
      await chooser
    ).setFiles(
      photos.map((buffer, index) => ({ name: `photo-${index + 1}.jpg`, mimeType: 'image/jpeg', buffer })),
    );
  }

  /** Enters with the number WeChat knows. */
  async enter(): Promise<void> {
    await this.tap('手机号快捷进入');
    await this.agree(this.text('允许'));
    await this.tap('允许');
  }

  screenshot(name: string): Promise<Buffer> {
    return this.page.screenshot({ path: path.join(ROOT, 'dist/screenshots', `${name}.png`) });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
