import type { GeneralComponent } from 'glass-easel';
import { noteAgreeButton, requirePrivacy, setAgreed } from '../privacy';
import { answeredScopes } from '../permissions';
import { share } from '../share';
import { SUBSCRIPTION_SWITCH } from '../wx/open/subscribe';
import type { PageCaller } from '../page-view';
import { askForPhoneNumber } from './phone-number-sheet';
import { showSettings } from './settings-page';

type Open = (component: GeneralComponent, host: HTMLElement) => Promise<void> | void;

declare const getCurrentPages: () => PageCaller[];

/** What onShareAppMessage is told of the button: what stands as data-… in the template. */
const targetOf = (component: GeneralComponent, host: HTMLElement): object => ({
  id: host.id,
  dataset: { ...(component.dataset as object) },
});

/** What a button asks WeChat for, by its open-type. */
const OPEN: Readonly<Record<string, Open>> = {
  getPhoneNumber: async (component) => {
    try {
      await requirePrivacy('getPhoneNumber');
      component.triggerEvent('getphonenumber', await askForPhoneNumber());
    } catch (error) {
      const { errMsg, errno } = error as { errMsg: string; errno?: number };
      component.triggerEvent('getphonenumber', { errMsg: `getPhoneNumber:${errMsg}`, errno });
    }
  },
  agreePrivacyAuthorization: (component, host) => {
    noteAgreeButton(host.id);
    setAgreed(true);
    component.triggerEvent('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  openSetting: async (component) => {
    await showSettings(SUBSCRIPTION_SWITCH);
    component.triggerEvent('opensetting', { errMsg: 'openSetting:ok', authSetting: answeredScopes() });
  },
  share: async (component, host) => {
    const page = getCurrentPages().pop();
    if (page) await share(page, 'button', targetOf(component, host));
  },
};

/** A button was tapped. Two open-types may stand together: "getPhoneNumber|agreePrivacyAuthorization". */
export const openFor = async (
  openType: string,
  component: GeneralComponent,
  host: HTMLElement,
): Promise<void> => {
  const types = openType.split('|');
  // Agreeing comes first: what stands beside it needs it.
  for (const type of types.sort((a) => (a === 'agreePrivacyAuthorization' ? -1 : 1))) {
    await OPEN[type]?.(component, host);
  }
};
