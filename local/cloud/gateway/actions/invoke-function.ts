import type { Caller } from '../../functions/invocation';
import { badRequest, WireError } from '../errors';
import { textOf, type Action } from '../action';

/** The service's bound on what functions hand each other. */
const MAX_BYTES = 6 * 1024 * 1024;

const NOBODY: Caller = { openid: '', appid: '', source: '' };

/** A function that calls a function hands its caller on; the administration's call has none. */
export const invokeFunction: Action = async ({ functions }, body) => {
  const running = functions.runningOf(body['wxCloudApiToken']);
  const event = requireEvent(textOf(body, 'request_data'));
  const name = textOf(body, 'function_name');
  const { text } = await functions.invoke(name, event, running?.caller ?? NOBODY, running);
  requireSize(text, 'the answer');
  return { data: { response_data: text } };
};

const requireSize = (text: string, what: string): void => {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', `${what} is larger than 6 MB`);
  }
};

const requireEvent = (text: string): string => {
  requireSize(text, 'request_data');
  try {
    JSON.parse(text);
  } catch {
    throw badRequest('request_data is no JSON');
  }
  return text;
};
