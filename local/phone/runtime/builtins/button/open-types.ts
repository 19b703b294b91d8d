import type { GeneralComponent } from 'glass-easel';
import { keepFile } from '../../files';
import type { PageCaller } from '../../page-view';
import { answeredScopes } from '../../permissions';
import { noteAgreeButton, requirePrivacy, setAgreed } from '../../privacy';
import { share } from '../../share';
import { showModal } from '../../shell/dialogs';
import { pickFiles } from '../../shell/file-picker';
import { askForPhoneNumber } from '../../shell/phone-number-sheet';
import { showSettings } from '../../shell/settings-page';
import { SUBSCRIPTION_SWITCH } from '../../wx/open/subscribe';
import { dataOf } from '../support/define';

type Open = (component: GeneralComponent, host: HTMLElement) => Promise<void> | void;

declare const getCurrentPages: () => PageCaller[];

/** A picture that stays until the program ends, as the event of chooseAvatar tells it. */
const avatarOf = (file: Blob): object => {
  try {
    return { avatarUrl: keepFile(file) };
  } catch (error) {
    return { errMsg: `chooseAvatar:${(error as { errMsg: string }).errMsg}` };
  }
};

/** What a button asks WeChat for, by its open-type, and the event that answers. */
const OPEN: Readonly<Record<string, Open>> = {
  agreePrivacyAuthorization: (component, host) => {
    noteAgreeButton(host.id);
    setAgreed(true);
    component.triggerEvent('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  getPhoneNumber: async (component) => {
    try {
      await requirePrivacy('getPhoneNumber');
      component.triggerEvent('getphonenumber', await askForPhoneNumber());
    } catch (error) {
      const { errMsg, errno } = error as { errMsg: string; errno?: number };
      component.triggerEvent('getphonenumber', { errMsg: `getPhoneNumber:${errMsg}`, errno });
    }
  },
  share: async (component, host) => {
    const page = getCurrentPages().pop();
    // What onShareAppMessage is told of the button: what stands as data-… in the template.
    if (page) await share(page, 'button', { id: host.id, dataset: { ...(component.dataset as object) } });
  },
  openSetting: async (component) => {
    await showSettings(SUBSCRIPTION_SWITCH);
    component.triggerEvent('opensetting', { errMsg: 'openSetting:ok', authSetting: answeredScopes() });
  },
  feedback: async () => {
    await showModal({ title: '意见反馈', content: '微信会在这里打开意见反馈页。', showCancel: false });
  },
  contact: async (component) => {
    await showModal({ title: '客服会话', content: '微信会在这里打开客服会话。', showCancel: false });
    const { sendMessagePath } = dataOf<{ sendMessagePath: string }>(component);
    component.triggerEvent('contact', { errMsg: 'enterContact:ok', path: sendMessagePath, query: {} });
  },
  chooseAvatar: async (component) => {
    const [file] = await pickFiles('image/*', 1);
    component.triggerEvent('chooseavatar', file ? avatarOf(file) : { errMsg: 'chooseAvatar:fail cancel' });
  },
};

/** A button was tapped. Two open-types may stand together: "getPhoneNumber|agreePrivacyAuthorization". */
export const openByType = async (
  openType: string,
  component: GeneralComponent,
  host: HTMLElement,
): Promise<void> => {
  // Agreeing comes first: what stands beside it needs it.
  const types = openType.split('|').sort((a) => (a === 'agreePrivacyAuthorization' ? -1 : 1));
  for (const type of types) await OPEN[type]?.(component, host);
};
