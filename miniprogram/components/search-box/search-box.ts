const PAUSE_MS = 300;

/** A search field that tells `search` after a pause in typing, and at once on the keyboard's search key. */
Component({
  properties: { placeholder: String, value: String },
  data: { timer: 0 },
  lifetimes: {
    detached() {
      clearTimeout(this.data.timer);
    },
  },
  methods: {
    onChange(event: { detail: string }) {
      clearTimeout(this.data.timer);
      const keyword = event.detail;
      this.data.timer = setTimeout(() => this.tell(keyword), PAUSE_MS) as unknown as number;
    },
    onSearch(event: { detail: string }) {
      clearTimeout(this.data.timer);
      this.tell(event.detail);
    },
    tell(keyword: string) {
      this.triggerEvent('search', { keyword });
    },
  },
});
