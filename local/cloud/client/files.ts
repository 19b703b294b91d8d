import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Environment } from '../gateway/action';
import { badRequest, WireError } from '../gateway/errors';
import { parseJson, readBody, urlOf } from '../gateway/http';
import { callerOf } from './holder';
import { CDN_PREFIX, isUnder, type StorageRule } from './storage-rule';

/** The service's bound on one call for addresses or deletions. */
const MAX_FILES = 50;

/** Statuses of single files (错误码: -503002, -503003). */
const CLOSED = { status: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY' };
const MISSING = { status: -503003, errMsg: 'STORAGE_FILE_NONEXIST' };
const OK = { status: 0, errMsg: 'ok' };

const fileList = async (request: IncomingMessage): Promise<unknown[]> => {
  const { fileList: list } = parseJson(await readBody(request));
  if (!Array.isArray(list) || list.length === 0) throw badRequest('fileList must be a list of files');
  if (list.length > MAX_FILES) throw badRequest(`fileList: at most ${MAX_FILES} files`);
  return list;
};

/** Stores what a client uploads. @throws WireError STORAGE_EXCEED_AUTHORITY */
export const upload =
  (rule: StorageRule) =>
  async ({ storage }: Environment, request: IncomingMessage): Promise<object> => {
    const { openid } = callerOf(request.headers['x-wx-holder']);
    const path = urlOf(request).searchParams.get('path') ?? '';
    if (!isUnder(path, rule.write)) {
      throw new WireError('STORAGE_EXCEED_AUTHORITY', 'the storage rule does not let clients write here');
    }
    // 仅创建者可写: nobody writes over what somebody else uploaded.
    const present = storage.find(path);
    if (present && present.owner !== openid) {
      throw new WireError('STORAGE_EXCEED_AUTHORITY', 'the file belongs to somebody else');
    }
    const file = await storage.put(path, request, openid);
    return { fileID: storage.fileIdOf(file.path) };
  };

/** wx.cloud.CDN: a temporary file a function may fetch. */
export const uploadForFunction = async (
  { storage }: Environment,
  request: IncomingMessage,
): Promise<object> => {
  const { openid } = callerOf(request.headers['x-wx-holder']);
  const file = await storage.put(`${CDN_PREFIX}${randomUUID()}`, request, openid);
  return { url: storage.readAddress(file.path) };
};

/** getTempFileURL and downloadFile: each file has its own status. */
export const fileAddresses =
  (rule: StorageRule) =>
  async ({ storage }: Environment, request: IncomingMessage): Promise<object> => {
    callerOf(request.headers['x-wx-holder']);
    const files = (await fileList(request)).map((entry) => {
      const asked = typeof entry === 'string' ? { fileID: entry } : (entry as { fileID: string });
      const { fileID, maxAge } = asked as { fileID: string; maxAge?: number };
      const path = storage.pathOf(fileID);
      if (path === undefined || !isUnder(path, rule.read)) return { fileID, tempFileURL: '', ...CLOSED };
      if (!storage.find(path)) return { fileID, tempFileURL: '', ...MISSING };
      return { fileID, tempFileURL: encodeURI(storage.readAddress(path, maxAge)), ...OK };
    });
    return { fileList: files };
  };

/** deleteFile: only what one wrote oneself. */
export const deleteFiles =
  (rule: StorageRule) =>
  async ({ storage }: Environment, request: IncomingMessage): Promise<object> => {
    const { openid } = callerOf(request.headers['x-wx-holder']);
    const files = (await fileList(request)).map((fileID) => {
      const path = storage.pathOf(String(fileID));
      const present = path === undefined ? undefined : storage.find(path);
      if (path === undefined || !isUnder(path, rule.write)) return { fileID, ...CLOSED };
      if (!present) return { fileID, ...MISSING };
      if (present.owner !== openid) return { fileID, ...CLOSED };
      storage.remove(path);
      return { fileID, ...OK };
    });
    return { fileList: files };
  };
