import { dataOf, type Builtin } from '../support/define';
import { hoverProperties, showHover } from '../support/hover';
import { callWx } from '../support/wx-global';

interface NavigatorData {
  readonly target: string;
  readonly url: string;
  readonly openType: string;
  readonly delta: number;
}

/** open-type → the call that does the same. */
const CALLS: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
};

export const navigator: Builtin = {
  hasSlot: true,
  properties: {
    target: { type: String, value: 'self' },
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    appId: String,
    path: String,
    extraData: Object,
    version: { type: String, value: 'release' },
    shortLink: String,
    ...hoverProperties('navigator-hover', 50, 600),
  },
  create: (component, host) => {
    host.setAttribute('role', 'link');
    host.tabIndex = 0;
    showHover(component, host);
    component.addListener('tap', () => {
      const { target, url, openType, delta } = dataOf<NavigatorData>(component);
      const call = target === 'self' || openType === 'exit' ? CALLS[openType] : 'navigateToMiniProgram';
      if (!call) return;
      callWx(call, {
        url,
        delta,
        success: (result: object) => component.triggerEvent('success', result),
        fail: (error: object) => component.triggerEvent('fail', error),
        complete: (result: object) => component.triggerEvent('complete', result),
      });
    });
    return undefined;
  },
};
