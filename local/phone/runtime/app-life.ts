import { listenerPair } from './wx/api';

export type AppOptions = Record<string, unknown>;

/** How the mini program was entered (docs: 获取小程序启动参数). */
export interface Entry {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
  readonly referrerInfo: object;
}

/** Opened from the list of mini programs. */
const SCENE = 1001;

/** App's own hooks that are told with wx.on…: the name in both is the same but for the "App". */
interface AppEvents {
  onShow: Entry;
  onHide: object;
  onError: string;
  onUnhandledRejection: { readonly reason: string; readonly promise: Promise<unknown> };
  onPageNotFound: Pick<Entry, 'path' | 'query'> & { readonly isEntryPage: boolean };
  onThemeChange: { readonly theme: 'light' | 'dark' };
}

type Listeners = { readonly [Name in keyof AppEvents]: ReturnType<typeof listenerPair<AppEvents[Name]>> };

/** The mini program as a whole: launched once, then in front or behind. */
class AppLife {
  options: AppOptions = {};
  /** wx.onAppShow, onAppHide, onError and their like. */
  readonly listeners: Listeners = {
    onShow: listenerPair(),
    onHide: listenerPair(),
    onError: listenerPair(),
    onUnhandledRejection: listenerPair(),
    onPageNotFound: listenerPair(),
    onThemeChange: listenerPair(),
  };
  private isInFront = false;
  private launch: Entry = { path: '', query: {}, scene: SCENE, referrerInfo: {} };
  private pages: { readonly show: () => void; readonly hide: () => void } | undefined;

  /** @returns whether App defines the hook */
  private callApp(name: string, argument: unknown): boolean {
    const own = this.options[name];
    if (typeof own !== 'function') return false;
    (own as (argument: unknown) => void).call(this.options, argument);
    return true;
  }

  /** App's hook first, then whoever listens. @returns whether anybody heard it */
  private tell<Name extends keyof AppEvents>(name: Name, event: AppEvents[Name]): boolean {
    const isDefined = this.callApp(name, event);
    const isListenedTo = !this.listeners[name].isEmpty();
    this.listeners[name].tell(event);
    return isDefined || isListenedTo;
  }

  start(path: string, query: Readonly<Record<string, string>>): void {
    this.launch = { ...this.launch, path, query };
    this.isInFront = true;
    this.callApp('onLaunch', this.launch);
    this.tell('onShow', this.launch);
  }

  entry(): Entry {
    return this.launch;
  }

  /** The pages that go behind and come back with the mini program. */
  follow(pages: { readonly show: () => void; readonly hide: () => void }): void {
    this.pages = pages;
  }

  /** The page first, then the mini program. */
  hide(): void {
    if (!this.isInFront) return;
    this.isInFront = false;
    this.pages?.hide();
    this.tell('onHide', {});
  }

  show(): void {
    if (this.isInFront) return;
    this.isInFront = true;
    this.tell('onShow', this.launch);
    this.pages?.show();
  }

  /** A script failed: told to the mini program; the console tells it all the same. */
  fail(error: unknown): void {
    this.tell('onError', error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error));
  }

  /** A promise was refused and nobody took it; WeChat tells the reason as text. */
  reject(reason: unknown, promise: Promise<unknown>): void {
    const { errMsg, message } = (reason ?? {}) as { errMsg?: string; message?: string };
    this.tell('onUnhandledRejection', { reason: errMsg ?? message ?? String(reason), promise });
  }

  changeTheme(theme: 'light' | 'dark'): void {
    this.tell('onThemeChange', { theme });
  }

  /** @returns whether anybody takes care of the page that is not there */
  pageNotFound(path: string, query: Readonly<Record<string, string>>): boolean {
    return this.tell('onPageNotFound', { path, query, isEntryPage: true });
  }
}

export const appLife = new AppLife();
