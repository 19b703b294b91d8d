import { listenToFingers } from './gestures';
import { PageStack } from './page-stack';
import type { Program } from './program';
import { createRegistry } from './registry';
import { settings } from './settings';
import { showPanel } from './shell/panel';
import { shell } from './shell/shell';
import { setScreenWidth } from './units';
import { createWx } from './wx';
import { tellNetwork } from './wx/device';

type AppOptions = Record<string, unknown> & { onLaunch?: (o: object) => void; onShow?: (o: object) => void };

/** Starts the mini program in this document: what its scripts find globally, then its app, then its first page. */
export const boot = (program: Program): void => {
  showPanel(tellNetwork);
  document.documentElement.style.colorScheme = settings.theme;
  setScreenWidth(shell.screen.clientWidth);
  let app: AppOptions = {};
  const registry = createRegistry(program);
  const stack = new PageStack(registry, program);
  Object.assign(globalThis, {
    wx: createWx(stack),
    App: (options: AppOptions) => {
      app = options;
    },
    getApp: () => app,
    getCurrentPages: () => stack.callers(),
  });
  listenToFingers(shell.screen);
  program.run();
  const launch = { path: settings.path, query: {}, scene: 1001 };
  app.onLaunch?.(launch);
  app.onShow?.(launch);
  const first = `/${program.pages[0] ?? ''}`;
  try {
    stack.reLaunch(settings.path || first);
  } catch (error) {
    console.error(error);
    stack.reLaunch(first);
  }
  document.addEventListener('visibilitychange', () => {
    const name = document.visibilityState === 'hidden' ? 'onHide' : 'onShow';
    const listener = app[name];
    if (typeof listener === 'function') (listener as (o: object) => void).call(app, launch);
  });
};
