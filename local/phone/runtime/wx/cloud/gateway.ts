import { travel, type Journey } from '../../network';
import { server, settings } from '../../settings';
import { failure } from '../api';

const answerOf = (text: string): Record<string, unknown> => {
  const answer = JSON.parse(text) as Record<string, unknown>;
  const error = answer['error'] as { errCode: number; errMsg: string } | undefined;
  if (error) throw failure(`fail ${error.errMsg}`, { errCode: error.errCode });
  return answer;
};

const addressOf = (route: string): string => `${server().cloudUrl}/client/${route}`;

/** A request of this phone to the environment, through the network the panel sets. @throws {errCode, errMsg} */
export const postToCloud = (route: string, body: BodyInit): Promise<Record<string, unknown>> =>
  travel(async ({ signal }) => {
    const response = await fetch(addressOf(route), {
      method: 'POST',
      headers: { 'x-wx-holder': settings.as },
      body,
      signal,
    }).catch(() => undefined);
    signal.throwIfAborted();
    if (!response) throw failure('fail request failed', { errCode: -1 });
    return answerOf(await response.text());
  });

/** Sends a body with an ordinary request: only XMLHttpRequest tells how far it is. */
const send = (route: string, body: Blob, { signal }: Journey, onProgress: (sent: number) => void) =>
  new Promise<Record<string, unknown>>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(route));
    request.setRequestHeader('x-wx-holder', settings.as);
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('error', () => reject(failure('fail request failed', { errCode: -1 })));
    request.addEventListener('load', () => {
      try {
        resolve(answerOf(request.responseText));
      } catch (error) {
        reject(error as Error);
      }
    });
    signal.addEventListener('abort', () => {
      request.abort();
      reject(signal.reason as Error);
    });
    request.send(body);
  });

/** Uploads a file. @throws {errCode, errMsg} of the way, of the service, or what `abort` was aborted with */
export const uploadToCloud = (
  route: string,
  file: Blob,
  onProgress: (sent: number) => void,
  abort?: AbortSignal,
): Promise<Record<string, unknown>> =>
  travel(async (journey) => {
    await journey.carry(file.size, onProgress);
    return send(route, file, journey, onProgress);
  }, abort);

/** Fetches a file. @throws like uploadToCloud */
export const fetchFile = (
  address: string,
  onProgress: (received: number, expected: number) => void,
  abort?: AbortSignal,
): Promise<Blob> =>
  travel(async ({ signal, carry }) => {
    const response = await fetch(address, { signal }).catch(() => undefined);
    signal.throwIfAborted();
    if (!response?.ok || !response.body) throw failure('fail download failed', { errCode: -1 });
    const expected = Number(response.headers.get('content-length') ?? 0);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let received = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      await carry(value.length, (gone) => onProgress(received + gone, expected));
      received += value.length;
      parts.push(value);
      onProgress(received, expected);
    }
    return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
  }, abort);
