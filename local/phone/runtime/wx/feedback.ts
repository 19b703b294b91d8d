import { hideToast, showModal, showToast, type ModalOptions } from '../shell/dialogs';
import { api } from './api';

const TOAST_MS = 1500;

export const feedback = {
  showModal: api('showModal', (options: ModalOptions) => showModal(options)),
  showToast: api(
    'showToast',
    ({
      title,
      icon = 'success',
      duration = TOAST_MS,
    }: {
      title: string;
      icon?: string;
      duration?: number;
    }) => {
      showToast(title, icon, duration);
      return {};
    },
  ),
  hideToast: api('hideToast', () => {
    hideToast();
    return {};
  }),
  showLoading: api('showLoading', ({ title }: { title: string }) => {
    showToast(title, 'loading', undefined);
    return {};
  }),
  hideLoading: api('hideLoading', () => {
    hideToast();
    return {};
  }),
};
