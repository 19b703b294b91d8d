const tell = (name) =>
  function (argument) {
    globalThis.tell('plain', name, argument);
  };

Page({
  onLoad: tell('onLoad'),
  onShow: tell('onShow'),
  onReady: tell('onReady'),
  onHide: tell('onHide'),
  onUnload: tell('onUnload'),
  onResize: tell('onResize'),
  onTabItemTap: tell('onTabItemTap'),
  onReachBottom: tell('onReachBottom'),
  onPullDownRefresh() {
    globalThis.tell('plain', 'onPullDownRefresh');
    wx.stopPullDownRefresh();
  },
  onSaveExitState() {
    return { data: { kept: 'plain' } };
  },
  onShareAppMessage({ from }) {
    return { title: '分享 plain ' + from, path: '/pages/plain/plain?shared=1' };
  },
});
