import { takenNow, type LocalFile } from './media-file';
import { asRefusal } from './permissions';

/** Where photos come from: the camera at once, or the album. */
export type PhotoSource = 'camera' | 'album';

/** Takes or picks photos, in the order chosen. @returns [] when the person cancels @throws PermissionError */
export const choosePhotos = async (
  count: number,
  sourceType: PhotoSource[] = ['camera', 'album'],
): Promise<LocalFile[]> => {
  let paths: string[];
  try {
    const { tempFiles } = await wx.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['original'],
      sourceType,
    });
    paths = tempFiles.map((file) => file.tempFilePath);
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return [];
    throw asRefusal(error, 'scope.camera');
  }
  const photos: LocalFile[] = [];
  // One after another: twenty large photos are not in memory together.
  for (const path of paths) photos.push(await takenNow(path));
  return photos;
};
