import { settings } from '../settings';
import { api, failure } from './api';

/** WeChat's bounds (platform facts 3.5). */
const MAX_KEY_BYTES = 1024 * 1024;

/** Storage belongs to the WeChat that holds the phone. */
const prefix = (): string => `wx:${settings.as}:`;

const getStorageSync = (key: string): unknown => {
  const text = localStorage.getItem(prefix() + key);
  return text === null ? '' : (JSON.parse(text) as unknown);
};

const setStorageSync = (key: string, value: unknown): void => {
  const text = JSON.stringify(value);
  if (text.length > MAX_KEY_BYTES) throw failure('setStorageSync:fail entry size limit reached');
  localStorage.setItem(prefix() + key, text);
};

const removeStorageSync = (key: string): void => localStorage.removeItem(prefix() + key);

export const storage = {
  getStorageSync,
  setStorageSync,
  removeStorageSync,
  getStorage: api('getStorage', ({ key }: { key: string }) => {
    if (localStorage.getItem(prefix() + key) === null) throw failure('fail data not found');
    return { data: getStorageSync(key) };
  }),
  setStorage: api('setStorage', ({ key, data }: { key: string; data: unknown }) => {
    setStorageSync(key, data);
    return {};
  }),
  removeStorage: api('removeStorage', ({ key }: { key: string }) => {
    removeStorageSync(key);
    return {};
  }),
};
