Page({
  data: { isBusy: false, isOpen: false, word: '' },
  log({ type, detail, currentTarget }) {
    globalThis.tell(currentTarget.id, type, detail);
  },
  press() {
    globalThis.tell('button', 'click');
    this.setData({ isBusy: true });
  },
  open() {
    this.setData({ isOpen: true });
  },
  close() {
    globalThis.tell('popup', 'close');
    this.setData({ isOpen: false });
  },
});
