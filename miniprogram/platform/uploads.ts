import { DomainError } from '../domain/errors';
import type { LocalFile } from './media-file';

const extensionOf = (path: string): string => /\.([a-z0-9]{2,4})$/i.exec(path)?.[1]?.toLowerCase() ?? 'bin';

/** Where a file goes: a path that names the batch and the content, so that trying again writes the same file. */
export const uploadPath = (
  { path, sha256 }: Pick<LocalFile, 'path' | 'sha256'>,
  prefix: string,
  batch: string,
): string => `${prefix}${batch}/${sha256}.${extensionOf(path)}`;

/** Beside the file it is the thumbnail of. */
export const thumbnailPath = ({ sha256 }: Pick<LocalFile, 'sha256'>, prefix: string, batch: string): string =>
  `${prefix}${batch}/${sha256}.thumbnail.jpg`;

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
