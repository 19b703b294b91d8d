/**
 * One video: its poster with its length; a tap plays it full screen. Editable it can be taken again or deleted: tells
 * replace and remove; the page asks before it deletes.
 */
Component({
  properties: {
    /** A path of this phone or an address. */
    src: String,
    /** A picture of it; '' shows a plain ground. */
    poster: String,
    /** 0:32 */
    length: String,
    isEditable: Boolean,
  },
  methods: {
    onPlay() {
      const { src, poster } = this.properties;
      void wx.previewMedia({ sources: [{ url: src, type: 'video', ...(poster === '' ? {} : { poster }) }] });
    },
    onReplace() {
      this.triggerEvent('replace');
    },
    onRemove() {
      this.triggerEvent('remove');
    },
  },
});
