import { tellDone, tellFailure } from '../../../platform/dialogs';
import { openScanned } from '../open-scanned';
import { currentPerson, isPinned, togglePinned } from '../../../services/session';

Page({
  data: { isPinned: false },

  async onShow() {
    try {
      await currentPerson();
      this.setData({ isPinned: isPinned('location') });
    } catch {
      // The list says what is wrong; the way there stays open.
    }
  },

  async onTogglePin() {
    try {
      const pinned = await togglePinned('location');
      this.setData({ isPinned: pinned });
      tellDone(pinned ? '已置顶到首页最前' : '已取消置顶');
    } catch (error) {
      void tellFailure(error);
    }
  },

  onScan() {
    void openScanned();
  },

  onList() {
    void wx.navigateTo({ url: '/pages/project/list/list' });
  },
});
