import { listReceived } from '../../services/inspection';
import { EMPTY_RECORDS, RECORD_ROWS } from '../../view/tabbed-records';
import { listScreen, type ListScreen } from '../list-screen';

Page({
  data: { ...EMPTY_RECORDS },
  screen: null as ListScreen | null,

  onLoad() {
    this.screen = listScreen(this, {
      ...RECORD_ROWS,
      fetch: (_, cursor) => listReceived({ tab: 'duties', cursor }),
    });
  },

  onShow() {
    void this.screen?.show();
  },

  onRetry() {
    void this.screen?.reload();
  },

  onPageScroll({ scrollTop }: { scrollTop: number }) {
    this.screen?.scrolled(scrollTop);
  },

  async onPullDownRefresh() {
    await this.screen?.reload();
    void wx.stopPullDownRefresh();
  },

  onInspection() {
    void wx.navigateTo({ url: '/pages/inspection/index/index' });
  },

  onReachBottom() {
    this.screen?.more();
  },

  onOpen({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.screen?.opens(detail.id);
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${detail.id}` });
  },
});
