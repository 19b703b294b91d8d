import { setAppConfig } from './app-config';
import { appEvents, setEnterOptions, watchFaults } from './app-events';
import { readClock } from './clock';
import { openDisk } from './disk/disk';
import { openFacts } from './disk/facts';
import { openFiles } from './disk/file-disk';
import { openStorage } from './disk/storage-disk';
import { installTimers, onGround, toBackground, toForeground } from './foreground';
import { measureInsidePhone } from './frame-rects';
import { listenToFingers } from './gestures';
import { changeNetwork } from './network';
import { PageStack } from './page-stack';
import type { Program } from './program';
import { createRegistry } from './registry';
import { layOutScreen } from './screen';
import { networkOf, settings } from './settings';
import { showHomeScreen } from './shell/home-screen';
import { showPanel } from './shell/panel/panel';
import { made, shell } from './shell/shell';
import { showStatusBar } from './shell/status-bar';
import { watchTaps } from './tapping';
import { installTheme } from './theme';
import { setScreenWidth } from './units';
import { createWx } from './wx';

type AppHook = (argument?: unknown) => void;
type AppOptions = Record<string, unknown>;

/** WeChat's scenes: from the list of mini programs; back from the background. */
const SCENE = { launch: 1001, back: 1001 };

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
const listenToGround = (stack: PageStack): void => {
  onGround((ground) => {
    if (ground === 'suspended') return;
    const isShown = ground === 'foreground';
    if (isShown) appEvents.show.tell(setEnterOptions(settings.path, SCENE.back));
    else appEvents.hide.tell({});
    stack.showTop(isShown);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') toBackground();
    else toForeground();
  });
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
  showPanel();
  showHomeScreen();
  showStatusBar();
  layOutScreen();
  installTheme();
  setScreenWidth(shell.screen.clientWidth);
  await openPhone();
  installTimers();
  watchFaults();
  watchTaps();
  measureInsidePhone();
  let app: AppOptions = {};
  const call = (name: string, argument: unknown): void => {
    const hook = app[name];
    if (typeof hook === 'function') (hook as AppHook).call(app, argument);
  };
  const registry = createRegistry(program);
  const stack = new PageStack(registry, program);
  Object.assign(globalThis, {
    wx: createWx(stack, registry.isTag),
    App: (options: AppOptions) => {
      app = options;
    },
    getApp: () => app,
    getCurrentPages: () => stack.callers(),
  });
  appEvents.show.on((options) => call('onShow', options));
  appEvents.hide.on((options) => call('onHide', options));
  appEvents.error.on((message) => call('onError', message));
  appEvents.rejection.on((rejection) => call('onUnhandledRejection', rejection));
  appEvents.theme.on((theme) => call('onThemeChange', theme));
  listenToFingers(shell.screen);
  listenToPair();
  program.run();
  const first = `/${program.pages[0] ?? ''}`;
  const launch = setEnterOptions(settings.path || first, SCENE.launch);
  call('onLaunch', launch);
  call('onShow', launch);
  try {
    stack.reLaunch(settings.path || first);
  } catch (error) {
    console.error(error);
    stack.reLaunch(first);
  }
  listenToGround(stack);
};
