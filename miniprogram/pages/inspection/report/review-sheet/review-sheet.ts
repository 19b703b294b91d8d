import { EMPTY_REVIEW } from '../../../../view/report-review';

/** 核对: everything that will be submitted, once more, before 立即提交. */
Component({
  properties: {
    isOpen: Boolean,
    /** ReportReview of view/report-review */
    review: { type: Object, value: EMPTY_REVIEW },
    isBusy: Boolean,
    /** What is being done, in words, and how many of the files are sent. */
    progress: String,
    sent: Number,
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
