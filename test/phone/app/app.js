globalThis.told = [];
globalThis.tell = (...what) => globalThis.told.push(what);

// Told beside App's own hook; who took himself off is not.
const unwanted = () => globalThis.tell('unwanted', 'onPageNotFound');
wx.onPageNotFound(({ path, isEntryPage }) =>
  globalThis.tell('listener', 'onPageNotFound', path, isEntryPage),
);
wx.onPageNotFound(unwanted);
wx.offPageNotFound(unwanted);

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
