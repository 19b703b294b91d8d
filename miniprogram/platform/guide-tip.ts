const KEY = 'guide-tip-closed';

/** Whether the tip 添加到我的小程序 is still shown on the home page; once closed it stays closed. */
export const isGuideTipOpen = (): boolean => wx.getStorageSync<boolean | ''>(KEY) !== true;

export const closeGuideTip = (): void => wx.setStorageSync(KEY, true);
