import { refuse, type Api, type Parameters } from './api';

/** What a value may be, by the type its key begins with (发送订阅消息, 参数值内容限制). */
const VALUE_RULES: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n]{1,20}$/u,
  number: /^-?\d{1,32}(\.\d{1,32})?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?(~(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?)?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2}(:\d{2})?)?(~\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2}(:\d{2})?)?)?$/,
  amount: /^[^\d\s]?\d{1,10}(\.\d{1,2})?元?$/u,
  phone_number: /^[\d+\-#*() ]{1,17}$/,
  car_number: /^\S{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20}|[\p{Script=Han}A-Za-z·]{1,10})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/** The first value that its key's type does not allow. */
const faultOf = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data';
  for (const [key, entry] of Object.entries(data as Record<string, unknown>)) {
    const [, type] = /^([a-z_]+?)\d+$/.exec(key) ?? [];
    const rule = type === undefined ? undefined : VALUE_RULES[type];
    const value = (entry as { value?: unknown } | null)?.value;
    if (!rule || (typeof value !== 'string' && typeof value !== 'number') || !rule.test(String(value))) {
      return `data.${key}.value`;
    }
  }
  return undefined;
};

const isOneOf = (value: unknown, allowed: readonly string[]): boolean =>
  value === undefined || allowed.includes(String(value));

const faultOfCall = ({ miniprogram_state, lang, page }: Parameters): string | undefined => {
  if (!isOneOf(miniprogram_state, STATES)) return 'miniprogram_state';
  if (!isOneOf(lang, LANGUAGES)) return 'lang';
  return page === undefined || (typeof page === 'string' && !page.startsWith('/')) ? undefined : 'page';
};

/** subscribeMessage.send: one send an accept; one bad value fails the whole message. */
export const sendSubscribeMessage: Api = ({ wechat }, parameters) => {
  const { touser, template_id: templateId, page = '', data } = parameters;
  if (typeof touser !== 'string' || touser === '') return refuse(40003, 'invalid openid');
  if (typeof templateId !== 'string' || templateId === '') return refuse(40037, 'invalid template_id');
  const fault = faultOfCall(parameters) ?? faultOf(data);
  if (fault) return refuse(47003, `argument invalid! ${fault} invalid`);
  if (!wechat.useAccept(touser, templateId)) return refuse(43101, 'user refuse to accept the msg');
  wechat.record('message', { openid: touser, templateId, page, data });
  return { errcode: 0, errmsg: 'ok' };
};
