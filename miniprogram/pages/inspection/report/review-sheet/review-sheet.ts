/** 核对: everything that will be submitted, once more, before 立即提交. */
Component({
  properties: {
    isOpen: Boolean,
    /** [{ label, value }] */
    rows: Array,
    photos: Array,
    isBusy: Boolean,
    progress: String,
  },
  methods: {
    onClose() {
      if (!this.properties.isBusy) this.triggerEvent('close');
    },
    onSubmit() {
      this.triggerEvent('submit');
    },
  },
});
