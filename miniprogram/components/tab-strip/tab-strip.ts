/** The tabs of a list, always in sight, each with the number of what waits in it. Tells `change` with { name }. */
Component({
  properties: {
    /** [{ name, title, count }]; the count is a word, '' for none. */
    tabs: Array,
    active: String,
  },
  methods: {
    onTab(event: WechatMiniprogram.TouchEvent<object, object, { name: string }>) {
      const { name } = event.currentTarget.dataset;
      if (name !== this.properties.active) this.triggerEvent('change', { name });
    },
  },
});
