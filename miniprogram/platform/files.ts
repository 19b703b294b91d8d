import { DomainError } from '../domain/errors';

const disk = () => wx.getFileSystemManager();
const pathOf = (name: string): string => `${wx.env.USER_DATA_PATH}/${name}`;

/** The file's bytes, by any path of this phone. */
export const readBytes = (filePath: string): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    disk().readFile({ filePath, success: ({ data }) => resolve(data as ArrayBuffer), fail: reject });
  });

/** A part of a file. @param position of its first byte @param length bytes, more than none */
export const readPart = (filePath: string, position: number, length: number): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    disk().readFile({
      filePath,
      position,
      length,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    });
  });

/** Bytes of a file, by any path of this phone. */
export const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    disk().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject });
  });

/** Names of the files the program keeps in its own folder; they survive restarts. */
export const keptFiles = (): Promise<string[]> =>
  new Promise((resolve, reject) => {
    disk().readdir({ dirPath: pathOf(''), success: ({ files }) => resolve(files), fail: reject });
  });

/** A kept file twice over: its bytes, to be checked, and its text. */
export const readKept = async (name: string): Promise<{ bytes: ArrayBuffer; text: string }> => {
  const bytes = await readBytes(pathOf(name));
  const text = await new Promise<string>((resolve, reject) => {
    disk().readFile({
      filePath: pathOf(name),
      encoding: 'utf8',
      success: ({ data }) => resolve(data as string),
      fail: reject,
    });
  });
  return { bytes, text };
};

/** Copies a temporary file into the program's own folder, over one of that name. */
export const keepFile = (temporaryPath: string, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    disk().copyFile({
      srcPath: temporaryPath,
      destPath: pathOf(name),
      success: () => resolve(),
      fail: reject,
    });
  });

export const removeKept = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    disk().unlink({ filePath: pathOf(name), success: () => resolve(), fail: reject });
  });

/** Bytes of a kept file. */
export const sizeOfKept = (name: string): Promise<number> => sizeOf(pathOf(name));

/**
 * Fetches a file of the environment that its storage rule lets everybody read.
 * @returns a temporary path
 * @throws DomainError network.unavailable
 */
export const downloadFile = async (fileID: string): Promise<string> => {
  try {
    return (await wx.cloud.downloadFile({ fileID })).tempFilePath;
  } catch (error) {
    console.warn('download failed', error);
    throw new DomainError('network.unavailable');
  }
};
