import { appEvents, enterOptions } from '../../app-events';
import { restart, toldUpdate } from '../../restart';
import { toBackground } from '../../foreground';
import { api } from '../api';

export const appLife = {
  getLaunchOptionsSync: enterOptions,
  getEnterOptionsSync: enterOptions,
  onAppShow: appEvents.show.on,
  offAppShow: appEvents.show.off,
  onAppHide: appEvents.hide.on,
  offAppHide: appEvents.hide.off,
  onError: appEvents.error.on,
  offError: appEvents.error.off,
  onUnhandledRejection: appEvents.rejection.on,
  offUnhandledRejection: appEvents.rejection.off,
  onThemeChange: appEvents.theme.on,
  offThemeChange: appEvents.theme.off,
  exitMiniProgram: api('exitMiniProgram', () => {
    toBackground();
    return {};
  }),
  nextTick: (callback: () => void): void => queueMicrotask(callback),
  /** The panel delivers a new version; applying it starts the program again. */
  getUpdateManager: () => ({
    onCheckForUpdate: (listener: (answer: { hasUpdate: boolean }) => void): void => {
      queueMicrotask(() => listener({ hasUpdate: false }));
      toldUpdate.on(() => listener({ hasUpdate: true }));
    },
    onUpdateReady: (listener: () => void): void => toldUpdate.on(listener),
    onUpdateFailed: (): void => undefined,
    applyUpdate: (): void => void restart(),
  }),
};
