/** One row of 我的: a word, what it is set to, and where it leads. Tells `open`. */
Component({
  properties: {
    icon: String,
    label: String,
    value: String,
  },
  methods: {
    onTap() {
      this.triggerEvent('open');
    },
  },
});
