import type { GeneralComponent } from 'glass-easel';
import type { Root } from 'glass-easel-miniprogram-adapter';
import type { UnitConfig } from './program';
import type { Registry } from './registry';
import { settings } from './settings';
import { made, shell } from './shell/shell';

const REACH_BOTTOM_PX = 50;
const REFRESH_PULL_PX = 60;

/** What a page script may define; WeChat calls them. */
type PageMethods = Partial<
  Record<
    | 'onLoad'
    | 'onShow'
    | 'onReady'
    | 'onHide'
    | 'onUnload'
    | 'onPullDownRefresh'
    | 'onReachBottom'
    | 'onPageScroll'
    | 'onTabItemTap',
    (argument?: unknown) => unknown
  >
>;

export type PageCaller = PageMethods & {
  route: string;
  options: Readonly<Record<string, string>>;
  createSelectorQuery: () => object;
  selectComponent: (selector: string) => unknown;
};

/** One open page: its component, its scroller and what WeChat calls on it. */
export class PageView {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly config: UnitConfig;
  readonly caller: PageCaller;
  title: string;
  private readonly root: Root;
  private readonly component: GeneralComponent;
  private readonly scroller: HTMLElement;
  private readonly refreshing: HTMLElement;
  private wasAtBottom = false;

  constructor(registry: Registry, path: string, query: Readonly<Record<string, string>>, config: UnitConfig) {
    this.path = path;
    this.query = query;
    this.config = config;
    this.title = config.navigationBarTitleText ?? '';
    registry.load(path);
    this.root = registry.backend.createRoot('page', registry.space, `/${path}`);
    this.component = this.root.getComponent();
    this.caller = this.root.get() as unknown as PageCaller;
    Object.assign(this.caller, { route: path, options: query });
    this.scroller = made('page-view');
    this.refreshing = made('refreshing', '正在刷新…');
    const placeholder = document.createElement('div');
    this.scroller.append(this.refreshing, placeholder);
    shell.pages.append(this.scroller);
    const host = this.component.$$ as unknown as HTMLElement;
    host.setAttribute('is', path);
    host.style.setProperty('--type', String(settings.font));
    this.root.attach(this.scroller as never, placeholder as never);
    this.listen();
  }

  private listen(): void {
    this.scroller.addEventListener(
      'scroll',
      () => {
        const { scrollTop, scrollHeight, clientHeight } = this.scroller;
        this.call('onPageScroll', { scrollTop });
        const distance = this.config.onReachBottomDistance ?? REACH_BOTTOM_PX;
        const isAtBottom = scrollHeight - clientHeight - scrollTop <= distance;
        if (isAtBottom && !this.wasAtBottom) this.call('onReachBottom');
        this.wasAtBottom = isAtBottom;
      },
      { passive: true },
    );
    if (this.config.enablePullDownRefresh) this.listenToPull();
  }

  private listenToPull(): void {
    let startY: number | undefined;
    this.scroller.addEventListener(
      'touchstart',
      (event) => {
        startY = this.scroller.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
      },
      { passive: true },
    );
    this.scroller.addEventListener(
      'touchend',
      (event) => {
        const endY = event.changedTouches[0]?.clientY;
        if (startY === undefined || endY === undefined || this.scroller.scrollTop > 0) return;
        if (endY - startY > REFRESH_PULL_PX) this.startRefresh();
      },
      { passive: true },
    );
  }

  /** Calls what the page defined; a fault of the page is told, not swallowed. */
  call(name: keyof PageMethods, argument?: unknown): void {
    try {
      const answer = this.caller[name]?.(argument);
      if (answer instanceof Promise)
        answer.catch((error: unknown) => console.error(`${this.path} ${name}`, error));
    } catch (error) {
      console.error(`${this.path} ${name}`, error);
    }
  }

  open(): void {
    this.call('onLoad', this.query);
    this.show();
    requestAnimationFrame(() => this.call('onReady'));
  }

  show(): void {
    this.scroller.hidden = false;
    this.call('onShow');
    this.component.triggerPageLifetime('show', []);
  }

  hide(): void {
    this.call('onHide');
    this.component.triggerPageLifetime('hide', []);
    this.scroller.hidden = true;
  }

  close(): void {
    this.call('onUnload');
    this.root.release();
    this.scroller.remove();
  }

  startRefresh(): void {
    this.refreshing.classList.add('phone-on');
    this.call('onPullDownRefresh');
  }

  stopRefresh(): void {
    this.refreshing.classList.remove('phone-on');
  }

  scrollTo(options: { scrollTop?: number; selector?: string; duration?: number; offsetTop?: number }): void {
    const behavior: ScrollBehavior = options.duration === 0 ? 'auto' : 'smooth';
    const target = options.selector ? this.scroller.querySelector(options.selector) : null;
    const top = target
      ? target.getBoundingClientRect().top -
        this.scroller.getBoundingClientRect().top +
        this.scroller.scrollTop +
        (options.offsetTop ?? 0)
      : options.scrollTop;
    if (top !== undefined) this.scroller.scrollTo({ top, behavior });
  }
}
