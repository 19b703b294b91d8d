import { listenerPair } from './wx/api';

export interface EnterOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
  readonly shareTicket?: string;
  readonly referrerInfo: object;
}

/** What happens to the program as a whole: wx.onApp…, wx.onError and their like; App's own hooks hang on them too. */
export const appEvents = {
  show: listenerPair<EnterOptions>(),
  hide: listenerPair<Record<string, never>>(),
  error: listenerPair<string>(),
  rejection: listenerPair<{ reason: string; promise: Promise<unknown> }>(),
  theme: listenerPair<{ theme: 'light' | 'dark' }>(),
};

let enter: EnterOptions = { path: '', query: {}, scene: 1001, referrerInfo: {} };
export const enterOptions = (): EnterOptions => enter;

/** @param path "/pages/x/x?a=1" as the address gives it */
export const setEnterOptions = (path: string, scene: number): EnterOptions => {
  const [route = '', search = ''] = path.replace(/^\//, '').split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  enter = { path: route, query, scene, referrerInfo: {} };
  return enter;
};

/** What goes wrong in a script and was caught by nobody. */
export const watchFaults = (): void => {
  window.addEventListener('error', ({ error, message }) => {
    appEvents.error.tell(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : message);
  });
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    const { errMsg, message } = (reason ?? {}) as { errMsg?: string; message?: string };
    appEvents.rejection.tell({ reason: errMsg ?? message ?? String(reason), promise });
  });
};
