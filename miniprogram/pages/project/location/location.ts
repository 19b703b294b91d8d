Page({
  onList() {
    void wx.navigateTo({ url: '/pages/project/list/list' });
  },
});
