import { installAnimations } from './animate';
import { appLife, type AppOptions } from './app-life';
import { listenToFaults } from './faults';
import { listenToFingers } from './gestures';
import { holdKeyboard } from './keyboard';
import { PageStack } from './page-stack';
import type { Program } from './program';
import { createRegistry } from './registry';
import { addressOf } from './routes';
import { installSelectorQuery } from './selector-query';
import { limitSetData } from './set-data';
import { settings } from './settings';
import { setSharer } from './sharing';
import { ignoreGhostClicks } from './shell/ghost-clicks';
import { showPanel } from './shell/panel';
import { watchSafeArea } from './shell/safe-area';
import { shell } from './shell/shell';
import { Subpackages } from './subpackages';
import { setScreenWidth } from './units';
import { createWx } from './wx';
import { tellNetwork } from './wx/device';

/** The first page: the address's, or the mini program's own when that one does not exist and nobody takes care of it. */
const openFirst = (stack: PageStack, program: Program): void => {
  const home = `/${program.config.entryPagePath ?? program.pages[0] ?? ''}`;
  const { path, query } = addressOf(settings.path || home, '');
  appLife.start(path, query);
  if (program.pages.includes(path)) {
    void stack.reLaunch(settings.path || home);
    return;
  }
  // Whoever listens goes where it wants (docs: onPageNotFound); WeChat's own page would say so otherwise.
  if (appLife.pageNotFound(path, query)) return;
  console.error(`页面不存在：${path}`);
  void stack.reLaunch(home);
};

/** Starts the mini program in this document: what its scripts find globally, then its app, then its first page. */
export const boot = (program: Program): void => {
  showPanel(tellNetwork);
  document.documentElement.style.colorScheme = settings.theme;
  setScreenWidth(shell.screen.clientWidth);
  watchSafeArea();
  limitSetData();
  installSelectorQuery();
  installAnimations();
  listenToFaults();
  const registry = createRegistry(program);
  new ResizeObserver(() => {
    setScreenWidth(shell.screen.clientWidth);
    registry.resolveAgain();
  }).observe(shell.screen);
  const packages = new Subpackages(program.subpackages, program.config.preloadRule, registry.adopt);
  const stack = new PageStack(registry, program, packages);
  Object.assign(globalThis, {
    wx: createWx(stack),
    App: (options: AppOptions) => {
      appLife.options = options;
    },
    getApp: () => appLife.options,
    getCurrentPages: () => stack.callers(),
  });
  listenToFingers(shell.screen);
  ignoreGhostClicks();
  holdKeyboard(shell.screen);
  setSharer((request) => stack.share(request));
  appLife.follow(stack);
  program.run();
  openFirst(stack, program);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') appLife.hide();
    else appLife.show();
  });
  window.addEventListener('pagehide', () => stack.keepExitStates());
};
