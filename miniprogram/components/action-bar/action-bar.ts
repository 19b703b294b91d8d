/** The bar at the thumb: one filled button and at most one quiet one. */
Component({
  properties: {
    primary: String,
    quiet: String,
    isBusy: Boolean,
    isDisabled: Boolean,
    /** One line above the buttons: what the program has done, or is doing. */
    note: String,
  },
  methods: {
    onPrimary() {
      this.triggerEvent('primary');
    },
    onQuiet() {
      this.triggerEvent('quiet');
    },
  },
});
