import type { Listeners, PageStack } from '../page-stack';
import type { ScrollTarget } from '../page-view';
import { api, failure } from './api';

export interface Target {
  readonly url: string;
}

export interface BarColour {
  readonly frontColor: string;
  readonly backgroundColor: string;
}

export interface TabStyle {
  readonly color?: string;
  readonly selectedColor?: string;
  readonly backgroundColor?: string;
}

/** 路由, 导航栏, 下拉刷新 and 滚动 of WeChat's documentation, over the stack of pages. */
export const navigation = (stack: PageStack) => ({
  navigateTo: api('navigateTo', ({ url, events }: Target & { readonly events?: Listeners }) =>
    stack.navigateTo(url, events),
  ),
  redirectTo: api('redirectTo', ({ url }: Target) => stack.redirectTo(url)),
  reLaunch: api('reLaunch', ({ url }: Target) => stack.reLaunch(url)),
  switchTab: api('switchTab', ({ url }: Target) => stack.switchTab(url)),
  navigateBack: api('navigateBack', ({ delta = 1 }: { delta?: number }) => stack.navigateBack(delta)),
  navigateToMiniProgram: api('navigateToMiniProgram', (): object => {
    throw failure('fail cancel');
  }),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }: { title: string }) =>
    stack.setBar({ navigationBarTitleText: title }),
  ),
  setNavigationBarColor: api('setNavigationBarColor', ({ frontColor, backgroundColor }: BarColour) => {
    const textStyle = { '#ffffff': 'white', '#000000': 'black' }[frontColor.toLowerCase()];
    // WeChat takes these two and no other.
    if (!textStyle) throw failure('fail invalid frontColor "' + frontColor + '"');
    return stack.setBar({ navigationBarTextStyle: textStyle, navigationBarBackgroundColor: backgroundColor });
  }),
  setBackgroundColor: api('setBackgroundColor', ({ backgroundColor }: { backgroundColor: string }) =>
    stack.setBackgroundColor(backgroundColor),
  ),
  setTabBarStyle: api('setTabBarStyle', ({ color, selectedColor, backgroundColor }: TabStyle) =>
    stack.setTabBarStyle({
      ...(color ? { color } : {}),
      ...(selectedColor ? { selectedColor } : {}),
      ...(backgroundColor ? { backgroundColor } : {}),
    }),
  ),
  startPullDownRefresh: api('startPullDownRefresh', () => stack.startRefresh()),
  stopPullDownRefresh: api('stopPullDownRefresh', () => stack.stopRefresh()),
  pageScrollTo: api('pageScrollTo', (target: ScrollTarget) => stack.scrollTo(target)),
});
