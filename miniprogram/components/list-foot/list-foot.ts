/**
 * The end of what was loaded of a list: more is coming, did not come, is looked for on demand, or there is none. Tells
 * `more` to try again or to go on.
 */
Component({
  properties: {
    isLoading: Boolean,
    /** Why the next page did not come. */
    error: String,
    /** What goes on where a search stopped, '' where it did not. */
    goOn: String,
    /** All of a list longer than a few screens is there. */
    isEnd: Boolean,
  },
  methods: {
    onMore() {
      this.triggerEvent('more');
    },
  },
});
