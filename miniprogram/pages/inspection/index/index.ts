import { tellDone, tellFailure } from '../../../platform/dialogs';
import { showEntry } from '../../../platform/navigation';
import { isPinned, loadHome, togglePinned } from '../../../services/session';
import { failedRead, type LoadState } from '../../../view/load-state';

/** What 我接收的 holds for who reviews nothing. */
const RECEIVED_ONLY = '下达给您的监督检查记录';

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

type Entry = Omit<(typeof ENTRIES)[number], 'what'> & { readonly what: string; readonly count: number };

/** The entries for somebody of the station, or of a party: who only receives has one list, with nothing to review. */
const entriesFor = (isStation: boolean, received: number): Entry[] =>
  ENTRIES.filter((entry) => isStation || !entry.isForStation).map((entry) =>
    entry.name === '我接收的'
      ? { ...entry, what: isStation ? entry.what : RECEIVED_ONLY, count: received }
      : { ...entry, count: 0 },
  );

Page({
  data: { state: 'loading' as LoadState, message: '', entries: [] as Entry[], isPinned: false },

  onShow() {
    void this.load();
  },

  async load() {
    try {
      const home = await loadHome();
      if (!home.entered) {
        showEntry();
        return;
      }
      const { roles } = home.me;
      const { toReview, toConfirm, delivered } = home.counts;
      this.setData({
        state: 'ready',
        isPinned: isPinned('inspection'),
        entries: entriesFor(
          roles.some((role) => role !== 'participant' && role !== 'bureau'),
          toReview + toConfirm + delivered,
        ),
      });
    } catch (error) {
      // What was shown before still leads to pages that say themselves what is wrong.
      if (this.data.state !== 'ready') this.setData(failedRead(error, false));
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
