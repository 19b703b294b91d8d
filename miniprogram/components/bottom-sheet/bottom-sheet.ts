/** A sheet from below: title and a way out, what leads (slot lead), what fills it, and the bar at its foot (slot foot). */
Component({
  options: { multipleSlots: true },
  properties: {
    isOpen: Boolean,
    title: String,
    /** One line on what is chosen here. */
    hint: String,
    /** What was begun has to end first: there is no way out meanwhile. */
    isHeld: Boolean,
    /** Of the screen, or auto. */
    height: { type: String, value: '96%' },
  },
  data: {
    /** What was never opened is not drawn. */
    wasOpened: false,
  },
  observers: {
    isOpen(isOpen: boolean) {
      if (isOpen && !this.data.wasOpened) this.setData({ wasOpened: true });
    },
  },
  methods: {
    onClose() {
      if (!this.properties.isHeld) this.triggerEvent('close');
    },
  },
});
