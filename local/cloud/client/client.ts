import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../gateway/action';
import { InvocationError } from '../functions/functions';
import { badRequest, WireError } from '../gateway/errors';
import { asWireError, parseJson, pathnameOf, readBody, sendJson, sendJsonText } from '../gateway/http';
import { deleteFiles, fileAddresses, upload, uploadForFunction } from './files';
import { callerOf } from './holder';
import { PRODUCT_RULE, type StorageRule } from './storage-rule';

/** The service's bounds on a call and its answer (wx.cloud.callFunction: 请求大小 100 KB；返回 1 MB). */
const MAX_CALL_BYTES = 100 * 1024;
const MAX_ANSWER_BYTES = 1024 * 1024;

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
    throw new InvocationError('RESPONSE_TOO_LARGE', 'the answer is larger than 1 MB', requestId);
  }
  // What the function answered is JSON already.
  return `{"requestID":"${requestId}","result":${text}}`;
};

/** Every collection is closed to clients: the environment's rules say so, and so does this. */
const closed =
  (code: string, what: string): Route =>
  () => {
    throw new WireError(code, `${what} is closed to clients`);
  };

const phoneCode: Route = async ({ wechat }, request) => {
  callerOf(request.headers['x-wx-holder']);
  return { code: wechat.phoneCodes.issue(String(request.headers['x-wx-holder'])) };
};

const routesUnder = (rule: StorageRule): Readonly<Record<string, Route>> => ({
  '/client/call': call,
  '/client/upload': upload(rule),
  '/client/cdn': uploadForFunction,
  '/client/phone-code': phoneCode,
  '/client/database': closed('DATABASE_PERMISSION_DENIED', 'the database'),
  '/client/file-address': fileAddresses(rule),
  '/client/delete-file': deleteFiles(rule),
});

/**
 * wx errCodes of what can go wrong on a client's way. Those of the table 错误码 (云开发 / 参考) are the same as
 * TCB_ERR_CODE in wx-server-sdk 4.0.2; those below the line are documented nowhere, and nothing may depend on them.
 */
const CLIENT_CODES: Readonly<Record<string, number>> = {
  SYS_ERR: -501001,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALID_PARAM: -501007,
  DATABASE_PERMISSION_DENIED: -502003,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  // —
  FUNCTIONS_FUNCTION_NOT_FOUND: -501000,
  EXCEED_MAX_PAYLOAD_SIZE: -501023,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504004,
  RESPONSE_TOO_LARGE: -604001,
};

/** What `wx.cloud` of a phone reaches: functions, files, and the code behind the getPhoneNumber button. */
export const serveClient = (environment: Environment, rule: StorageRule = PRODUCT_RULE) => {
  const routes = routesUnder(rule);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const pathname = pathnameOf(request);
      const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
      if (!route) throw badRequest(`no such address: ${pathname}`);
      const answer = await route(environment, request);
      if (typeof answer === 'string') sendJsonText(response, answer);
      else sendJson(response, answer);
    } catch (error) {
      const { code, message } = asWireError(error);
      sendJson(response, {
        error: {
          errCode: CLIENT_CODES[code] ?? CLIENT_CODES['SYS_ERR'],
          errMsg: `${code} ${message}`,
          // Also for what never became an invocation: whoever reports a failure has a number to name.
          requestID: error instanceof InvocationError ? error.requestId : randomUUID(),
        },
      });
    }
  };
};
