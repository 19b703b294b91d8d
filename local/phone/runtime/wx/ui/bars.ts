import type { PageStack } from '../../page-stack';
import { api, failure, requireKinds } from '../api';

export interface BarColour {
  readonly frontColor: string;
  readonly backgroundColor: string;
}

export interface TabStyle {
  readonly color?: string;
  readonly selectedColor?: string;
  readonly backgroundColor?: string;
  readonly borderStyle?: 'black' | 'white';
}

export interface TabItemChange {
  readonly index: number;
  readonly text?: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

/** The two that WeChat takes for 前景颜色, and what they are called in app.json. */
const TEXT_STYLES: Readonly<Record<string, string>> = { '#ffffff': 'white', '#000000': 'black' };

/** Pictures of tabs are named from the program's root, with or without the stroke. */
const fromRoot = (path: string): string => path.replace(/^\//, '');

/** 导航栏, 背景 and TabBar of the page shown. */
export const bars = (stack: PageStack) => ({
  setNavigationBarTitle: api('setNavigationBarTitle', (bar: { readonly title: string }) => {
    requireKinds(bar, { title: 'String' });
    return stack.setBar({ navigationBarTitleText: bar.title });
  }),
  setNavigationBarColor: api('setNavigationBarColor', (bar: BarColour) => {
    requireKinds(bar, { frontColor: 'String', backgroundColor: 'String' });
    const textStyle = TEXT_STYLES[bar.frontColor.toLowerCase()];
    if (!textStyle) throw failure(`fail invalid frontColor "${bar.frontColor}"`);
    return stack.setBar({
      navigationBarTextStyle: textStyle,
      navigationBarBackgroundColor: bar.backgroundColor,
    });
  }),
  enableAlertBeforeUnload: api('enableAlertBeforeUnload', (alert: { readonly message: string }) => {
    requireKinds(alert, { message: 'String' });
    return stack.askBeforeBack(alert.message);
  }),
  disableAlertBeforeUnload: api('disableAlertBeforeUnload', () => stack.askBeforeBack(null)),
  hideHomeButton: api('hideHomeButton', () => stack.setBar({ isHomeButtonHidden: true })),
  setTabBarItem: api('setTabBarItem', (change: TabItemChange) => {
    requireKinds(change, { index: 'Number' });
    const { index, text, iconPath, selectedIconPath } = change;
    return stack.setTabBarItem(index, {
      ...(text === undefined ? {} : { text }),
      ...(iconPath === undefined ? {} : { iconPath: fromRoot(iconPath) }),
      ...(selectedIconPath === undefined ? {} : { selectedIconPath: fromRoot(selectedIconPath) }),
    });
  }),
  setBackgroundColor: api('setBackgroundColor', ({ backgroundColor }: { backgroundColor: string }) =>
    stack.setBackgroundColor(backgroundColor),
  ),
  setTabBarStyle: api('setTabBarStyle', ({ color, selectedColor, backgroundColor, borderStyle }: TabStyle) =>
    stack.setTabBarStyle({
      ...(borderStyle ? { borderStyle } : {}),
      ...(color ? { color } : {}),
      ...(selectedColor ? { selectedColor } : {}),
      ...(backgroundColor ? { backgroundColor } : {}),
    }),
  ),
});
