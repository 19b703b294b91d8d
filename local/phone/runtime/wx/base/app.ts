import { appLife } from '../../app-life';
import { startCold, toldUpdate } from '../../restart';

const { onShow, onHide, onError, onUnhandledRejection, onPageNotFound, onThemeChange } = appLife.listeners;

export const app = {
  getLaunchOptionsSync: () => appLife.entry(),
  getEnterOptionsSync: () => appLife.entry(),
  onAppShow: onShow.on,
  offAppShow: onShow.off,
  onAppHide: onHide.on,
  offAppHide: onHide.off,
  onError: onError.on,
  offError: onError.off,
  onUnhandledRejection: onUnhandledRejection.on,
  offUnhandledRejection: onUnhandledRejection.off,
  onPageNotFound: onPageNotFound.on,
  offPageNotFound: onPageNotFound.off,
  onThemeChange: onThemeChange.on,
  offThemeChange: onThemeChange.off,
  nextTick: (callback: () => void): void => queueMicrotask(callback),
  /** The panel delivers a new version; applying it starts the program again. */
  getUpdateManager: () => ({
    onCheckForUpdate: (listener: (answer: { hasUpdate: boolean }) => void): void => {
      queueMicrotask(() => listener({ hasUpdate: false }));
      toldUpdate.on(() => listener({ hasUpdate: true }));
    },
    onUpdateReady: (listener: () => void): void => toldUpdate.on(listener),
    onUpdateFailed: (): void => undefined,
    applyUpdate: (): void => void startCold(),
  }),
};
