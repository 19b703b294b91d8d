import { hideToast, showActionSheet, showModal, showToast, type ModalOptions } from '../../shell/dialogs';
import { api, badParameter, failure, requireKind, requireKinds } from '../api';

const TOAST_MS = 1500;
const MAX_SHEET_ITEMS = 6;
/** WeChat counts a Chinese character twice: four of them on a modal's button. */
const MAX_BUTTON_WIDTH = 8;

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);

const requireShort = (name: 'confirmText' | 'cancelText', text: string | undefined): void => {
  if (text !== undefined && widthOf(text) > MAX_BUTTON_WIDTH) {
    throw failure(`fail ${name} length should not larger than 4 Chinese characters`);
  }
};

export interface ToastOptions {
  readonly title: string;
  readonly icon?: string;
  readonly duration?: number;
  readonly mask?: boolean;
}

/** All of them may be left out. */
const MODAL_TEXTS = ['title', 'content', 'cancelText', 'confirmText', 'placeholderText'] as const;

const ICONS = ['success', 'error', 'loading', 'none'];

export const interaction = {
  showModal: api('showModal', (options: ModalOptions) => {
    requireKinds(
      options,
      Object.fromEntries(
        MODAL_TEXTS.filter((name) => options[name] !== undefined).map((name) => [name, 'String']),
      ),
    );
    requireShort('confirmText', options.confirmText);
    requireShort('cancelText', options.cancelText);
    return showModal(options);
  }),
  showToast: api('showToast', ({ title, icon = 'success', duration = TOAST_MS, mask }: ToastOptions) => {
    requireKind('title', title, 'String');
    if (!ICONS.includes(icon)) throw badParameter(`invalid icon ${icon}`);
    showToast(title, icon, duration, mask);
    return {};
  }),
  hideToast: api('hideToast', () => {
    hideToast();
    return {};
  }),
  showLoading: api('showLoading', ({ title, mask }: { title: string; mask?: boolean }) => {
    requireKind('title', title, 'String');
    showToast(title, 'loading', undefined, mask);
    return {};
  }),
  hideLoading: api('hideLoading', () => {
    hideToast();
    return {};
  }),
  showActionSheet: api('showActionSheet', async ({ itemList }: { itemList: readonly string[] }) => {
    requireKind('itemList', itemList, 'Array');
    if (itemList.length === 0) throw badParameter('parameter.itemList should have at least 1 item');
    if (itemList.length > MAX_SHEET_ITEMS) throw badParameter('itemList should not be large than 6');
    const tapIndex = await showActionSheet(itemList);
    if (tapIndex === undefined) throw failure('fail cancel');
    return { tapIndex };
  }),
};
