/**
 * One video: its poster with its length; a tap plays it full screen, or tells open where it is not at hand. Editable it
 * can be taken again or deleted: tells replace and remove; the page asks before it deletes.
 */
Component({
  properties: {
    /** A path of this phone or an address; '' where the page opens it. */
    src: String,
    /** A picture of it; '' shows a plain ground. */
    poster: String,
    /** 0:32; '' where nobody measured it. */
    length: String,
    isEditable: Boolean,
  },
  methods: {
    onPlay() {
      const { src, poster } = this.properties;
      if (src === '') {
        this.triggerEvent('open');
        return;
      }
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
