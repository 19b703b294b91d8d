/** The end of what was loaded of a list: more is coming, did not come, or there is none. Tells `more` to try again. */
Component({
  properties: {
    isLoading: Boolean,
    /** Why the next page did not come. */
    error: String,
    /** All of a list longer than a few screens is there. */
    isEnd: Boolean,
  },
  methods: {
    onRetry() {
      this.triggerEvent('more');
    },
  },
});
