import type { PageStack } from '../page-stack';
import { api } from './api';

export interface Target {
  readonly url: string;
}

/** Navigation in WeChat's words over the stack of pages. */
export const navigation = (stack: PageStack) => ({
  navigateTo: api('navigateTo', ({ url }: Target) => stack.navigateTo(url)),
  redirectTo: api('redirectTo', ({ url }: Target) => stack.redirectTo(url)),
  reLaunch: api('reLaunch', ({ url }: Target) => stack.reLaunch(url)),
  switchTab: api('switchTab', ({ url }: Target) => stack.switchTab(url)),
  navigateBack: api('navigateBack', ({ delta = 1 }: { delta?: number }) => stack.navigateBack(delta)),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }: { title: string }) =>
    stack.setTitle(title),
  ),
  startPullDownRefresh: api('startPullDownRefresh', () => stack.startRefresh()),
  stopPullDownRefresh: api('stopPullDownRefresh', () => stack.stopRefresh()),
  pageScrollTo: api(
    'pageScrollTo',
    (options: { scrollTop?: number; selector?: string; duration?: number; offsetTop?: number }) =>
      stack.scrollTo(options),
  ),
});
