/** The project a report is on, at the top where it cannot be overlooked; a tap changes it. Tells `choose`. */
Component({
  properties: {
    /** { name, about }; null while none is chosen */
    head: Object,
    error: String,
    /** A corrected copy stays with its project. */
    isFixed: Boolean,
  },
  methods: {
    onTap() {
      if (!this.properties.isFixed) this.triggerEvent('choose');
    },
  },
});
