import tcb from '@cloudbase/node-sdk';
import type { StoredFile } from './file-evidence';
import { originalPathOf, PICTURES, type PictureCopy } from './province/photos';
import type { SeedTarget } from './write-seed';

/** The service's bound on one request of the storage. */
const COPIES_PER_CALL = 50;

/**
 * Uploads files, over those of an earlier run.
 * @returns what the storage calls a file at a path
 */
export const uploadFiles = async (
  target: SeedTarget,
  files: readonly StoredFile[],
): Promise<(path: string) => string> => {
  const app = tcb.init({ ...target });
  let beginning = '';
  for (const { path: cloudPath, bytes } of files) {
    const { fileID } = await app.uploadFile({ cloudPath, fileContent: bytes });
    beginning = fileID.slice(0, -cloudPath.length);
  }
  return (path) => beginning + path;
};

/**
 * Uploads each picture once, under a path of the demonstration's own.
 * @returns what the storage calls a file at a path
 */
export const uploadPictures = (target: SeedTarget): Promise<(path: string) => string> =>
  uploadFiles(
    target,
    PICTURES.map((picture) => ({ path: originalPathOf(picture), bytes: picture.bytes })),
  );

/** Puts the pictures where the records name them: copied within the storage, nothing travels twice. */
export const copyPictures = async (target: SeedTarget, copies: readonly PictureCopy[]): Promise<void> => {
  const app = tcb.init({ ...target });
  for (let start = 0; start < copies.length; start += COPIES_PER_CALL) {
    const { fileList } = await app.copyFile({
      fileList: copies.slice(start, start + COPIES_PER_CALL).map(({ path, picture }) => ({
        srcPath: originalPathOf(picture),
        dstPath: path,
        overwrite: true,
      })),
    });
    const failed = fileList.find(({ code }) => code !== 'SUCCESS');
    if (failed) throw new Error(`演示照片没有写入：${failed.message ?? failed.code ?? ''}`);
  }
};
