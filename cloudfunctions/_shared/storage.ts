import cloud from 'wx-server-sdk';
import { createReadStream } from 'node:fs';

/** The service's bound on one request. */
const FILES_PER_CALL = 50;

/** Seconds an address opens: as long as a record is looked at; a page that is open longer asks again. */
const ADDRESS_LIFE_S = 60 * 60;

const inChunks = (fileIDs: readonly string[]): string[][] => {
  const chunks: string[][] = [];
  for (let start = 0; start < fileIDs.length; start += FILES_PER_CALL) {
    chunks.push(fileIDs.slice(start, start + FILES_PER_CALL));
  }
  return chunks;
};

/**
 * Expiring addresses of stored files.
 * @returns fileID → address; a file that does not exist has no entry
 */
export const temporaryUrls = async (fileIDs: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const answers = await Promise.all(
    inChunks(fileIDs).map((chunk) =>
      cloud.getTempFileURL({ fileList: chunk.map((fileID) => ({ fileID, maxAge: ADDRESS_LIFE_S })) }),
    ),
  );
  const urls = new Map<string, string>();
  for (const answer of answers) {
    for (const file of answer?.fileList ?? []) {
      if (file.status === 0 && file.tempFileURL) urls.set(file.fileID, file.tempFileURL);
    }
  }
  return urls;
};

/** Stores a file of this function's disk. @returns its fileID */
export const storeFile = async (cloudPath: string, localPath: string): Promise<string> => {
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent: createReadStream(localPath) })) as {
    fileID: string;
  };
  return fileID;
};

/** 微信云开发错误码: the file is not there. */
const MISSING = -503003;

/** @returns the files that are still there: those could not be deleted */
export const deleteFiles = async (fileIDs: readonly string[]): Promise<Set<string>> => {
  const answers = await Promise.all(inChunks(fileIDs).map((fileList) => cloud.deleteFile({ fileList })));
  const left = answers
    .flatMap((answer) => answer?.fileList ?? [])
    .filter(({ status }) => status !== 0 && status !== MISSING);
  return new Set(left.map(({ fileID }) => fileID));
};

/** Clients write only under this (cloudfunctions/storage-rule.json); what is kept stands elsewhere. */
const UPLOADS = 'uploads/';

/** Where a person's uploads go; the session hands it out and submissions are checked against it. */
export const uploadPrefixOf = (personId: string): string => `${UPLOADS}${personId}/`;

/** Whether the path is one the person may upload to. */
export const isUploadPathOf = (personId: string, path: string): boolean =>
  path.startsWith(uploadPrefixOf(personId)) && !path.includes('..');

/** Whether the file lies in this environment under the person's own prefix. */
export const isUploadOf = (personId: string, fileID: string): boolean => {
  const [, authority, path] = /^cloud:\/\/([^/]+)\/(.+)$/.exec(fileID) ?? [];
  const env = cloud.getWXContext().ENV ?? '';
  return (
    authority !== undefined &&
    path !== undefined &&
    (authority === env || authority.startsWith(`${env}.`)) &&
    isUploadPathOf(personId, path)
  );
};
