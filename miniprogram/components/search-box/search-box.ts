const PAUSE_MS = 300;

/** A search field that tells `search` after a pause in typing, and at once on the keyboard's search key or when cleared. */
Component({
  properties: {
    placeholder: String,
    value: String,
  },
  data: { text: '' },
  observers: {
    value(value: string) {
      // What was told comes back as the value, perhaps after more was typed.
      if (value !== this.last().told) this.setData({ text: value });
    },
  },
  lifetimes: {
    detached() {
      clearTimeout(this.last().timer);
    },
  },
  methods: {
    last() {
      const self = this as unknown as { kept?: { told: string; timer: number } };
      self.kept ??= { told: '', timer: 0 };
      return self.kept;
    },
    onInput({ detail }: WechatMiniprogram.Input) {
      const last = this.last();
      clearTimeout(last.timer);
      this.setData({ text: detail.value });
      last.timer = setTimeout(() => this.tell(detail.value), PAUSE_MS) as unknown as number;
    },
    onConfirm({ detail }: WechatMiniprogram.InputConfirm) {
      this.tell(detail.value);
    },
    onClear() {
      this.setData({ text: '' });
      this.tell('');
    },
    tell(keyword: string) {
      const last = this.last();
      clearTimeout(last.timer);
      last.told = keyword;
      this.triggerEvent('search', { keyword });
    },
  },
});
