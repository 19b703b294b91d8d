import type { Shown } from '../view/viewer';

/** Opens the viewer on evidence of a record, or on files of this phone. */
export const showEvidence = (shown: Shown): void => {
  void wx.navigateTo({
    url: '/pages/evidence/viewer/viewer',
    success: ({ eventChannel }) => eventChannel.emit('show', shown),
  });
};
