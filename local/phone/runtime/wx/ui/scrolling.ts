import type { PageStack } from '../../page-stack';
import type { ScrollTarget } from '../../page-view';
import { api } from '../api';

/** 下拉刷新 and 滚动 of the page shown. */
export const scrolling = (stack: PageStack) => ({
  startPullDownRefresh: api('startPullDownRefresh', () => stack.startRefresh()),
  stopPullDownRefresh: api('stopPullDownRefresh', () => stack.stopRefresh()),
  pageScrollTo: api('pageScrollTo', (target: ScrollTarget) => stack.scrollTo(target)),
});
