import { DomainError } from '../domain/errors';
import { asRefusal } from './permissions';
import { digestOf } from './sha256';

/** A photo on this phone, not yet sent. */
export interface LocalPhoto {
  readonly path: string;
  readonly bytes: number;
  /** Of the file as it was taken or picked, before anything else happens to it; hex. */
  readonly sha256: string;
  /** Instant, ISO, by the phone's clock. */
  readonly takenAt: string;
}

const takenNow = async (path: string): Promise<LocalPhoto> => {
  const { bytes, sha256 } = await digestOf(path);
  return { path, bytes, sha256, takenAt: new Date().toISOString() };
};

/** Where photos come from: the camera at once, or the album. */
export type PhotoSource = 'camera' | 'album';

/** Takes or picks photos, in the order chosen. @returns [] when the person cancels @throws PermissionError */
export const choosePhotos = async (
  count: number,
  sourceType: PhotoSource[] = ['camera', 'album'],
): Promise<LocalPhoto[]> => {
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
  const photos: LocalPhoto[] = [];
  // One after another: twenty large photos are not in memory together.
  for (const path of paths) photos.push(await takenNow(path));
  return photos;
};

const extensionOf = (path: string): string =>
  /\.(jpe?g|png|webp|heic)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';

/**
 * Uploads under a path that names the command and the content: trying again writes the same file.
 * @returns fileID
 * @throws DomainError network.unavailable
 */
export const uploadPhoto = async (photo: LocalPhoto, prefix: string, requestId: string): Promise<string> => {
  const cloudPath = `${prefix}${requestId}/${photo.sha256}.${extensionOf(photo.path)}`;
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath: photo.path });
    return fileID;
  } catch (error) {
    console.warn('upload failed', error);
    throw new DomainError('network.unavailable');
  }
};
