import { listReceived } from '../../../services/inspection';
import { spokenCount } from '../../../view/inspection-view';
import { EMPTY_RECORDS, EMPTY_SEARCH, RECORD_ROWS, recordTabs, searchOf } from '../../../view/tabbed-records';
import { listScreen, type ListScreen } from '../../list-screen';

const TABS = recordTabs([
  {
    name: 'toReview',
    title: '待审核',
    empty: { title: '没有待审核的记录', hint: '需要您审核的监督检查记录会出现在这里，点开即可审核' },
  },
  {
    name: 'toConfirm',
    title: '待确认',
    empty: { title: '没有待确认的记录', hint: '请您确认共同检查的监督检查记录会出现在这里' },
    isSeldom: true,
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
]);

Page({
  data: { ...EMPTY_RECORDS, ...EMPTY_SEARCH, tabs: TABS.strip(), ...TABS.open(undefined) },
  screen: null as ListScreen | null,

  onLoad(query: { tab?: string }) {
    const tab = TABS.asked(query.tab);
    this.screen = listScreen(this, {
      ...RECORD_ROWS,
      // Nobody asked for a tab: the server opens the first with something in it.
      fetch: (name, cursor) => listReceived({ tab: TABS.asked(name), keyword: this.data.keyword, cursor }),
      beside: ({ tab: open, counts }) => ({
        ...(open === this.data.tab ? {} : TABS.open(open)),
        ...(counts
          ? {
              tabs: TABS.strip(
                {
                  toReview: spokenCount(counts.toReview),
                  toConfirm: spokenCount(counts.toConfirm),
                  delivered: spokenCount(counts.delivered),
                },
                open,
              ),
            }
          : {}),
      }),
    });
    if (tab === null) return;
    this.screen.begin(tab);
    if (tab !== this.data.tab) this.setData(TABS.open(tab));
  },

  onShow() {
    void this.screen?.show();
  },

  onRetry() {
    void this.screen?.reload();
  },

  onSearch({ detail }: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
    const asked = searchOf(detail.keyword);
    this.setData(asked);
    if (asked.keyword !== undefined) void this.screen?.restart();
  },

  onClearSearch() {
    this.setData({ keyword: '', searchHint: '' });
    void this.screen?.restart();
  },

  onTab({ detail }: WechatMiniprogram.CustomEvent<{ name: string }>) {
    this.screen?.turnTo(detail.name, TABS.open(detail.name));
  },

  onPageScroll({ scrollTop }: { scrollTop: number }) {
    this.screen?.scrolled(scrollTop);
  },

  async onPullDownRefresh() {
    await this.screen?.reload();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    this.screen?.more();
  },

  onOpen({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.screen?.opens(detail.id);
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${detail.id}` });
  },
});
