import { DomainError } from '../domain/errors';
import { offerSettings, PermissionError } from './permissions';

/** Asks before what cannot be undone. */
export const confirm = async (title: string, content: string, confirmText: string): Promise<boolean> =>
  (await wx.showModal({ title, content, confirmText })).confirm;

/** A sheet of choices. @returns the index, or -1 when it was closed */
export const chooseFrom = async (itemList: string[]): Promise<number> => {
  try {
    return (await wx.showActionSheet({ itemList })).tapIndex;
  } catch {
    return -1;
  }
};

/** Tells why something did not work, to be read and closed; what was refused can be allowed from there. */
export const tellFailure = async (error: unknown): Promise<void> => {
  if (error instanceof PermissionError) {
    await offerSettings(error);
    return;
  }
  await wx.showModal({
    title: '没有办成',
    content: sentenceOf(error),
    showCancel: false,
    confirmText: '知道了',
  });
};

export const tellDone = (title: string): void => {
  void wx.showToast({ title, icon: 'none', duration: 2000 });
};

/** The sentence for a person, whatever was thrown. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof DomainError) return error.message;
  if (error instanceof Error && /[\u4e00-\u9fff]/.test(error.message)) return error.message;
  console.error(error);
  return '系统出现故障，请稍后重试';
};
