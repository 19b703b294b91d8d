import { listReceived, type ReceivedRow } from '../../services/inspection';
import { recordCard, type RecordCard } from '../../view/inspection-view';
import { EMPTY_LIST, pagedList, type ListData } from '../../view/paged-list';

Page({
  data: { ...(EMPTY_LIST as ListData<RecordCard>) },
  list: null as ReturnType<typeof pagedList<ReceivedRow, RecordCard>> | null,

  onLoad() {
    this.list = pagedList(
      (cursor) => listReceived({ tab: 'toReview', cursor }),
      (row) => recordCard(row, new Date().toISOString()),
      (list) => this.setData(list),
    );
  },

  onShow() {
    void this.reload();
  },

  reload() {
    return this.list?.reload();
  },

  async onPullDownRefresh() {
    await this.reload();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void this.list?.more();
  },

  onOpen(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${event.detail.id}` });
  },
});
