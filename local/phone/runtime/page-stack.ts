import { closeGuard } from './back-guard';
import { channelPair, type EventChannel } from './event-channel';
import { keepExitState, takeExitState } from './exit-states';
import { PageView, type PageCaller, type ScrollTarget } from './page-view';
import type { AppConfig, Program, TabBar, UnitConfig } from './program';
import type { Registry } from './registry';
import { toBackground } from './foreground';
import { setLatestPage, startCold } from './restart';
import { openMenu } from './share';
import { knownAddress, urlOf, type Address } from './routes';
import { writeAddress } from './settings';
import { showModal } from './shell/dialogs';
import { showNavigationBar } from './shell/navigation-bar';
import { shell } from './shell/shell';
import { showTabBar } from './shell/tab-bar';
import type { Subpackages } from './subpackages';
import { themed } from './theme-variables';
import { failure } from './wx/api';

/** WeChat's bound on open pages. */
const MAX_DEPTH = 10;

type TabItem = TabBar['list'][number];

export type Listeners = Readonly<Record<string, (...values: unknown[]) => void>>;

/** The open pages, as WeChat stacks them: tab pages stay, others come and go. */
export class PageStack {
  private readonly registry: Registry;
  private readonly app: AppConfig;
  private readonly packages: Subpackages;
  private readonly paths: ReadonlySet<string>;
  private stack: PageView[] = [];
  private readonly tabPages = new Map<string, PageView>();
  private tabStyle: Partial<TabBar> = {};
  private readonly tabItems = new Map<number, Partial<TabItem>>();
  /** Ends with the route call that was made last. */
  private turns: Promise<unknown> = Promise.resolve();

  constructor(registry: Registry, program: Program, packages: Subpackages) {
    this.registry = registry;
    this.app = program.config;
    this.packages = packages;
    this.paths = new Set(program.pages);
    let isFirst = true;
    new ResizeObserver(() => {
      if (!isFirst) this.top()?.resize();
      isFirst = false;
    }).observe(shell.screen);
  }

  private top(): PageView | undefined {
    return this.stack.at(-1);
  }

  callers(): PageCaller[] {
    return this.stack.map(({ caller }) => caller);
  }

  selectorQuery(): object {
    const own = this.top()?.caller.createSelectorQuery() as { in: (caller: unknown) => object } | undefined;
    // vant asks before the page is on the stack: `in` always names the component.
    return own ?? { in: (caller: PageCaller) => caller.createSelectorQuery() };
  }

  private isTab(path: string): boolean {
    return this.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false;
  }

  private resolve(url: string): Address {
    return knownAddress(url, this.top()?.path ?? '', this.paths);
  }

  /** The page's package is there when this answers. @throws {errMsg} when it cannot be fetched */
  private async arrive(address: Address): Promise<void> {
    const coming = this.packages.ensure(address.path);
    if (coming) await coming;
  }

  private make(address: Address, channel?: EventChannel): PageView {
    const unit: UnitConfig = this.registry.configOf(address.path);
    return new PageView(this.registry, address, {
      config: { ...this.app.window, ...unit },
      isTab: this.isTab(address.path),
      exitState: takeExitState(address.path),
      ...(channel ? { channel } : {}),
    });
  }

  private drop(view: PageView): void {
    if (this.tabPages.get(view.path) === view) view.cover();
    else view.close();
  }

  private tabBar(): TabBar | undefined {
    const { tabBar } = this.app;
    if (!tabBar) return undefined;
    const dressed = themed(tabBar);
    const list = dressed.list.map((item, index) => ({ ...item, ...this.tabItems.get(index) }));
    return { ...dressed, ...this.tabStyle, list };
  }

  /** The bars follow the phone's theme by their variables. */
  dress(): void {
    this.refreshBars();
  }

  setTabBarStyle(style: Partial<TabBar>): object {
    const top = this.current();
    if (!this.isTab(top.path)) throw failure('fail not TabBar page');
    this.tabStyle = { ...this.tabStyle, ...style };
    this.refreshBars();
    return {};
  }

  setTabBarItem(index: number, item: Partial<TabItem>): object {
    if (!this.isTab(this.current().path)) throw failure('fail not TabBar page');
    if (!this.app.tabBar?.list[index]) throw failure('fail tabbar item not found');
    this.tabItems.set(index, { ...this.tabItems.get(index), ...item });
    this.refreshBars();
    return {};
  }

  setBackgroundColor(colour: string): object {
    this.current().setBackground(colour);
    return {};
  }

  private refreshBars(): void {
    const top = this.top();
    if (!top) return;
    const isTab = this.isTab(top.path);
    showNavigationBar(
      {
        config: themed(top.config),
        canGoBack: this.stack.length > 1,
        canGoHome:
          this.stack.length === 1 &&
          !isTab &&
          this.app.tabBar !== undefined &&
          top.config.isHomeButtonHidden !== true,
      },
      {
        back: () => void this.stepBack(),
        home: () => void this.reLaunch(`/${this.app.tabBar?.list[0]?.pagePath ?? ''}`),
        menu: () => void openMenu(top.caller, () => void startCold()),
        leave: toBackground,
      },
    );
    showTabBar(this.tabBar(), top.path, (path) => void this.tapTab(path));
    writeAddress('path', urlOf(top));
    // 页面配置 restartStrategy: not for tab pages.
    setLatestPage(!isTab && top.config.restartStrategy === 'homePageAndLatestPage');
  }

