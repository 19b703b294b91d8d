import { isApplication } from '../../domain/applications/applications';
import { chooseFrom, tellDone, tellFailure } from '../../platform/dialogs';
import { closeGuideTip, isGuideTipOpen } from '../../platform/guide-tip';
import { showEntry } from '../../platform/navigation';
import { loadHome, togglePinned } from '../../services/session';
import { openScanned } from '../project/open-scanned';
import { homeView, EMPTY_HOME, type TileId } from '../../view/home-view';
import { failedRead, type LoadState } from '../../view/load-state';

type Touch<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;

Page({
  data: { state: 'loading' as LoadState, message: '', ...EMPTY_HOME, isTipOpen: false },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const home = await loadHome();
      if (home.entered)
        this.setData({ state: 'ready', message: '', ...homeView(home), isTipOpen: isGuideTipOpen() });
      else showEntry();
    } catch (error) {
      this.setData(failedRead(error, this.data.state === 'ready'));
    }
  },

  onOpenApplication(event: Touch<{ url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url });
  },

  /** 置顶: a long press on an application (manual 2.3). */
  async onHoldApplication(event: Touch<{ id: TileId; pinned: boolean }>) {
    const { id, pinned } = event.currentTarget.dataset;
    if (!isApplication(id)) return;
    if ((await chooseFrom([pinned ? '取消置顶' : '置顶'])) !== 0) return;
    try {
      tellDone((await togglePinned(id)) ? '已置顶' : '已取消置顶');
      await this.load();
    } catch (error) {
      void tellFailure(error);
    }
  },

  onOpenDuty(event: Touch<{ id: string }>) {
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${event.currentTarget.dataset.id}` });
  },

  onScan() {
    void openScanned();
  },

  onAllDuties() {
    void wx.switchTab({ url: '/pages/todo/todo' });
  },

  onOpenTip() {
    void wx.navigateTo({ url: '/pages/settings/guide/guide' });
  },

  onCloseTip() {
    closeGuideTip();
    this.setData({ isTipOpen: false });
  },
});
