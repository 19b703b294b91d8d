import cloud from 'wx-server-sdk';

/** The service's bound on one request. */
const FILES_PER_CALL = 50;

/**
 * Expiring addresses of stored files.
 * @returns fileID → address; a file that does not exist has no entry
 */
export const temporaryUrls = async (fileIDs: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const chunks: string[][] = [];
  for (let start = 0; start < fileIDs.length; start += FILES_PER_CALL) {
    chunks.push(fileIDs.slice(start, start + FILES_PER_CALL));
  }
  const answers = await Promise.all(chunks.map((fileList) => cloud.getTempFileURL({ fileList })));
  const urls = new Map<string, string>();
  for (const answer of answers) {
    for (const file of answer?.fileList ?? []) {
      if (file.status === 0 && file.tempFileURL) urls.set(file.fileID, file.tempFileURL);
    }
  }
  return urls;
};

/** Where a person's uploads go; the session hands it out and submissions are checked against it. */
export const uploadPrefixOf = (personId: string): string => `evidence/${personId}/`;

/** Whether the file lies in this environment under the person's own prefix. */
export const isUploadOf = (personId: string, fileID: string): boolean => {
  const [, authority, path] = /^cloud:\/\/([^/]+)\/(.+)$/.exec(fileID) ?? [];
  const env = cloud.getWXContext().ENV ?? '';
  return (
    authority !== undefined &&
    path !== undefined &&
    (authority === env || authority.startsWith(`${env}.`)) &&
    path.startsWith(uploadPrefixOf(personId)) &&
    !path.includes('..')
  );
};
