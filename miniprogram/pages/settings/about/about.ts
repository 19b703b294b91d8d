/** What WeChat knows of this version: nothing on a phone where it was not released. */
const versionOf = (): string => {
  const { version, envVersion } = wx.getAccountInfoSync().miniProgram;
  const stage = { develop: '开发版', trial: '体验版', release: '' }[envVersion];
  return [version, stage].filter(Boolean).join(' ');
};

Page({
  data: { version: '' },

  onLoad() {
    this.setData({ version: versionOf() });
  },
});
