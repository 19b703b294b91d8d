import type { Caller } from '../../functions/invocation';
import { badRequest } from '../errors';
import { textOf, type Action } from '../action';

const NOBODY: Caller = { openid: '', appid: '', source: '' };

/** A function that calls a function hands its caller on; the administration's call has none. */
export const invokeFunction: Action = async ({ functions }, body) => {
  const token = body['wxCloudApiToken'];
  const caller = typeof token === 'string' ? (functions.callerOf(token)?.caller ?? NOBODY) : NOBODY;
  const { text } = await functions.invoke(
    textOf(body, 'function_name'),
    eventOf(textOf(body, 'request_data')),
    caller,
  );
  return { data: { response_data: text } };
};

const eventOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest('request_data is no JSON');
  }
};
