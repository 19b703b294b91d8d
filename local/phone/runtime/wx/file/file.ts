import { md5, sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { settled } from '../../disk/disk';
import { USER_DATA_PATH } from '../../disk/file-disk';
import { api, badParameter, callbackApi, failure, syncApi } from '../api';
import { append, read, readNow, write, type ReadOptions, type WriteOptions } from './content';
import { fileFault } from './faults';
import { requireFile } from './reach';
import {
  access,
  copy,
  list,
  makeDirectory,
  removeDirectory,
  removeSaved,
  rename,
  save,
  savedList,
  stat,
  unlink,
} from './tree';

/** Answers when the change stands on the disk. @throws FileError 1300202 when the browser has no room, or its words */
const kept = async <Result extends object>(result: Result): Promise<Result> => {
  await settled().catch((error: unknown) => {
    const { name, message } = error as Error;
    throw name === 'QuotaExceededError' ? fileFault(1300202) : failure(`fail ${message}`);
  });
  return result;
};
const done = (): Promise<object> => kept({});

const DIGESTS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = { md5, sha1 };

export interface FileInfoOptions {
  readonly filePath: string;
  readonly digestAlgorithm?: string;
}

const fileInfo = async ({ filePath, digestAlgorithm }: FileInfoOptions) => {
  const { blob } = requireFile('filePath', filePath);
  if (digestAlgorithm === undefined) return { size: blob.size };
  const digest = DIGESTS[digestAlgorithm];
  if (!digest) throw badParameter('parameter.digestAlgorithm should be md5 or sha1');
  return { size: blob.size, digest: bytesToHex(digest(new Uint8Array(await blob.arrayBuffer()))) };
};

const saveFile = ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) =>
  kept({ savedFilePath: save(tempFilePath, filePath) });
const getSavedFileList = () => ({ fileList: savedList() });
const removeSavedFile = ({ filePath }: { filePath: string }) => {
  removeSaved(filePath);
  return done();
};

/** FileSystemManager: callbacks only, and the same at once with …Sync. */
const manager = {
  access: callbackApi('access', ({ path }: { path: string }) => {
    access(path);
    return {};
  }),
  accessSync: syncApi('accessSync', access),
  readFile: callbackApi('readFile', (options: ReadOptions) => read(options)),
  readFileSync: syncApi(
    'readFileSync',
    (filePath: string, encoding?: string, position?: number, length?: number) =>
      readNow({ filePath, encoding, position, length }),
  ),
  writeFile: callbackApi('writeFile', (options: WriteOptions) => {
    write(options);
    return done();
  }),
  writeFileSync: syncApi('writeFileSync', (filePath: string, data: string | ArrayBuffer, encoding?: string) =>
    write({ filePath, data, encoding }),
  ),
  appendFile: callbackApi('appendFile', (options: WriteOptions) => {
    append(options);
    return done();
  }),
  appendFileSync: syncApi(
    'appendFileSync',
    (filePath: string, data: string | ArrayBuffer, encoding?: string) => append({ filePath, data, encoding }),
  ),
  copyFile: callbackApi('copyFile', ({ srcPath, destPath }: { srcPath: string; destPath: string }) => {
    copy(srcPath, destPath);
    return done();
  }),
  copyFileSync: syncApi('copyFileSync', copy),
  rename: callbackApi('rename', ({ oldPath, newPath }: { oldPath: string; newPath: string }) => {
    rename(oldPath, newPath);
    return done();
  }),
  renameSync: syncApi('renameSync', rename),
  unlink: callbackApi('unlink', ({ filePath }: { filePath: string }) => {
    unlink(filePath);
    return done();
  }),
  unlinkSync: syncApi('unlinkSync', unlink),
  mkdir: callbackApi('mkdir', ({ dirPath, recursive }: { dirPath: string; recursive?: boolean }) => {
    makeDirectory(dirPath, recursive);
    return done();
  }),
  mkdirSync: syncApi('mkdirSync', makeDirectory),
  rmdir: callbackApi('rmdir', ({ dirPath, recursive }: { dirPath: string; recursive?: boolean }) => {
    removeDirectory(dirPath, recursive);
    return done();
  }),
  rmdirSync: syncApi('rmdirSync', removeDirectory),
  readdir: callbackApi('readdir', ({ dirPath }: { dirPath: string }) => ({ files: list(dirPath) })),
  readdirSync: syncApi('readdirSync', list),
  stat: callbackApi('stat', ({ path, recursive }: { path: string; recursive?: boolean }) => ({
    stats: stat(path, recursive),
  })),
  statSync: syncApi('statSync', stat),
  saveFile: callbackApi('saveFile', saveFile),
  saveFileSync: syncApi('saveFileSync', save),
  getSavedFileList: callbackApi('getSavedFileList', getSavedFileList),
  removeSavedFile: callbackApi('removeSavedFile', removeSavedFile),
  getFileInfo: callbackApi('getFileInfo', fileInfo),
};

export const file = {
  env: { USER_DATA_PATH },
  getFileSystemManager: () => manager,
  saveFile: api('saveFile', saveFile),
  getSavedFileList: api('getSavedFileList', getSavedFileList),
  removeSavedFile: api('removeSavedFile', removeSavedFile),
  getFileInfo: api('getFileInfo', fileInfo),
};
