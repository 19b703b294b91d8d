import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import busboy from 'busboy';
import { openApi } from '../doubles/open-api';
import { textOf, type Body, type Environment } from './action';
import { ACTIONS } from './actions';
import { badRequest, WireError } from './errors';
import { asWireError, parseJson, readBody, sendJson } from './http';

interface Received {
  readonly body: Body;
  /** The protobuf part of a call to WeChat's open interface. */
  readonly requestData: Uint8Array | undefined;
}

/** @throws WireError for a form that does not say where its parts end */
const parserOf = (contentType: string): ReturnType<typeof busboy> => {
  try {
    return busboy({ headers: { 'content-type': contentType } });
  } catch {
    throw badRequest('malformed form');
  }
};

/** Texts are plain fields; the protobuf part travels as application/octet-stream without a name. */
const receiveForm = (bytes: Buffer, contentType: string): Promise<Received> =>
  new Promise((resolve, reject) => {
    const body: Record<string, unknown> = {};
    const chunks: Buffer[] = [];
    const parser = parserOf(contentType);
    parser.on('field', (name, value) => {
      body[name] = value;
    });
    parser.on('file', (name, stream) => {
      stream.on('data', (chunk: Buffer) => {
        if (name === 'requestData') chunks.push(chunk);
      });
    });
    parser.once('error', () => reject(badRequest('malformed form')));
    parser.once('close', () =>
      resolve({ body, requestData: chunks.length > 0 ? Buffer.concat(chunks) : undefined }),
    );
    parser.end(bytes);
  });

const receive = async (request: IncomingMessage): Promise<Received> => {
  const bytes = await readBody(request);
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return receiveForm(bytes, contentType);
  return { body: parseJson(bytes), requestData: undefined };
};

/** Runs the action; database calls of a running function are counted on its invocation. */
const perform = async (environment: Environment, body: Body, madeAt: number): Promise<object> => {
  const name = textOf(body, 'action');
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action) throw badRequest(`unknown action: ${name}`);
  const run = async (): Promise<object> => action(environment, body);
  const running = environment.functions.runningOf(body['wxCloudApiToken']);
  if (!running || !name.startsWith('database.')) return run();
  // The function's clock may be moved; waves are told apart by the machine's.
  return running.waves.count(madeAt - running.clockOffsetMs, run);
};

/** `POST /admin`: what both server SDKs speak. HTTP 200 always; an error is `{ code, message, requestId }`. */
export const serveAdmin =
  (environment: Environment) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    try {
      const { body, requestData } = await receive(request);
      if (body['action'] !== 'wx.openApi') {
        const madeAt = Number(request.headers['x-client-timestamp'] ?? Date.now());
        sendJson(response, { requestId, ...(await perform(environment, body, madeAt)) });
        return;
      }
      if (!requestData) throw badRequest('requestData is required');
      const running = environment.functions.runningOf(body['wxCloudApiToken']);
      const answer = await openApi(environment, String(body['apiName']), requestData, running);
      response.setHeader('content-type', 'application/octet-stream');
      response.end(answer);
    } catch (error) {
      const { code, message } = error instanceof WireError ? error : asWireError(error);
      sendJson(response, { code, message, requestId });
    }
  };
