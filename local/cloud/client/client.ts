import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../gateway/action';
import { InvocationError } from '../functions/functions';
import { badRequest, WireError } from '../gateway/errors';
import { asWireError, parseJson, pathnameOf, readBody, sendJson, sendJsonText, urlOf } from '../gateway/http';
import { callerOf } from './holder';

/** The service's bounds on a call and its answer (platform facts 3.1). */
const MAX_CALL_BYTES = 100 * 1024;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Where clients may write: the storage rule of the environment. */
const WRITABLE = ['evidence/'];

/** @returns what is answered, as JSON text or as what becomes it */
type Route = (
  environment: Environment,
  request: IncomingMessage,
) => Promise<object | string> | object | string;

const call: Route = async ({ functions, wechat }, request) => {
  const caller = callerOf(request.headers['x-wx-holder']);
  wechat.noteActive(caller.openid);
  const { name, data } = parseJson(await readBody(request));
  if (typeof name !== 'string') throw badRequest('name is required');
  const event = JSON.stringify(data ?? {});
  if (Buffer.byteLength(event) > MAX_CALL_BYTES) {
    throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', 'data is larger than 100 KB');
  }
  const { requestId, text } = await functions.invoke(name, event, caller);
  if (Buffer.byteLength(text) > MAX_ANSWER_BYTES) {
    throw new WireError('RESPONSE_TOO_LARGE', 'the answer is larger than 1 MB');
  }
  // What the function answered is JSON already.
  return `{"requestID":"${requestId}","result":${text}}`;
};

const upload: Route = async ({ storage }, request) => {
  const { openid } = callerOf(request.headers['x-wx-holder']);
  const path = urlOf(request).searchParams.get('path') ?? '';
  if (!WRITABLE.some((prefix) => path.startsWith(prefix))) {
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

/** Every collection and file is closed to clients: the environment's rules say so, and so does this. */
const closed =
  (code: string, what: string): Route =>
  () => {
    throw new WireError(code, `${what} is closed to clients`);
  };

const phoneCode: Route = async ({ wechat }, request) => {
  callerOf(request.headers['x-wx-holder']);
  return { code: wechat.phoneCodes.issue(String(request.headers['x-wx-holder'])) };
};

const ROUTES: Readonly<Record<string, Route>> = {
  '/client/call': call,
  '/client/upload': upload,
  '/client/phone-code': phoneCode,
  '/client/database': closed('DATABASE_PERMISSION_DENIED', 'the database'),
  '/client/file-address': closed('STORAGE_EXCEED_AUTHORITY', 'the storage'),
  '/client/delete-file': closed('STORAGE_EXCEED_AUTHORITY', 'the storage'),
};

/** wx errCodes of what can go wrong on a client's way (platform facts 3.1, error table). */
const CLIENT_CODES: Readonly<Record<string, number>> = {
  INVALID_PARAM: -501000,
  EXCEED_MAX_PAYLOAD_SIZE: -501023,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  DATABASE_PERMISSION_DENIED: -502003,
  FUNCTIONS_FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504004,
  RESPONSE_TOO_LARGE: -604001,
  STORAGE_EXCEED_AUTHORITY: -503002,
};

/** What `wx.cloud` of a phone reaches: functions, uploads, and the code behind the getPhoneNumber button. */
export const serveClient =
  (environment: Environment) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const pathname = pathnameOf(request);
      const route = Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname] : undefined;
      if (!route) throw badRequest(`no such address: ${pathname}`);
      const answer = await route(environment, request);
      if (typeof answer === 'string') sendJsonText(response, answer);
      else sendJson(response, answer);
    } catch (error) {
      const { code, message } = asWireError(error);
      sendJson(response, {
        error: {
          errCode: CLIENT_CODES[code] ?? -501000,
          errMsg: `${code} ${message}`,
          ...(error instanceof InvocationError ? { requestID: error.requestId } : {}),
        },
      });
    }
  };
