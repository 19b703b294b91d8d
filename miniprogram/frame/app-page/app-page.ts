import { dressBars, lookStyle } from '../../platform/look';

/** The frame of every page: ground, margins, and the size of type and the colours the person chose. */
Component({
  properties: {
    /** Something is fixed to the bottom: the last of the page stays above it. */
    hasBar: Boolean,
    /** A dark room where pictures are looked at: from edge to edge, whatever colours were chosen. The bar's are in its JSON. */
    isDark: Boolean,
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
      const style = this.data.isDark ? lookStyle('dark') : lookStyle();
      if (style !== this.data.style) this.setData({ style });
      if (!this.data.isDark) dressBars();
    },
  },
});
