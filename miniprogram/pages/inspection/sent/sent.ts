import { listSent, type SentRow } from '../../../services/inspection';
import { spokenCount } from '../../../view/inspection-view';
import { EMPTY_RECORDS, EMPTY_SEARCH, RECORD_ROWS, recordTabs, searchOf } from '../../../view/tabbed-records';
import { listScreen, type ListScreen } from '../../list-screen';

const TABS = recordTabs([
  {
    name: 'pendingReview',
    title: '待审核',
    empty: {
      title: '没有待审核的记录',
      hint: '提交后等待审核的记录会出现在这里。审核过的在“审核通过”或“审核未通过”里',
    },
  },
  {
    name: 'effective',
    title: '审核通过',
    empty: {
      title: '没有审核通过的记录',
      hint: '审核通过的，以及没有选上报接收人、直接形成的记录会出现在这里',
    },
  },
  {
    name: 'rejected',
    title: '审核未通过',
    empty: { title: '没有审核未通过的记录', hint: '被退回的记录和原因会出现在这里，可据此更正后重新上报' },
  },
]);

Page({
  data: { ...EMPTY_RECORDS, ...EMPTY_SEARCH, tabs: TABS.strip(), ...TABS.open(undefined) },
  screen: null as ListScreen | null,

  onLoad(query: { tab?: string }) {
    const tab = TABS.asked(query.tab) ?? 'pendingReview';
    this.screen = listScreen(this, {
      ...RECORD_ROWS,
      // Everything here is one's own.
      present: (row: SentRow) => RECORD_ROWS.present({ ...row, authorName: '' }),
      fetch: (name, cursor) => listSent({ tab: TABS.asked(name) ?? tab, keyword: this.data.keyword, cursor }),
      beside: ({ counts }) =>
        counts
          ? {
              // They count all records, not those that were looked up.
              tabs:
                this.data.keyword !== ''
                  ? TABS.strip()
                  : TABS.strip({
                      pendingReview: spokenCount(counts.pendingReview),
                      effective: spokenCount(counts.effective),
                      rejected: spokenCount(counts.rejected),
                    }),
            }
          : {},
    });
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
