/** A labelled row of a form: value or what to do at the right, its error in place. The slot takes a field below. */
Component({
  properties: {
    label: String,
    value: String,
    placeholder: String,
    error: String,
    hint: String,
    isRequired: Boolean,
    isLink: Boolean,
  },
  methods: {
    onTap() {
      this.triggerEvent('choose');
    },
  },
});
