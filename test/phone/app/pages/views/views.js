Page({
  data: {
    spacing: 2,
    percent: 0,
    isOpen: false,
    rich: '<p class="x" onclick="bad()"><strong style="width: 100rpx">粗</strong><script>bad()</script><img src="/assets/dot.png" alt="点"></p>',
  },
  onReady() {
    this.setData({ percent: 80 });
  },
  log({ type, detail, currentTarget }) {
    globalThis.tell(currentTarget.id, type, detail);
  },
  open() {
    this.setData({ isOpen: true });
  },
});