  private async tapTab(path: string): Promise<void> {
    if (path !== this.top()?.path) await this.switchTab(`/${path}`);
    const index = this.app.tabBar?.list.findIndex(({ pagePath }) => pagePath === path) ?? 0;
    const text = this.app.tabBar?.list[index]?.text ?? '';
    this.top()?.call('onTabItemTap', { index, pagePath: path, text });
  }

  private push(address: Address, channel?: EventChannel): void {
    const view = this.make(address, channel);
    this.stack.push(view);
    if (this.isTab(address.path)) this.tabPages.set(address.path, view);
    this.refreshBars();
    view.open();
    this.packages.preload(address.path);
  }

  /** Route calls go one after the other: each finds the stack as the one before left it, whatever that waited for. */
  private inTurn<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    const turn = this.turns.then(work);
    this.turns = turn.catch(() => undefined);
    return turn;
  }

  /** @param events what the opener listens to @returns the opener's end of the channel */
  async navigateTo(url: string, events: Listeners = {}): Promise<object> {
    const address = this.resolve(url);
    if (this.isTab(address.path)) throw failure('fail can not navigateTo a tabbar page');
    return this.inTurn(async () => {
      if (this.stack.length >= MAX_DEPTH) throw failure('fail webview count limit exceed');
      await this.arrive(address);
      const { opener, opened } = channelPair();
      for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
      this.top()?.cover();
      this.push(address, opened);
      return { eventChannel: opener };
    });
  }

  async redirectTo(url: string): Promise<object> {
    const address = this.resolve(url);
    if (this.isTab(address.path)) throw failure('fail can not redirectTo a tabbar page');
    return this.inTurn(async () => {
      await this.arrive(address);
      const old = this.stack.pop();
      if (old) this.drop(old);
      this.push(address);
      return {};
    });
  }

  async reLaunch(url: string): Promise<object> {
    const address = this.resolve(url);
    return this.inTurn(async () => {
      await this.arrive(address);
      const views = new Set([...[...this.stack].reverse(), ...this.tabPages.values()]);
      this.stack = [];
      this.tabPages.clear();
      for (const view of views) view.close();
      this.push(address);
      return {};
    });
  }

  async switchTab(url: string): Promise<object> {
    if (url.includes('?')) throw failure('fail wx.switchTab: url 不支持 queryString');
    const address = this.resolve(url);
    if (!this.isTab(address.path)) throw failure('fail can not switch to no-tabBar page');
    return this.inTurn(() => {
      const present = this.tabPages.get(address.path);
      for (const view of [...this.stack].reverse()) if (view !== present) this.drop(view);
      this.stack = [];
      if (!present) {
        this.push(address);
        return {};
      }
      this.stack = [present];
      this.refreshBars();
      present.show();
      this.packages.preload(address.path);
      return {};
    });
  }

  async navigateBack(delta: number): Promise<object> {
    if (closeGuard()) return {};
    return this.inTurn(() => {
      const closing = this.stack.splice(Math.max(1, this.stack.length - Math.max(1, delta)));
      if (closing.length === 0) throw failure('fail cannot navigate back at first page');
      for (const view of closing.reverse()) view.close();
      this.refreshBars();
      this.top()?.show();
      return {};
    });
  }

  /** 小程序页面返回询问对话框, for the page shown; null asks nothing. */
  askBeforeBack(message: string | null): object {
    this.current().question = message;
    return {};
  }

  /** The bar's own way back: asks where the page wants that. */
  private async stepBack(): Promise<void> {
    const question = this.top()?.question ?? null;
    if (question !== null && !(await showModal({ content: question })).confirm) return;
    await this.navigateBack(1);
  }

  /** The mini program went behind, or came to the front. */
  hide(): void {
    this.top()?.hide();
  }
  show(): void {
    this.top()?.show();
  }

  /** The mini program ends: pages may leave what they need when they open again. */
  keepExitStates(): void {
    for (const view of this.stack) keepExitState(view.path, view.call('onSaveExitState'));
  }

  private current(): PageView {
    const top = this.top();
    if (!top) throw failure('fail no page');
    return top;
  }

  /** Title, colours and style of the page shown. */
  setBar(change: UnitConfig): object {
    const top = this.current();
    top.config = { ...top.config, ...change };
    this.refreshBars();
    return {};
  }

  startRefresh(): object {
    this.current().startRefresh();
    return {};
  }

  stopRefresh(): object {
    for (const view of this.stack) view.stopRefresh();
    return {};
  }

  scrollTo(target: ScrollTarget): object {
    if (!this.current().scrollTo(target)) throw failure('fail no such element');
    return {};
  }
}
