import { listReceived } from '../../../services/inspection';
import { currentPerson } from '../../../services/session';
import { tabbedRecords, type RecordList } from '../../../view/tabbed-records';

const records = tabbedRecords(
  [
    {
      name: 'toReview',
      title: '待审核',
      empty: { title: '没有待审核的记录', hint: '需要您审核的监督检查记录会出现在这里' },
    },
    {
      name: 'reviewed',
      title: '已审核',
      empty: { title: '还没有审核过记录', hint: '您审核过的监督检查记录会出现在这里' },
    },
    {
      name: 'delivered',
      title: '下达接收',
      empty: { title: '没有下达给您的记录', hint: '发送给您查阅的监督检查记录会出现在这里' },
    },
  ],
  listReceived,
);

/** The tab asked for; without one, whoever reviews nothing begins with what was sent to them. */
const firstTab = async (asked: string | undefined): Promise<string> => {
  if (asked !== undefined) return asked;
  try {
    const { roles } = await currentPerson();
    return roles.some((role) => role === 'head' || role === 'deputy') ? 'toReview' : 'delivered';
  } catch {
    // The list itself says what is wrong.
    return 'toReview';
  }
};

Page({
  data: records.data,
  list: null as RecordList | null,

  async onLoad(query: { tab?: string }) {
    this.setData(records.shown(await firstTab(query.tab)));
    this.list = records.create(
      (list) => this.setData(list),
      () => this.data.tab,
    );
    await this.reload();
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
