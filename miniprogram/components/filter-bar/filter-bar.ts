/** A row of filters of which one holds. Tells `change` with { value }. */
Component({
  properties: {
    /** What is filtered, for screen readers. */
    label: String,
    /** [{ value, name }] */
    options: Array,
    chosen: String,
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      const { value } = event.currentTarget.dataset;
      if (value !== this.properties.chosen) this.triggerEvent('change', { value });
    },
  },
});
