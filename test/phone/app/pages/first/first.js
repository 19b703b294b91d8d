const tell = (name) =>
  function (argument) {
    globalThis.tell('first', name, argument);
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
    globalThis.tell('first', 'onPullDownRefresh');
    wx.stopPullDownRefresh();
  },
  onSaveExitState() {
    return { data: { kept: 'first' } };
  },
  onShareAppMessage({ from }) {
    return { title: '分享 first ' + from, path: '/pages/first/first?shared=1' };
  },
});
