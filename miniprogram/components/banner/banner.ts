/** What must be known before anything else on the page: a line that says it, and one that says more. */
Component({
  properties: {
    /** bad or waiting */
    tone: String,
    title: String,
    note: String,
  },
});
