import { installAnimations } from './animate';
import { setAppConfig } from './app-config';
import { appLife, type AppOptions } from './app-life';
import { readClock } from './clock';
import { openDisk } from './disk/disk';
import { openFacts } from './disk/facts';
import { openFiles } from './disk/file-disk';
import { openStorage } from './disk/storage-disk';
import { listenToFaults } from './faults';
import { installTimers, onGround, toBackground, toForeground } from './foreground';
import { listenToFingers } from './gestures';
import { installIntersectionObserver } from './intersection';
import { holdKeyboard } from './keyboard';
import { changeNetwork } from './network';
import { PageStack } from './page-stack';
import type { Program } from './program';
import { createRegistry, type Registry } from './registry';
import { addressOf } from './routes';
import { layOutScreen } from './screen';
import { installSelectorQuery } from './selector-query';
import { limitSetData } from './set-data';
import { networkOf, settings } from './settings';
import { ignoreGhostClicks } from './shell/ghost-clicks';
import { showHomeScreen } from './shell/home-screen';
import { showPanel } from './shell/panel/panel';
import { made, shell } from './shell/shell';
import { showStatusBar } from './shell/status-bar';
import { Subpackages } from './subpackages';
import { markTaps } from './tap-marks';
import { watchTaps } from './tapping';
import { installTheme, onThemeChange } from './theme';
import { setThemeVariables } from './theme-variables';
import { setScreenWidth } from './units';
import { createWx } from './wx';

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

/** What this WeChat kept is there before the program's first line. */
const openPhone = async (): Promise<void> => {
  await openDisk(settings.as);
  await Promise.all([openStorage(settings.as), openFiles(), openFacts(), readClock()]);
};

/** The page with two phones moves the switch of each from outside. */
const listenToPair = (): void => {
  window.addEventListener('message', ({ origin, data }) => {
    const { network } = (data ?? {}) as { network?: unknown };
    if (origin !== location.origin || typeof network !== 'string') return;
    changeNetwork(networkOf(network));
  });
};

/** Foreground and background: by the panel, the capsule, and the browser's own tab. */
const listenToGround = (): void => {
  onGround((ground) => {
    if (ground === 'background') appLife.hide();
    if (ground === 'foreground') appLife.show();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') toBackground();
    else toForeground();
  });
};

/** WeChat's surface around the mini program. */
const showPhone = (): void => {
  showPanel();
  showHomeScreen();
  showStatusBar();
  layOutScreen();
  installTheme();
};

/** The component framework does what WeChat's own does beyond it. */
const completeFramework = (): void => {
  limitSetData();
  installSelectorQuery();
  installIntersectionObserver();
  installAnimations();
  markTaps();
};

/** rpx follow the screen. */
const followWidth = (registry: Registry): void =>
  new ResizeObserver(() => {
    setScreenWidth(shell.screen.clientWidth);
    registry.resolveAgain();
  }).observe(shell.screen);

/** Before gestures.ts listens, watchTaps does: handlers run while the tap is noted. */
const listenToPerson = (): void => {
  watchTaps();
  listenToFingers(shell.screen);
  ignoreGhostClicks();
  holdKeyboard(shell.screen);
  listenToPair();
};

/** Starts the mini program in this document; what keeps it from starting stands on the screen. */
export const boot = async (program: Program): Promise<void> => {
  try {
    await start(program);
  } catch (error) {
    console.error(error);
    shell.layer.append(made('failure', `小程序没有启动：${String((error as Error).message)}`));
  }
};

/** What its scripts find globally, then its app, then its first page. */
const start = async (program: Program): Promise<void> => {
  setAppConfig(program.config);
  setThemeVariables(program.theme);
  showPhone();
  setScreenWidth(shell.screen.clientWidth);
  await openPhone();
  installTimers();
  listenToFaults();
  completeFramework();
  const registry = createRegistry(program);
  followWidth(registry);
  const packages = new Subpackages(program.subpackages, program.config.preloadRule, registry.adopt);
  const stack = new PageStack(registry, program, packages);
  Object.assign(globalThis, {
    wx: createWx(stack, registry.isTag),
    App: (options: AppOptions) => {
      appLife.options = options;
    },
    getApp: () => appLife.options,
    getCurrentPages: () => stack.callers(),
  });
  onThemeChange(() => stack.dress());
  listenToPerson();
  appLife.follow(stack);
  program.run();
  openFirst(stack, program);
  listenToGround();
  window.addEventListener('pagehide', () => stack.keepExitStates());
};
