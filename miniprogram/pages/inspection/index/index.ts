import { tellDone, tellFailure } from '../../../platform/dialogs';
import { isPinned, loadHome, togglePinned } from '../../../services/session';

const ENTRIES = [
  {
    name: '监督上报',
    what: '选择工程，记录问题，上报并下达',
    icon: 'camera',
    url: '/pages/inspection/report/report',
    isForStation: true,
  },
  {
    name: '我发送的',
    what: '待审核、审核通过、审核未通过',
    icon: 'send',
    url: '/pages/inspection/sent/sent',
    isForStation: true,
  },
  {
    name: '我接收的',
    what: '待审核、已审核、下达接收',
    icon: 'inbox',
    url: '/pages/inspection/received/received',
    isForStation: false,
  },
] as const;

Page({
  data: { entries: [] as ((typeof ENTRIES)[number] & { count: number })[], isPinned: false },

  onShow() {
    void this.load();
  },

  async load() {
    try {
      const home = await loadHome();
      const isStation =
        home.entered && home.me.roles.some((role) => role !== 'participant' && role !== 'bureau');
      const received = home.entered
        ? home.counts.toReview + home.counts.toConfirm + home.counts.delivered
        : 0;
      this.setData({
        isPinned: isPinned('inspection'),
        entries: ENTRIES.filter((entry) => isStation || !entry.isForStation).map((entry) => ({
          ...entry,
          count: entry.name === '我接收的' ? received : 0,
        })),
      });
    } catch {
      // Without an answer the entries still lead to pages that say what is wrong themselves.
      this.setData({ entries: ENTRIES.map((entry) => ({ ...entry, count: 0 })) });
    }
  },

  async onTogglePin() {
    try {
      const pinned = await togglePinned('inspection');
      this.setData({ isPinned: pinned });
      tellDone(pinned ? '已置顶到首页最前' : '已取消置顶');
    } catch (error) {
      void tellFailure(error);
    }
  },

  onOpen(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url });
  },
});
