import { badRequest } from '../errors';
import { listOf, type Action } from '../action';

/** The service's bound on one request. */
const MAX_FILES = 50;

export const batchGetDownloadUrl: Action = ({ storage }, body) => {
  const files = listOf(body, 'file_list') as readonly { fileid?: unknown; max_age?: unknown }[];
  if (files.length > MAX_FILES) throw badRequest(`file_list holds at most ${MAX_FILES} files`);
  return {
    data: {
      download_list: files.map(({ fileid, max_age }) => {
        const fileID = String(fileid);
        const path = storage.pathOf(fileID);
        if (path === undefined || !storage.find(path)) {
          return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '', maxAge: 0 };
        }
        const life = typeof max_age === 'number' && max_age > 0 ? max_age : undefined;
        return { code: 'SUCCESS', fileID, tempFileURL: storage.readAddress(path, life), maxAge: life ?? 0 };
      }),
    },
  };
};
