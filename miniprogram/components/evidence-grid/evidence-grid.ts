/** Photos in their order with numbers; editable: the last cell adds, each photo can be taken off. */
Component({
  properties: {
    /** Paths or addresses, in order. */
    photos: Array,
    isEditable: Boolean,
    max: { type: Number, value: 20 },
  },
  methods: {
    onAdd() {
      this.triggerEvent('add');
    },
    onRemove(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('remove', { index: event.currentTarget.dataset.index });
    },
    onView(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const photos = this.properties.photos as string[];
      const sources = photos.map((url) => ({ url, type: 'image' as const }));
      void wx.previewMedia({ sources, current: event.currentTarget.dataset.index });
    },
  },
});
