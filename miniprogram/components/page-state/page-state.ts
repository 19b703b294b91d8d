/** What a page shows instead of its content: loading, empty, error, offline, no permission, nothing to open. */
const FACES = {
  empty: { icon: 'empty', title: '' },
  error: { icon: 'warning', title: '没有取到内容' },
  offline: { icon: 'offline', title: '网络不可用' },
  denied: { icon: 'lock', title: '没有找到，或无权查看' },
  unopened: { icon: 'scan', title: '没有打开工程' },
} as const;

type Face = keyof typeof FACES;

Component({
  properties: {
    state: String,
    message: String,
    /** Of the skeleton while loading: cards, rows, record or home. */
    shape: { type: String, value: 'cards' },
    /** What will appear here, and the one thing to do. */
    emptyTitle: String,
    emptyHint: String,
    /** The one thing to do about it, in two to six words; '' for none. Tells `act`. */
    action: String,
  },
  data: { icon: '', title: '', hint: '', canRetry: false },
  observers: {
    'state, message, emptyTitle, emptyHint'(
      state: string,
      message: string,
      emptyTitle: string,
      emptyHint: string,
    ) {
      if (!(state in FACES)) return;
      const face = FACES[state as Face];
      this.setData({
        icon: face.icon,
        title: state === 'empty' ? emptyTitle : face.title,
        hint: state === 'empty' ? emptyHint : message,
        canRetry: state === 'error' || state === 'offline',
      });
    },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
    onAct() {
      this.triggerEvent('act');
    },
    onHome() {
      void wx.switchTab({ url: '/pages/home/home' });
    },
  },
});
