import type { AppConfig, Program, UnitConfig } from './program';
import { PageView, type PageCaller } from './page-view';
import type { Registry } from './registry';
import { toBackground } from './foreground';
import { restart } from './restart';
import { openMenu } from './share';
import { writeAddress } from './settings';
import { showNavigationBar } from './shell/navigation-bar';
import { showTabBar } from './shell/tab-bar';
import { failure } from './wx/api';

/** WeChat's bound on open pages. */
const MAX_DEPTH = 10;

interface Address {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The open pages, as WeChat stacks them: tab pages stay, others come and go. */
export class PageStack {
  private readonly registry: Registry;
  private readonly app: AppConfig;
  private readonly configs: ReadonlyMap<string, UnitConfig>;
  private readonly paths: ReadonlySet<string>;
  private stack: PageView[] = [];
  private readonly tabPages = new Map<string, PageView>();

  constructor(registry: Registry, program: Program) {
    this.registry = registry;
    this.app = program.config;
    this.paths = new Set(program.pages);
    this.configs = new Map(
      program.units
        .filter(({ isPage }) => isPage)
        .map(({ path, config }) => [path, { ...program.config.window, ...config }]),
    );
  }

  callers(): PageCaller[] {
    return this.stack.map(({ caller }) => caller);
  }

  /** The program comes to the foreground, or leaves it: the page on top with it. */
  showTop(isShown: boolean): void {
    const top = this.stack[this.stack.length - 1];
    if (isShown) top?.show();
    else top?.call('onHide');
  }

  selectorQuery(): object {
    const top = this.stack[this.stack.length - 1];
    const own = top?.caller.createSelectorQuery() as { in: (caller: unknown) => object } | undefined;
    // vant asks before the page is on the stack: `in` always names the component.
    return own ?? { in: (caller: PageCaller) => caller.createSelectorQuery() };
  }

  private isTab(path: string): boolean {
    return this.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false;
  }

  /** @throws {errMsg} for a page that does not exist, as WeChat fails */
  private resolve(url: string): Address {
    const [, route = '', search = ''] = /^([^?]*)\??(.*)$/.exec(url) ?? [];
    const current = this.stack[this.stack.length - 1]?.path ?? '';
    const absolute = new URL(route, `http://page/${current}`).pathname.slice(1);
    if (!this.paths.has(absolute)) throw failure(`fail page "${absolute}" is not found`);
    const query: Record<string, string> = {};
    for (const part of search.split('&').filter(Boolean)) {
      const [, key = '', value = ''] = /^([^=]*)=?(.*)$/.exec(part) ?? [];
      // WeChat hands values over as they were written.
      query[key] = value;
    }
    return { path: absolute, query };
  }

  private make({ path, query }: Address): PageView {
    return new PageView(this.registry, path, query, this.configs.get(path) ?? {});
  }

  private drop(view: PageView): void {
    if (this.tabPages.get(view.path) === view) view.hide();
    else view.close();
  }

  private refreshBars(): void {
    const top = this.stack[this.stack.length - 1];
    if (!top) return;
    const isTab = this.isTab(top.path);
    showNavigationBar(
      {
        title: top.title,
        config: top.config,
        canGoBack: this.stack.length > 1,
        canGoHome: this.stack.length === 1 && !isTab && this.app.tabBar !== undefined,
      },
      {
        back: () => this.navigateBack(1),
        home: () => this.reLaunch(`/${this.app.tabBar?.list[0]?.pagePath ?? ''}`),
        menu: () => void openMenu(top.caller, () => void restart()),
        leave: toBackground,
      },
    );
    showTabBar(this.app.tabBar, top.path, (path) => {
      if (path !== top.path) this.switchTab(`/${path}`);
      else top.call('onTabItemTap', { pagePath: path });
    });
    const query = Object.entries(top.query).map(([key, value]) => `${key}=${value}`);
    writeAddress('path', `/${top.path}${query.length > 0 ? `?${query.join('&')}` : ''}`);
  }

  private push(address: Address): void {
    const view = this.make(address);
    this.stack.push(view);
    if (this.isTab(address.path)) this.tabPages.set(address.path, view);
    this.refreshBars();
    view.open();
  }

  navigateTo(url: string): object {
    const address = this.resolve(url);
    if (this.isTab(address.path)) throw failure('fail can not navigateTo a tabbar page');
    if (this.stack.length >= MAX_DEPTH) throw failure('fail webview count limit exceed');
    this.stack[this.stack.length - 1]?.hide();
    this.push(address);
    return {};
  }

  redirectTo(url: string): object {
    const address = this.resolve(url);
    if (this.isTab(address.path)) throw failure('fail can not redirectTo a tabbar page');
    const old = this.stack.pop();
    if (old) this.drop(old);
    this.push(address);
    return {};
  }

  reLaunch(url: string): object {
    const address = this.resolve(url);
    const views = new Set([...this.stack, ...this.tabPages.values()]);
    this.stack = [];
    this.tabPages.clear();
    for (const view of views) view.close();
    this.push(address);
    return {};
  }

  switchTab(url: string): object {
    const address = this.resolve(url);
    if (!this.isTab(address.path)) throw failure('fail can not switch to no-tabBar page');
    for (const view of this.stack) this.drop(view);
    const present = this.tabPages.get(address.path);
    this.stack = [];
    if (!present) {
      this.push(address);
      return {};
    }
    this.stack = [present];
    this.refreshBars();
    present.show();
    return {};
  }

  navigateBack(delta: number): object {
    const closing = this.stack.splice(Math.max(1, this.stack.length - delta));
    if (closing.length === 0) throw failure('fail cannot navigate back at first page');
    for (const view of closing.reverse()) view.close();
    this.refreshBars();
    this.stack[this.stack.length - 1]?.show();
    return {};
  }

  private top(): PageView {
    const top = this.stack[this.stack.length - 1];
    if (!top) throw failure('fail no page');
    return top;
  }

  setTitle(title: string): object {
    this.top().title = title;
    this.refreshBars();
    return {};
  }

  startRefresh(): object {
    this.top().startRefresh();
    return {};
  }

  stopRefresh(): object {
    for (const view of this.stack) view.stopRefresh();
    return {};
  }

  scrollTo(options: {
    scrollTop?: number;
    selector?: string;
    duration?: number;
    offsetTop?: number;
  }): object {
    this.top().scrollTo(options);
    return {};
  }
}
