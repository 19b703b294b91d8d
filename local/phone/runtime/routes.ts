import { failure } from './wx/api';

export interface Address {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** `a=1&b=2`; WeChat hands values over as they were written. */
const queryOf = (search: string): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const part of search.split('&').filter(Boolean)) {
    const [, key = '', value = ''] = /^([^=]*)=?(.*)$/.exec(part) ?? [];
    query[key] = value;
  }
  return query;
};

/** @param current the page that a relative path starts from */
export const addressOf = (url: string, current: string): Address => {
  const [, route = '', search = ''] = /^([^?]*)\??(.*)$/.exec(url) ?? [];
  return { path: new URL(route, `http://page/${current}`).pathname.slice(1), query: queryOf(search) };
};

/** @throws {errMsg} for a page that does not exist, as WeChat fails */
export const knownAddress = (url: string, current: string, pages: ReadonlySet<string>): Address => {
  const address = addressOf(url, current);
  if (!pages.has(address.path)) throw failure(`fail page "${address.path}" is not found`);
  return address;
};

export const urlOf = ({ path, query }: Address): string => {
  const parts = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return `/${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
};
