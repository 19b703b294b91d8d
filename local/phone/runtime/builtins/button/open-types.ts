import type { GeneralComponent } from 'glass-easel';
import { keepFile } from '../../files';
import { shareFromPage } from '../../sharing';
import { askForPhoneNumber } from '../../shell/phone-number-sheet';
import { showModal } from '../../shell/dialogs';
import { dataOf } from '../support/define';
import { callWx } from '../support/wx-global';

const pickPicture = (): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });

type Open = (component: GeneralComponent, host: HTMLElement) => Promise<void> | void;

/** What a button asks WeChat for, by its open-type, and the event that answers. */
const OPEN: Readonly<Record<string, Open>> = {
  getPhoneNumber: async (component) => {
    component.triggerEvent('getphonenumber', await askForPhoneNumber());
  },
  share: (component, host) => {
    shareFromPage({ from: 'button', target: { id: host.id, dataset: component.dataset ?? {} } });
  },
  openSetting: (component) =>
    callWx('openSetting', {
      success: (result: object) => component.triggerEvent('opensetting', result),
      fail: (error: object) => component.triggerEvent('opensetting', error),
    }),
  agreePrivacyAuthorization: (component, host) => {
    // Whoever holds back calls until the person agreed hears it from the document.
    host.dispatchEvent(
      new CustomEvent('phone-privacy-agreed', { bubbles: true, detail: { buttonId: host.id } }),
    );
    component.triggerEvent('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
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
    const file = await pickPicture();
    component.triggerEvent(
      'chooseavatar',
      file ? { avatarUrl: keepFile(file) } : { errMsg: 'chooseAvatar:fail cancel' },
    );
  },
};

export const openByType = async (
  type: string,
  component: GeneralComponent,
  host: HTMLElement,
): Promise<void> => OPEN[type]?.(component, host);
