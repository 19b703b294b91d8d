import { listOf, type Action } from '../action';

export const batchDeleteFile: Action = ({ storage }, body) => ({
  data: {
    delete_list: listOf(body, 'fileid_list').map((id) => {
      const fileID = String(id);
      const path = storage.pathOf(fileID);
      const isGone = path !== undefined && storage.remove(path);
      return { fileID, code: isGone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
    }),
  },
});
