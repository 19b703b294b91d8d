/** WeChat itself says that it was done. */
export const copyText = async (data: string): Promise<void> => {
  await wx.setClipboardData({ data });
};
