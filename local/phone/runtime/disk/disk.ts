import { openDB, type IDBPDatabase } from 'idb';

/** What one WeChat keeps on this phone: its storage, its files, and what its person allowed. */
export type Shelf = 'storage' | 'files' | 'facts';

const SHELVES: readonly Shelf[] = ['storage', 'files', 'facts'];

let database: IDBPDatabase | undefined;
const pending = new Set<Promise<unknown>>();
/** What could not be written since somebody asked. */
let lost: unknown;

/** @param holder whose WeChat it is: two people on one browser share nothing */
export const openDisk = async (holder: string): Promise<void> => {
  database = await openDB(`wechat-${holder || 'nobody'}`, 1, {
    upgrade: (made) => {
      for (const shelf of SHELVES) made.createObjectStore(shelf);
    },
  });
};

const opened = (): IDBPDatabase => {
  if (!database) throw new Error('the disk is not open');
  return database;
};

export const readShelf = async (shelf: Shelf): Promise<Map<string, unknown>> => {
  const transaction = opened().transaction(shelf);
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  return new Map(keys.map((key, index) => [String(key), values[index] as unknown]));
};

/** Writes all of it or nothing; undefined removes. A failure is told on the console and to whoever asks `settled`. */
export const writeShelf = (shelf: Shelf, changes: Iterable<readonly [string, unknown]>): Promise<void> => {
  const work = (async () => {
    const transaction = opened().transaction(shelf, 'readwrite');
    for (const [key, value] of changes) {
      void (value === undefined ? transaction.store.delete(key) : transaction.store.put(value, key));
    }
    await transaction.done;
  })();
  const told = work
    .catch((error: unknown) => {
      lost = error;
      console.error(`手机的存储没有写成（${shelf}），刷新后会丢失；请检查磁盘空间与浏览器的存储权限`, error);
      throw error;
    })
    .finally(() => pending.delete(told));
  // Most callers write behind: nobody waits for this one, and it was told.
  told.catch(() => undefined);
  pending.add(told);
  return told;
};

/**
 * When everything written so far stands on the disk.
 * @throws what a write failed with since this was asked last
 */
export const settled = async (): Promise<void> => {
  await Promise.allSettled(pending);
  const error = lost;
  lost = undefined;
  if (error !== undefined) throw error;
};
