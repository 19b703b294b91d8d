import { addGlobalErrorListener } from 'glass-easel';
import { appLife } from './app-life';

/** What fails in a script, and what nobody took of a promise, reaches App, as in WeChat; the console tells it all the same. */
export const listenToFaults = (): void => {
  addGlobalErrorListener((error) => {
    appLife.fail(error);
    return true;
  });
  window.addEventListener('error', (event) => appLife.fail(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => appLife.reject(event.reason, event.promise));
};
