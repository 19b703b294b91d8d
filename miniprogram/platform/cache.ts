/** What the program keeps on the phone and can fetch again; settings and unsent work are not among it. */
const CACHED_KEYS = ['catalogue'];

/** As people say it: 没有缓存, 126 KB, 1.2 MB. The size is all of this program's storage but its settings. */
export const cacheSize = (): string => {
  const { keys, currentSize } = wx.getStorageInfoSync();
  if (!CACHED_KEYS.some((key) => keys.includes(key))) return '没有缓存';
  return currentSize < 1024
    ? `${Math.max(1, Math.round(currentSize))} KB`
    : `${(currentSize / 1024).toFixed(1)} MB`;
};

export const clearCache = (): void => {
  for (const key of CACHED_KEYS) wx.removeStorageSync(key);
};
