import { requirePath } from '../../storage/file-path';
import { listOf, type Action } from '../action';
import { WireError } from '../errors';

interface CopyRequest {
  readonly src_path?: unknown;
  readonly dst_path?: unknown;
  readonly overwrite?: unknown;
  readonly remove_original?: unknown;
}

export const batchCopyFile: Action = async ({ storage }, body) => {
  const copies: object[] = [];
  for (const request of listOf(body, 'file_list') as readonly CopyRequest[]) {
    const [from, to] = [String(request.src_path), String(request.dst_path)];
    try {
      await storage.copy(requirePath(from), requirePath(to), request.overwrite !== false);
      if (request.remove_original === true) storage.remove(from);
      copies.push({ fileId: storage.fileIdOf(to), code: 'SUCCESS', message: '' });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      copies.push({ fileId: storage.fileIdOf(to), code: error.code, message: error.message });
    }
  }
  return { data: { copy_list: copies } };
};
