/** One way on from an application's first page: what it is, in a word and a line. Tells `open`. */
Component({
  properties: {
    name: String,
    what: String,
    icon: String,
    /** How many wait there; 0 shows nothing. */
    count: Number,
  },
  methods: {
    onTap() {
      this.triggerEvent('open');
    },
  },
});
