import { removeText, storedKeys, storedText, storeText } from '../../disk/storage-disk';
import { api, failure, requireKind, syncApi } from '../api';

/** WeChat's bounds (存储): one key's data, and all of a person's data of one mini program. */
const MAX_ENTRY_BYTES = 1024 * 1024;
const MAX_TOTAL_BYTES = 10 * 1024 * 1024;
const KB = 1024;

/** Encrypted data is apart: it is not read without `encrypt`, and removeStorageSync leaves it; removeStorage does not. */
const nameOf = (key: string, isEncrypted = false): string => `${isEncrypted ? 'encrypted' : 'plain'}:${key}`;
const keyOf = (name: string): string => name.slice(name.indexOf(':') + 1);

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const sizeOf = (name: string): number => bytesOf(keyOf(name)) + bytesOf(storedText(name) ?? '');
const totalBytes = (): number => storedKeys().reduce((sum, name) => sum + sizeOf(name), 0);

/** What JSON cannot tell apart, by the word in front; no JSON begins so. */
const DATE = 'Date:';
const NUMBER = 'Number:';

/**
 * A value as WeChat keeps it: a Date stays a Date, NaN and Infinity numbers; undefined has no JSON, the empty text
 * stands for it. What else has no JSON, a function for instance, is kept as ''.
 */
const textOf = (value: unknown): string => {
  if (value === undefined) return '';
  if (value instanceof Date) return `${DATE}${value.getTime()}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `${NUMBER}${value}`;
  return JSON.stringify(value) ?? '""';
};

const valueOf = (text: string): unknown => {
  if (text === '') return undefined;
  if (text.startsWith(DATE)) return new Date(Number(text.slice(DATE.length)));
  if (text.startsWith(NUMBER)) return Number(text.slice(NUMBER.length));
  return JSON.parse(text) as unknown;
};

export interface Entry {
  readonly key: string;
  readonly data: unknown;
  readonly encrypt?: boolean;
}

const set = ({ key, data, encrypt }: Entry): void => {
  requireKind('key', key, 'String');
  if (key === '') throw failure('fail key should not be empty');
  const text = textOf(data);
  if (bytesOf(text) > MAX_ENTRY_BYTES) throw failure('fail entry size limit reached');
  const name = nameOf(key, encrypt);
  const before = storedText(name) === undefined ? 0 : sizeOf(name);
  if (totalBytes() - before + bytesOf(key) + bytesOf(text) > MAX_TOTAL_BYTES) {
    throw failure('fail exceed storage max size 10Mb');
  }
  storeText(name, text);
};

const clear = (): void => {
  for (const name of storedKeys()) removeText(name);
};

const info = () => ({
  keys: storedKeys().map(keyOf),
  currentSize: Math.ceil(totalBytes() / KB),
  limitSize: MAX_TOTAL_BYTES / KB,
});

export const storage = {
  setStorageSync: syncApi('setStorageSync', (key: string, data: unknown) => set({ key, data })),
  getStorageSync: syncApi('getStorageSync', (key: string): unknown => {
    requireKind('key', key, 'String');
    const text = storedText(nameOf(key));
    return text === undefined ? '' : valueOf(text);
  }),
  removeStorageSync: syncApi('removeStorageSync', (key: string) => {
    requireKind('key', key, 'String');
    removeText(nameOf(key));
  }),
  clearStorageSync: syncApi('clearStorageSync', clear),
  getStorageInfoSync: syncApi('getStorageInfoSync', info),
  setStorage: api('setStorage', (entry: Entry) => {
    set(entry);
    return {};
  }),
  getStorage: api('getStorage', ({ key, encrypt }: { key: string; encrypt?: boolean }) => {
    requireKind('key', key, 'String');
    const text = storedText(nameOf(key, encrypt));
    if (text === undefined) throw failure('fail data not found');
    return { data: valueOf(text) };
  }),
  removeStorage: api('removeStorage', ({ key }: { key: string }) => {
    requireKind('key', key, 'String');
    removeText(nameOf(key));
    removeText(nameOf(key, true));
    return {};
  }),
  clearStorage: api('clearStorage', () => {
    clear();
    return {};
  }),
  getStorageInfo: api('getStorageInfo', info),
};
