import { keptFiles, removeKept, sizeOfKept } from './files';

/** How the files of the catalogue begin: what the program keeps and can fetch again. */
export const CATALOGUE_PREFIX = 'catalogue-';

const cachedFiles = async (): Promise<string[]> =>
  (await keptFiles()).filter((name) => name.startsWith(CATALOGUE_PREFIX));

/** As people say it: 没有缓存, 126 KB, 1.2 MB. Settings, favourites and unsent work are not among it. */
export const cacheSize = async (): Promise<string> => {
  const sizes = await Promise.all((await cachedFiles()).map(sizeOfKept));
  if (sizes.length === 0) return '没有缓存';
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  return kilobytes < 1024
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1)} MB`;
};

export const clearCache = async (): Promise<void> => {
  for (const name of await cachedFiles()) await removeKept(name);
};
