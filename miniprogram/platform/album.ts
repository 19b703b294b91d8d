/** The person has refused the album before: only WeChat's settings open it again. */
const SCOPE = 'scope.writePhotosAlbum';

/**
 * Saves a picture of this phone to its album; who has refused is led to WeChat's settings first.
 * @returns false when the person turned back
 */
export const saveToAlbum = async (filePath: string): Promise<boolean> => {
  const { authSetting } = await wx.getSetting({});
  if (authSetting[SCOPE] === false) {
    const { authSetting: chosen } = await wx.openSetting({});
    if (chosen[SCOPE] !== true) throw new Error('没有保存到相册的权限，请在设置中允许后再保存');
  }
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return true;
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    if (/auth|privacy/.test(errMsg)) throw new Error('没有保存到相册的权限，请在设置中允许后再保存');
    if (/cancel/.test(errMsg)) return false;
    throw error;
  }
};
