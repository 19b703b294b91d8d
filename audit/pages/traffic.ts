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

/**
 * What is no request of the screen: the catalogue, which a phone fetches once and keeps, and the addresses of files,
 * which WeChat itself asks for with every download and picture (wx.cloud is for the platform alone: eslint).
 */
const isAside = (request: Request): boolean =>
  ['call catalogue', 'file-address'].includes(what(request)) || request.url().includes('/catalogue/');

/** What a page asks of the network. */
export class Traffic {
  /** Everything asked of the cloud environment: calls of functions, addresses of files. */
  readonly calls: string[] = [];
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
      if (!isAside(request)) this.calls.push(what(request));
      this.underWay.add(request);
    });
    page.on('requestfinished', (request) => this.underWay.delete(request));
    page.on('requestfailed', (request) => this.underWay.delete(request));
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
