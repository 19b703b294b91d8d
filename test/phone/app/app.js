globalThis.told = [];
globalThis.tell = (...what) => globalThis.told.push(what);

App({
  onLaunch({ path, query }) {
    globalThis.tell('app', 'onLaunch', path, query);
  },
  onShow() {
    globalThis.tell('app', 'onShow');
  },
  onHide() {
    globalThis.tell('app', 'onHide');
  },
  onError(message) {
    globalThis.tell('app', 'onError', message.split('\n')[0]);
  },
  onPageNotFound({ path, query }) {
    globalThis.tell('app', 'onPageNotFound', path, query);
    wx.reLaunch({ url: '/pages/plain/plain' });
  },
});
