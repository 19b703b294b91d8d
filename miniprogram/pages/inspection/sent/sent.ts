import { listSent } from '../../../services/inspection';
import { tabbedRecords, type RecordList } from '../../../view/tabbed-records';

const records = tabbedRecords(
  [
    {
      name: 'pendingReview',
      title: '待审核',
      empty: { title: '没有待审核的记录', hint: '提交后等待上报接收人审核的记录会出现在这里' },
    },
    {
      name: 'effective',
      title: '审核通过',
      empty: { title: '没有审核通过的记录', hint: '审核通过的，以及无需审核直接形成的记录会出现在这里' },
    },
    {
      name: 'rejected',
      title: '审核未通过',
      empty: { title: '没有审核未通过的记录', hint: '被退回的记录和原因会出现在这里' },
    },
  ],
  listSent,
);

Page({
  data: records.data,
  list: null as RecordList | null,

  onLoad(query: { tab?: string }) {
    this.setData(records.shown(query.tab));
    this.list = records.create(
      (list) => this.setData(list),
      () => this.data.tab,
    );
  },

  onShow() {
    void this.reload();
  },

  reload() {
    return this.list?.reload();
  },

  onTab(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
    // vant's tabs tell of the tab that the page itself chose, too.
    if (event.detail.name === this.data.tab) return;
    this.setData(records.shown(event.detail.name));
    this.list?.clear();
    void this.reload();
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
