/** The bar at the thumb: one filled button and at most one quiet one; what stands above them (slot). */
Component({
  properties: {
    primary: String,
    quiet: String,
    isBusy: Boolean,
    isDisabled: Boolean,
    /** Instead of the button's words while it is busy. */
    busyWords: String,
    /** It is the foot of a sheet, and stands where it is put. */
    isInSheet: Boolean,
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
