import { refuse, type Api, type Parameters } from './api';
import { isTemplateValue } from './template-values';

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/** The first value that its key's type does not allow. */
const faultOf = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data';
  for (const [key, entry] of Object.entries(data as Record<string, unknown>)) {
    if (!isTemplateValue(key, (entry as { value?: unknown } | null)?.value)) return `data.${key}.value`;
  }
  return undefined;
};

const isOneOf = (value: unknown, allowed: readonly string[]): boolean =>
  value === undefined || allowed.includes(String(value));

const faultOfCall = ({ miniprogram_state, lang }: Parameters): string | undefined => {
  if (!isOneOf(miniprogram_state, STATES)) return 'miniprogram_state';
  if (!isOneOf(lang, LANGUAGES)) return 'lang';
  return undefined;
};

/** A page of the program, with parameters or without; none at all leads nowhere. */
const isPage = (page: unknown, pages: readonly string[]): boolean => {
  if (page === '') return true;
  if (typeof page !== 'string' || page.startsWith('/')) return false;
  return pages.length === 0 || pages.includes(page.split('?', 1)[0] ?? '');
};

/** subscribeMessage.send: one send an accept; one bad value fails the whole message. */
export const sendSubscribeMessage: Api = ({ wechat, pages }, parameters) => {
  const { touser, template_id: templateId, page = '', data } = parameters;
  if (typeof touser !== 'string' || touser === '') return refuse(40003, 'invalid openid');
  if (typeof templateId !== 'string' || templateId === '') return refuse(40037, 'invalid template_id');
  if (!isPage(page, pages)) return refuse(41030, 'invalid page');
  const fault = faultOfCall(parameters) ?? faultOf(data);
  if (fault) return refuse(47003, `argument invalid! ${fault} invalid`);
  if (!wechat.useAccept(touser, templateId)) return refuse(43101, 'user refuse to accept the msg');
  wechat.record('message', { openid: touser, templateId, page, data });
  return { errcode: 0, errmsg: 'ok' };
};
