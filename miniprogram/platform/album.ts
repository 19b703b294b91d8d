import { withPermission } from './permissions';

/**
 * Saves a picture of this phone to its album; who has refused that is told how to allow it.
 * @returns false when the person turned back
 */
export const saveToAlbum = async (filePath: string): Promise<boolean> => {
  try {
    const saved = await withPermission('scope.writePhotosAlbum', () =>
      wx.saveImageToPhotosAlbum({ filePath }),
    );
    return saved !== null;
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return false;
    throw error;
  }
};
