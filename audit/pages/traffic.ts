import type { Page, Request } from 'playwright-core';

/** The network is quiet when nothing was asked for so many drawn frames, and nothing is under way. */
const QUIET_FRAMES = 12;

const framesPass = (page: Page): Promise<void> =>
  page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        let left = count;
        const next = (): void => {
          left -= 1;
          if (left < 0) resolve();
          else requestAnimationFrame(next);
        };
        next();
      }),
    QUIET_FRAMES,
  );

const what = (request: Request): string => {
  const { pathname } = new URL(request.url());
  const [, action = ''] = /"action":"(\w+)"/.exec(request.postData() ?? '') ?? [];
  return [pathname.replace('/client/', ''), action].filter(Boolean).join(' ');
};

/** The call that a phone without the catalogue makes, once in its life. */
const CATALOGUE = 'call catalogue';

/**
 * What the program does not ask for: the address of a picture's or a download's file, which WeChat finds by itself
 * (the program calls no getTempFileURL; wx.cloud is for the platform alone: eslint).
 */
const isWeChats = (request: Request): boolean => what(request) === 'file-address';

/** What a page asks of the network. */
export class Traffic {
  /** Everything the program asked of the cloud environment. */
  calls: string[] = [];
  /** Addresses on other hosts than the runtime's own. */
  readonly foreign: string[] = [];
  private readonly underWay = new Set<Request>();

  constructor(
    private readonly page: Page,
    ownHosts: readonly string[],
  ) {
    page.on('request', (request) => {
      const { protocol, host, pathname } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && !ownHosts.includes(host)) this.foreign.push(request.url());
      if (!pathname.startsWith('/client/')) return;
      if (!isWeChats(request)) this.calls.push(what(request));
      this.underWay.add(request);
    });
    page.on('requestfinished', (request) => this.underWay.delete(request));
    page.on('requestfailed', (request) => this.underWay.delete(request));
  }

  get hasFetchedCatalogue(): boolean {
    return this.calls.includes(CATALOGUE);
  }

  /** The page is opened again. */
  forget(): void {
    this.calls = [];
  }

  /** @param isHeld nothing that was asked is ever answered */
  async untilQuiet(isHeld: boolean): Promise<void> {
    for (;;) {
      const before = this.calls.length;
      await framesPass(this.page);
      if (this.calls.length === before && (isHeld || this.underWay.size === 0)) return;
    }
  }
}
