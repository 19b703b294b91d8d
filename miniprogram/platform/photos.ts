import { DomainError } from '../domain/errors';
import { readBytes } from './files';
import { sha256Hex } from './sha256';

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
  const bytes = await readBytes(path);
  return {
    path,
    bytes: bytes.byteLength,
    sha256: sha256Hex(bytes),
    takenAt: new Date().toISOString(),
  };
};

/** Where photos come from: the camera at once, or the album. */
export type PhotoSource = 'camera' | 'album';

/** Takes or picks photos, in the order chosen. @returns [] when the person cancels */
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
    throw error;
  }
  return Promise.all(paths.map(takenNow));
};

const extensionOf = (path: string): string =>
  /\.(jpe?g|png|webp|heic)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';

/** So wide, px, is what a list shows; a third of a phone's screen at three pixels a point. */
const THUMBNAIL_WIDTH = 360;

/** A small copy for lists, made here: the function would have to decode the whole photo. @returns null where it cannot be made */
export const thumbnailOf = async ({ path }: LocalPhoto): Promise<string | null> => {
  try {
    return (await wx.compressImage({ src: path, quality: 60, compressedWidth: THUMBNAIL_WIDTH }))
      .tempFilePath;
  } catch (error) {
    console.warn('no thumbnail', error);
    return null;
  }
};

/** Where a photo goes: a path that names the command and the content, so that trying again writes the same file. */
export const photoPath = (photo: LocalPhoto, prefix: string, requestId: string): string =>
  `${prefix}${requestId}/${photo.sha256}.${extensionOf(photo.path)}`;
export const thumbnailPath = (photo: LocalPhoto, prefix: string, requestId: string): string =>
  `${prefix}${requestId}/${photo.sha256}.thumbnail.jpg`;

/** @returns fileID @throws DomainError network.unavailable */
export const uploadFile = async (filePath: string, cloudPath: string): Promise<string> => {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath });
    return fileID;
  } catch (error) {
    console.warn('upload failed', error);
    throw new DomainError('network.unavailable');
  }
};

/** @returns fileID @throws DomainError network.unavailable */
export const uploadPhoto = (photo: LocalPhoto, prefix: string, requestId: string): Promise<string> =>
  uploadFile(photo.path, photoPath(photo, prefix, requestId));
