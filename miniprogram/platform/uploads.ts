import { DomainError } from '../domain/errors';
import type { LocalFile } from './media-file';

const extensionOf = (path: string): string => /\.([a-z0-9]{2,4})$/i.exec(path)?.[1]?.toLowerCase() ?? 'bin';

/** Where a file goes, and its thumbnail; null where it has none. */
export interface UploadPaths {
  readonly file: string;
  readonly thumbnail: string | null;
}

/** What belongs together: the person's own prefix (session.home), and an id of the whole. */
export interface Batch {
  readonly prefix: string;
  readonly requestId: string;
}

type Named = Pick<LocalFile, 'path' | 'sha256'>;

/** Names the batch and the content, so that trying again writes the same file. */
export const uploadPath = ({ path, sha256 }: Named, { prefix, requestId }: Batch): UploadPaths => ({
  file: `${prefix}${requestId}/${sha256}.${extensionOf(path)}`,
  thumbnail: null,
});

/** Of the copy that is shown for a photo, named after the photo: it is announced before it is made. */
export const shownCopyPath = ({ sha256 }: Named, { prefix, requestId }: Batch): UploadPaths => ({
  file: `${prefix}${requestId}/${sha256}.shown.jpg`,
  thumbnail: `${prefix}${requestId}/${sha256}.thumbnail.jpg`,
});

/** With a picture of it for lists. */
export const withThumbnailPath = (file: Named, batch: Batch): UploadPaths => ({
  ...uploadPath(file, batch),
  thumbnail: shownCopyPath(file, batch).thumbnail,
});

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
