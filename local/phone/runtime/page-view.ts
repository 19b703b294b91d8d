import type { GeneralComponent } from 'glass-easel';
import type { Root } from 'glass-easel-miniprogram-adapter';
import type { EventChannel } from './event-channel';
import { appLife } from './app-life';
import { listenToPull } from './pull-down';
import type { UnitConfig } from './program';
import type { Registry } from './registry';
import { boxOf } from './scale';
import { themed } from './theme-variables';
import type { Address } from './routes';
import { made, shell } from './shell/shell';

const REACH_BOTTOM_PX = 50;

/** What a page script may define; WeChat calls them. */
type PageMethods = Partial<
  Record<
    | 'onLoad'
    | 'onShow'
    | 'onReady'
    | 'onHide'
    | 'onUnload'
    | 'onResize'
    | 'onPullDownRefresh'
    | 'onReachBottom'
    | 'onPageScroll'
    | 'onTabItemTap'
    | 'onShareAppMessage'
    | 'onSaveExitState',
    (argument?: unknown) => unknown
  >
>;

export type PageCaller = PageMethods & {
  route: string;
  options: Readonly<Record<string, string>>;
  /** What onSaveExitState kept when the mini program was ended. */
  exitState?: unknown;
  getOpenerEventChannel: () => EventChannel | object;
  createSelectorQuery: () => object;
  selectComponent: (selector: string) => unknown;
};

export interface PageOptions {
  readonly config: UnitConfig;
  readonly isTab: boolean;
  readonly channel?: EventChannel;
  readonly exitState?: unknown;
}

export interface ScrollTarget {
  readonly scrollTop?: number;
  readonly selector?: string;
  readonly duration?: number;
  readonly offsetTop?: number;
}

/** One open page: its component, its scroller and what WeChat calls on it. */
export class PageView {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly caller: PageCaller;
  /** As it is now: scripts change title and colours. */
  config: UnitConfig;
  /** What the bar's way back asks first, null for nothing. */
  question: string | null = null;
  private readonly root: Root;
  private readonly component: GeneralComponent;
  private readonly scroller: HTMLElement;
  private readonly refreshing: HTMLElement;
  private wasAtBottom = false;
  private isVisible = false;

  constructor(registry: Registry, { path, query }: Address, options: PageOptions) {
    this.path = path;
    this.query = query;
    this.config = options.config;
    registry.load(path);
    this.root = registry.backend.createRoot('page', registry.space, `/${path}`);
    this.component = this.root.getComponent();
    this.caller = this.root.get() as unknown as PageCaller;
    Object.assign(this.caller, {
      route: path,
      options: query,
      getOpenerEventChannel: () => options.channel ?? {},
      ...(options.exitState === undefined ? {} : { exitState: options.exitState }),
    });
    this.scroller = made('page-view');
    this.refreshing = made('refreshing', '正在刷新…');
    const placeholder = document.createElement('div');
    this.scroller.append(this.refreshing, placeholder);
    shell.pages.append(this.scroller);
    this.dress(path, options.isTab);
    this.root.attach(this.scroller as never, placeholder as never);
    this.listen();
  }

  private dress(path: string, isTab: boolean): void {
    const host = this.component.$$ as unknown as HTMLElement;
    host.setAttribute('is', path);
    const { backgroundColor, disableScroll, navigationStyle } = themed(this.config);
    this.refreshing.style.background = backgroundColor ?? '#ffffff';
    this.scroller.classList.toggle('phone-still', disableScroll ?? false);
    // Bars cover the unsafe areas for pages that have them.
    this.scroller.style.setProperty(
      '--phone-safe-top',
      navigationStyle === 'custom' ? 'var(--phone-status)' : '0px',
    );
    this.scroller.style.setProperty('--phone-safe-bottom', isTab ? '0px' : 'var(--phone-home)');
  }

  /** What is seen beyond the page's own ends. */
  setBackground(colour: string): void {
    this.refreshing.style.background = colour;
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
    if (this.config.enablePullDownRefresh) listenToPull(this.scroller, () => this.startRefresh());
  }

  /** Calls what the page defined; a fault of the page is told, not swallowed. */
  call(name: keyof PageMethods, argument?: unknown): unknown {
    const tell = (error: unknown): void => {
      console.error(`${this.path} ${name}`, error);
      appLife.fail(error);
    };
    try {
      const answer = this.caller[name]?.(argument);
      if (answer instanceof Promise) answer.catch(tell);
      return answer;
    } catch (error) {
      tell(error);
      return undefined;
    }
  }

  open(): void {
    this.call('onLoad', this.query);
    this.show();
    requestAnimationFrame(() => {
      // A page that was left at once never was ready.
      if (this.scroller.isConnected) this.call('onReady');
    });
  }

  /** Components hear of it before their page does. */
  show(): void {
    if (this.isVisible) return;
    this.isVisible = true;
    this.scroller.hidden = false;
    this.component.triggerPageLifetime('show', []);
    this.call('onShow');
  }

  hide(): void {
    if (!this.isVisible) return;
    this.isVisible = false;
    this.component.triggerPageLifetime('hide', []);
    this.call('onHide');
  }

  /** Another page stands in front. */
  cover(): void {
    this.hide();
    this.scroller.hidden = true;
  }

  close(): void {
    this.isVisible = false;
    this.call('onUnload');
    this.root.release();
    this.scroller.remove();
  }

  resize(): void {
    const { clientWidth: windowWidth, clientHeight: windowHeight } = shell.pages;
    const size = { windowWidth, windowHeight };
    this.component.triggerPageLifetime('resize', [size]);
    const deviceOrientation = windowWidth > windowHeight ? 'landscape' : 'portrait';
    this.call('onResize', { size, deviceOrientation });
  }

  startRefresh(): void {
    if (this.refreshing.classList.contains('phone-on')) return;
    this.refreshing.classList.add('phone-on');
    this.call('onPullDownRefresh');
  }

  stopRefresh(): void {
    this.refreshing.classList.remove('phone-on');
  }

  /** @returns whether there was anything to scroll to */
  scrollTo({ scrollTop, selector, duration, offsetTop = 0 }: ScrollTarget): boolean {
    const behavior: ScrollBehavior = duration === 0 ? 'auto' : 'smooth';
    const target = selector
      ? (this.component.getShadowRoot()?.querySelector(selector)?.$$ as unknown as HTMLElement | undefined)
      : undefined;
    const top = target
      ? boxOf(target).top - boxOf(this.scroller).top + this.scroller.scrollTop + offsetTop
      : scrollTop;
    if (top === undefined) return false;
    this.scroller.scrollTo({ top, behavior });
    return true;
  }
}
