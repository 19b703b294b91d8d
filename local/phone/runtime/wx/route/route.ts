import type { Listeners, PageStack } from '../../page-stack';
import { api, requireKinds } from '../api';

export interface Target {
  readonly url: string;
}

/** Every route wants to know where. @throws {errMsg, errno} in WeChat's words */
const urlOf = (target: Target): string => {
  requireKinds(target, { url: 'String' });
  return target.url;
};

/** 路由, over the stack of pages. */
export const routes = (stack: PageStack) => ({
  navigateTo: api('navigateTo', (target: Target & { readonly events?: Listeners }) =>
    stack.navigateTo(urlOf(target), target.events),
  ),
  redirectTo: api('redirectTo', (target: Target) => stack.redirectTo(urlOf(target))),
  reLaunch: api('reLaunch', (target: Target) => stack.reLaunch(urlOf(target))),
  switchTab: api('switchTab', (target: Target) => stack.switchTab(urlOf(target))),
  navigateBack: api('navigateBack', ({ delta = 1 }: { delta?: number }) => stack.navigateBack(delta)),
});
