import { loadHome } from '../../services/session';
import { showEntry } from '../../platform/navigation';
import { homeView, EMPTY_HOME } from '../../view/home-view';
import { failureState, type LoadState } from '../../view/paged-list';

Page({
  data: { state: 'loading' as LoadState, message: '', ...EMPTY_HOME },

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
      if (home.entered) this.setData({ state: 'ready', ...homeView(home) });
      else showEntry();
    } catch (error) {
      this.setData({ state: failureState(error), message: (error as Error).message });
    }
  },

  onOpenApplication(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url });
  },

  onOpenDuty(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${event.currentTarget.dataset.id}` });
  },

  onAllDuties() {
    void wx.switchTab({ url: '/pages/todo/todo' });
  },
});
