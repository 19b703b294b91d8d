type Listener = (argument: object) => void;

export type AppOptions = Record<string, unknown>;

interface Launch {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
  readonly referrerInfo: object;
}

/** Opened from the list of mini programs. */
const SCENE = 1001;

/** The mini program as a whole: launched once, then in front or behind. */
class AppLife {
  options: AppOptions = {};
  private isInFront = false;
  private launch: Launch = { path: '', query: {}, scene: SCENE, referrerInfo: {} };
  private pages: { readonly show: () => void; readonly hide: () => void } | undefined;
  private readonly listeners = new Map<string, Set<Listener>>();

  /** wx.onAppShow, onAppHide, onError, onPageNotFound, onUnhandledRejection. */
  on(name: string, listener: Listener): void {
    this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener));
  }
  off(name: string, listener: Listener): void {
    this.listeners.get(name)?.delete(listener);
  }

  private call(name: string, argument: unknown): boolean {
    const own = this.options[name];
    if (typeof own === 'function') (own as (argument: unknown) => void).call(this.options, argument);
    const listeners = this.listeners.get(name);
    for (const listener of listeners ?? []) (listener as (argument: unknown) => void)(argument);
    return typeof own === 'function' || (listeners?.size ?? 0) > 0;
  }

  start(path: string, query: Readonly<Record<string, string>>): void {
    this.launch = { ...this.launch, path, query };
    this.isInFront = true;
    this.call('onLaunch', this.launch);
    this.call('onShow', this.launch);
  }

  launchOptions(): object {
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
    this.call('onHide', {});
  }

  show(): void {
    if (this.isInFront) return;
    this.isInFront = true;
    this.call('onShow', this.launch);
    this.pages?.show();
  }

  /** A script failed: told on the console and to the mini program. */
  fail(error: unknown): void {
    this.call('onError', error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error));
  }

  reject(reason: unknown, promise: Promise<unknown>): void {
    this.call('onUnhandledRejection', { reason, promise });
  }

  /** @returns whether anybody takes care of the page that is not there */
  pageNotFound(path: string, query: Readonly<Record<string, string>>): boolean {
    return this.call('onPageNotFound', { path, query, isEntryPage: true });
  }
}

export const appLife = new AppLife();
