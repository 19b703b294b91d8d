import { keepFile, openFile } from '../../files';
import { api, badParameter, failure, requireKind, type Callbacks } from '../api';
import { cloudAddress, fileAddresses, type AskedFile } from './addresses';
import { createCdn, withAddresses } from './cdn';
import { fetchFile, postToCloud, uploadToCloud } from './gateway';
import { createTransfer, percent, type Transfer } from './transfer';

/** The service's bounds (getTempFileURL, deleteFile; 文件名命名限制). */
const MAX_FILES = 50;
const MAX_PATH_BYTES = 850;
const CLOUD_PATH = /^(?!\/)(?!.*\/\/)[^"\\{}[\]~%#<>\s]+$/;

let isReady = false;

/** @throws {errMsg} as the SDK does when cloud.init was forgotten */
const requireInit = (): void => {
  if (!isReady) {
    throw failure("fail Cloud API isn't enabled, please call wx.cloud.init first", { errCode: -1 });
  }
};

export interface CallOptions {
  readonly name: string;
  readonly data?: unknown;
}

const callFunction = async ({ name, data }: CallOptions) => {
  requireInit();
  requireKind('name', name, 'String');
  const { result, requestID } = await postToCloud(
    'call',
    JSON.stringify({ name, data: await withAddresses(data) }),
  );
  return { result, requestID };
};

export interface UploadOptions {
  readonly cloudPath: string;
  readonly filePath: string;
}

const uploadFile = async ({ cloudPath, filePath }: UploadOptions, { signal, tellProgress }: Transfer) => {
  requireInit();
  requireKind('cloudPath', cloudPath, 'String');
  requireKind('filePath', filePath, 'String');
  if (!CLOUD_PATH.test(cloudPath) || new TextEncoder().encode(cloudPath).length > MAX_PATH_BYTES) {
    throw failure('fail invalid cloudPath', { errCode: -501007 });
  }
  const file = await openFile(filePath);
  const { fileID } = await uploadToCloud(
    `upload?path=${encodeURIComponent(cloudPath)}`,
    file,
    (sent) =>
      tellProgress({
        progress: percent(sent, file.size),
        totalBytesSent: Math.min(sent, file.size),
        totalBytesExpectedToSend: file.size,
      }),
    signal,
  );
  return { fileID, statusCode: 200 };
};

const downloadFile = async ({ fileID }: { readonly fileID: string }, { signal, tellProgress }: Transfer) => {
  requireInit();
  requireKind('fileID', fileID, 'String');
  const blob = await fetchFile(
    await cloudAddress(fileID),
    (received, expected) =>
      tellProgress({
        progress: percent(received, expected),
        totalBytesWritten: received,
        totalBytesExpectedToWrite: expected,
      }),
    signal,
  );
  return { tempFilePath: keepFile(blob, fileID), statusCode: 200 };
};

/** A transfer gives its task to callers with callbacks, and a promise to the others. */
const transferApi = <Options extends object, Result extends object>(
  name: string,
  work: (options: Options, transfer: Transfer) => Promise<Result>,
) => {
  return (options: Options & Callbacks<Result>) => {
    const transfer = createTransfer();
    return api(name, (given: Options) => work(given, transfer))(options) ?? transfer.task;
  };
};

const requireFew = (fileList: readonly unknown[]): void => {
  requireKind('fileList', fileList, 'Array');
  if (fileList.length === 0) throw badParameter('parameter.fileList should not be empty');
  if (fileList.length > MAX_FILES)
    throw failure(`fail fileList max length is ${MAX_FILES}`, { errCode: -501000 });
};

/** wx.cloud over the client gateway of local/cloud. */
export const cloud = {
  init: (): void => {
    isReady = true;
  },
  callFunction: api('cloud.callFunction', callFunction),
  uploadFile: transferApi('cloud.uploadFile', uploadFile),
  downloadFile: transferApi('cloud.downloadFile', downloadFile),
  getTempFileURL: api('cloud.getTempFileURL', async ({ fileList }: { fileList: readonly AskedFile[] }) => {
    requireInit();
    requireFew(fileList);
    return { fileList: await fileAddresses(fileList) };
  }),
  deleteFile: api('cloud.deleteFile', async ({ fileList }: { fileList: readonly string[] }) => {
    requireInit();
    requireFew(fileList);
    return { fileList: (await postToCloud('delete-file', JSON.stringify({ fileList })))['fileList'] };
  }),
  CDN: createCdn,
  /** @throws Error always: every collection of the product is closed to phones */
  database: (): never => {
    throw new Error(
      'cloud.database:fail -502003 DATABASE_PERMISSION_DENIED：所有集合都不对手机开放，请调用云函数',
    );
  },
};
