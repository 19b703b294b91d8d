import { createHash } from 'node:crypto';
import type { Caller } from '../functions/invocation';
import { badRequest } from '../gateway/errors';

export const APPID = 'wx0000000000000000';

/** So many people are remembered: their number is hashed once, not with every call. */
const REMEMBERED = 1000;
const openids = new Map<string, string>();

const openidOf = (phone: string): string => {
  const present = openids.get(phone);
  if (present !== undefined) return present;
  const openid = `o${createHash('sha256').update(`openid:${phone}`).digest('base64url').slice(0, 27)}`;
  if (openids.size >= REMEMBERED) openids.clear();
  openids.set(phone, openid);
  return openid;
};

/**
 * Double of WeChat's login: the phone in somebody's hand has one WeChat, named by its number.
 * @throws WireError when nobody holds the phone
 */
export const callerOf = (phone: unknown): Caller => {
  if (typeof phone !== 'string' || !/^\d{11}$/.test(phone))
    throw badRequest('x-wx-holder must be a phone number');
  return { openid: openidOf(phone), appid: APPID, source: 'wx_client' };
};
