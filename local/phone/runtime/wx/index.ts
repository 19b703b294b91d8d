import type { PageStack } from '../page-stack';
import { cloud } from './cloud';
import { device } from './device';
import { feedback } from './feedback';
import { media } from './media';
import { navigation } from './navigation';
import { storage } from './storage';

/** The `wx` that pages find. */
export const createWx = (stack: PageStack) => ({
  cloud,
  ...device,
  ...feedback,
  ...media,
  ...navigation(stack),
  ...storage,
  createSelectorQuery: () => stack.selectorQuery(),
  createIntersectionObserver: (
    caller: { createIntersectionObserver: (options?: object) => object },
    options?: object,
  ) => caller.createIntersectionObserver(options),
  getUpdateManager: () => ({
    onCheckForUpdate: (): void => undefined,
    onUpdateReady: (): void => undefined,
    onUpdateFailed: (): void => undefined,
    applyUpdate: (): void => undefined,
  }),
});
