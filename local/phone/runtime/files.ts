import { addressOf, nodeAt, putTemporary, temporaryBytes } from './disk/file-disk';
import { settings } from './settings';
import { fileFault } from './wx/file/faults';

/** WeChat's bound on temporary files while a program runs (文件系统). */
const MAX_TEMPORARY_BYTES = 4 * 1024 ** 3;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/webm': 'webm',
  'audio/wav': 'wav',
  'application/pdf': 'pdf',
};

/**
 * @param name the file's own, for its extension
 * @returns the temporary path: WeChat's wxfile://tmp_…
 * @throws FileError 1300202 where temporary files have no room
 */
export const keepFile = (blob: Blob, name = ''): string => {
  if (temporaryBytes() + blob.size > MAX_TEMPORARY_BYTES) throw fileFault(1300202);
  const [, own] = /\.(\w{1,8})$/.exec(name) ?? [];
  const [type = ''] = blob.type.split(';');
  return putTemporary(blob, EXTENSIONS[type] ?? own?.toLowerCase() ?? 'bin');
};

export const fileOf = (path: string): Blob | undefined => {
  const node = nodeAt(path);
  return node?.kind === 'file' ? node.blob : undefined;
};

/** What an <img> can open: a file of this phone, of the mini program's package, or of the network. */
export const fileAddress = (source: string): string => addressOf(source) ?? source;

/**
 * A file of this phone or of the mini program's package.
 * @throws {errMsg} when there is none, or no network to fetch it through
 */
export const openFile = async (source: string): Promise<Blob> => {
  const own = fileOf(source);
  if (own) return own;
  if (!source.startsWith('wxfile:') && !source.startsWith('cloud:')) {
    if (settings.net === 'off' && /^https?:/.test(source)) {
      throw { errMsg: 'fail network is down', errno: 600001, errCode: -1 };
    }
    const address = /^(https?|data|blob):/.test(source) ? source : `/${source.replace(/^\//, '')}`;
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return response.blob();
  }
  throw { errMsg: `fail no such file or directory ${source}`, errno: 1300002, errCode: 1300002 };
};
