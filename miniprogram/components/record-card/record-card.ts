/** One record in a list; a tap opens it. */
Component({
  properties: {
    /** RecordCard of view/inspection-view */
    card: Object,
  },
  methods: {
    onOpen() {
      this.triggerEvent('open', { id: (this.properties.card as { id: string }).id });
    },
  },
});
