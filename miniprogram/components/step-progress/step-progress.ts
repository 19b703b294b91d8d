const WHOLE = 100;

/** How far something in several steps has come: a bar, and the same in words. */
Component({
  properties: {
    /** What is being done: 已上传 3/8 */
    words: String,
    done: Number,
    /** Steps in all; without any, only the words stand there. */
    total: Number,
  },
  data: { percent: 0 },
  observers: {
    'done, total'(done: number, total: number) {
      this.setData({ percent: total > 0 ? Math.round((done / total) * WHOLE) : 0 });
    },
  },
});
