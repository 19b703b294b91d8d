/**
 * What WeChat asks before its own ways back close the page shown (小程序页面返回询问对话框); a swipe is never asked.
 * Our own buttons ask by themselves.
 */
export const askBeforeLeaving = (message: string): void => {
  wx.enableAlertBeforeUnload({ message });
};

export const leaveFreely = (): void => {
  wx.disableAlertBeforeUnload({});
};
