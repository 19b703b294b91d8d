/** One project in a list; a tap opens it. */
Component({
  properties: {
    /** ProjectCard of view/project-view */
    card: Object,
  },
  methods: {
    onOpen() {
      this.triggerEvent('open', { id: (this.properties.card as { id: string }).id });
    },
  },
});
