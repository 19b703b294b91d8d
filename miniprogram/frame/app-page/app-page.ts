import { dressBars, lookStyle } from '../../platform/look';

/** The frame of every page: ground, margins, and the size of type and the colours the person chose. */
Component({
  properties: {
    /** Something is fixed to the bottom: the last of the page stays above it. */
    hasBar: Boolean,
  },
  data: { style: '' },
  lifetimes: {
    attached() {
      this.dress();
    },
  },
  pageLifetimes: {
    show() {
      this.dress();
    },
  },
  methods: {
    dress() {
      const style = lookStyle();
      if (style !== this.data.style) this.setData({ style });
      dressBars();
    },
  },
});
