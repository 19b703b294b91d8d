import { listOf, requireText, type Action } from '../action';
import { badRequest } from '../errors';

/** The service's bound on one request. */
const MAX_FILES = 50;

export const batchDeleteFile: Action = ({ storage }, body) => {
  const ids = listOf(body, 'fileid_list').map((id) => requireText(id, 'an entry of fileid_list'));
  if (ids.length > MAX_FILES) throw badRequest(`fileid_list holds at most ${MAX_FILES} files`);
  return {
    data: {
      delete_list: ids.map((fileID) => {
        const path = storage.pathOf(fileID);
        const isGone = path !== undefined && storage.remove(path);
        return { fileID, code: isGone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
      }),
    },
  };
};
