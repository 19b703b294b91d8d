import { badRequest } from '../errors';
import { listOf, requireObject, requireText, type Action } from '../action';

/** The service's bound on one request. */
const MAX_FILES = 50;
/** Seconds an address may open; more is no time that anybody waits for. */
const MAX_AGE_S = 2 ** 31 - 1;

/** @returns undefined when the request leaves it to the service; 0 and null mean that too */
const lifeOf = (maxAge: unknown): number | undefined => {
  if (maxAge === undefined || maxAge === null || maxAge === 0) return undefined;
  if (typeof maxAge !== 'number' || !Number.isInteger(maxAge) || maxAge < 0 || maxAge > MAX_AGE_S) {
    throw badRequest('max_age must be whole seconds');
  }
  return maxAge;
};

export const batchGetDownloadUrl: Action = ({ storage }, body) => {
  const files = listOf(body, 'file_list').map((each) => requireObject(each, 'an entry of file_list'));
  if (files.length > MAX_FILES) throw badRequest(`file_list holds at most ${MAX_FILES} files`);
  return {
    data: {
      download_list: files.map((file) => {
        const fileID = requireText(file['fileid'], 'fileid');
        const life = lifeOf(file['max_age']);
        const path = storage.pathOf(fileID);
        if (path === undefined || !storage.find(path)) {
          return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '', maxAge: 0 };
        }
        return { code: 'SUCCESS', fileID, tempFileURL: storage.readAddress(path, life), maxAge: life ?? 0 };
      }),
    },
  };
};
