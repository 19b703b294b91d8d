import { createHash } from 'node:crypto';
import type { Caller } from '../functions/invocation';
import { badRequest } from '../gateway/errors';

export const APPID = 'wx0000000000000000';

/**
 * Double of WeChat's login: the phone in somebody's hand has one WeChat, named by its number.
 * @throws WireError when nobody holds the phone
 */
export const callerOf = (phone: unknown): Caller => {
  if (typeof phone !== 'string' || !/^\d{11}$/.test(phone))
    throw badRequest('x-wx-holder must be a phone number');
  const digest = createHash('sha256').update(`openid:${phone}`).digest('base64url');
  return { openid: `o${digest.slice(0, 27)}`, appid: APPID, source: 'wx_client' };
};
