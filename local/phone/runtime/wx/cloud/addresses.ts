import { failure } from '../api';
import { postToCloud } from './gateway';

export interface FileAddress {
  readonly fileID: string;
  readonly tempFileURL: string;
  readonly status: number;
  readonly errMsg: string;
}

export type AskedFile = string | { readonly fileID: string; readonly maxAge?: number };

export const fileAddresses = async (fileList: readonly AskedFile[]): Promise<FileAddress[]> => {
  const answer = await postToCloud('file-address', JSON.stringify({ fileList }));
  return answer['fileList'] as FileAddress[];
};

/** The address behind a cloud:// name. @throws {errCode, errMsg} when the storage rule closes it */
export const cloudAddress = async (fileID: string): Promise<string> => {
  const [file] = await fileAddresses([fileID]);
  if (!file || file.status !== 0)
    throw failure(`fail ${file?.errMsg ?? ''}`, { errCode: file?.status ?? -1 });
  return file.tempFileURL;
};
