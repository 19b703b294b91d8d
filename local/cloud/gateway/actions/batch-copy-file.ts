import { requirePath } from '../../storage/file-path';
import { listOf, requireObject, requireText, type Action } from '../action';
import { WireError } from '../errors';

export const batchCopyFile: Action = ({ storage }, body) => {
  const requests = listOf(body, 'file_list').map((each) => {
    const request = requireObject(each, 'an entry of file_list');
    return {
      from: requireText(request['src_path'], 'src_path'),
      to: requireText(request['dst_path'], 'dst_path'),
      mayOverwrite: request['overwrite'] !== false,
      isMove: request['remove_original'] === true,
    };
  });
  return {
    data: {
      copy_list: requests.map(({ from, to, mayOverwrite, isMove }) => {
        const fileId = storage.fileIdOf(to);
        try {
          storage.copy(requirePath(from), requirePath(to), mayOverwrite);
          if (isMove) storage.remove(from);
          return { fileId, code: 'SUCCESS', message: '' };
        } catch (error) {
          if (!(error instanceof WireError)) throw error;
          return { fileId, code: error.code, message: error.message };
        }
      }),
    },
  };
};
