const tell = (name) =>
  function (argument) {
    globalThis.tell('second', name, argument);
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
    globalThis.tell('second', 'onPullDownRefresh');
    wx.stopPullDownRefresh();
  },
  onSaveExitState() {
    return { data: { kept: 'second' } };
  },
  onShareAppMessage({ from }) {
    return { title: '分享 second ' + from, path: '/pages/second/second?shared=1' };
  },
});
