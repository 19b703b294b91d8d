import { BAR_COLOURS, THEME_STYLES } from './theme-colours';

/** What the person chose in 我的 · 显示; `system` follows WeChat. */
export interface Look {
  readonly type: 'system' | 1 | 1.2 | 1.4;
  readonly theme: 'system' | 'light' | 'dark';
}

const KEY = 'look';
const SYSTEM: Look = { type: 'system', theme: 'system' };
/** WeChat's 关怀模式 is about 1.4 (小程序适老化设计指南); beyond it lines of two characters come. */
const LARGEST_TYPE = 1.4;

let known: Look | undefined;

export const currentLook = (): Look => {
  known ??= { ...SYSTEM, ...(wx.getStorageSync<Partial<Look> | ''>(KEY) || {}) };
  return known;
};

export const chooseLook = (change: Partial<Look>): void => {
  known = { ...currentLook(), ...change };
  wx.setStorageSync(KEY, known);
};

/** 1 … 1.4 */
export const typeScale = (): number => {
  const { type } = currentLook();
  if (type !== 'system') return type;
  const { fontSizeScaleFactor = 1 } = wx.getAppBaseInfo();
  return Math.min(LARGEST_TYPE, Math.max(1, fontSizeScaleFactor));
};

/** Custom properties that app.wxss leaves to the person. @param theme another than the chosen one, for one page */
export const lookStyle = (theme = currentLook().theme): string => {
  return `--type:${typeScale()};${theme === 'system' ? '' : THEME_STYLES[theme]}`;
};

/** The tabs of app.json, in order, as their pictures are named. */
const TABS = ['home', 'todo', 'me'] as const;

let areBarsChosen = false;

/** WeChat draws the bars itself and follows the system; a chosen theme is told to it for the page on the screen. */
export const dressBars = (): void => {
  const { theme } = currentLook();
  if (theme === 'system' && !areBarsChosen) return;
  areBarsChosen = true;
  const chosen = theme === 'system' ? (wx.getAppBaseInfo().theme ?? 'light') : theme;
  const { ground, card, secondary, primary, text } = BAR_COLOURS[chosen];
  // Refused before the first page stands, which dresses itself when it is shown; and of tabs on a page without them.
  const fail = () => undefined;
  wx.setNavigationBarColor({ frontColor: text, backgroundColor: ground, fail });
  wx.setBackgroundColor({ backgroundColor: ground, fail });
  wx.setTabBarStyle({
    color: secondary,
    selectedColor: primary,
    backgroundColor: card,
    borderStyle: chosen === 'light' ? 'black' : 'white',
    fail,
  });
  TABS.forEach((name, index) => {
    const picture = `assets/tab/${name}${chosen === 'light' ? '' : '-dark'}`;
    wx.setTabBarItem({
      index,
      iconPath: `${picture}.png`,
      selectedIconPath: `${picture}-active.png`,
      fail,
    });
  });
};
