/** What happened, in order: [{ title, when, note, isDone }]. */
Component({
  properties: {
    events: Array,
  },
});
