import { postToCloud } from '../wx/cloud/gateway';
import { settings } from '../settings';
import { made, shell } from './shell';

/** Double of WeChat's sheet that asks whether the mini program may know the bound number. */
export const askForPhoneNumber = (): Promise<{ errMsg: string; code?: string }> =>
  new Promise((resolve) => {
    const mask = made('mask mask-bottom');
    const sheet = made('sheet phone-number');
    sheet.setAttribute('role', 'dialog');
    const answer = async (isAllowed: boolean): Promise<void> => {
      mask.remove();
      if (!isAllowed) {
        resolve({ errMsg: 'getPhoneNumber:fail user deny' });
        return;
      }
      try {
        const { code } = await postToCloud('phone-code', '{}');
        resolve({ errMsg: 'getPhoneNumber:ok', code: String(code) });
      } catch (error) {
        resolve({ errMsg: `getPhoneNumber:fail ${(error as { errMsg?: string }).errMsg ?? ''}` });
      }
    };
    const button = (className: string, text: string, isAllowed: boolean): HTMLElement => {
      const node = made(className, text, 'button');
      node.addEventListener('click', () => void answer(isAllowed));
      return node;
    };
    const buttons = made('modal-buttons');
    buttons.append(button('modal-cancel', '拒绝', false), button('modal-confirm', '允许', true));
    sheet.append(
      made('sheet-title', '申请获取并验证你的手机号'),
      made('sheet-number', settings.as),
      made('sheet-note', '微信绑定号码'),
      buttons,
    );
    mask.append(sheet);
    shell.layer.append(mask);
  });
