/** 置顶 of an application, in its own top right corner (manual 2.3). Tells `toggle`. */
Component({
  properties: { isPinned: Boolean },
  methods: {
    onTap() {
      this.triggerEvent('toggle');
    },
  },
});
