import type { InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import { collection, insertOnce, isDuplicateKey } from './database';
import { INBOX } from './inbox-repository';

/**
 * Puts the rows into their people's inboxes, each once: ids are deterministic, one batched add is the usual case,
 * and after a retry only the missing ones are added, all in one more wave.
 */
export const tell = async (items: readonly InboxItem[]): Promise<void> => {
  if (items.length === 0) return;
  try {
    await collection(INBOX).add({ data: items });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await Promise.all(items.map((item) => insertOnce(INBOX, item)));
  }
};

/**
 * The record is written and acknowledged whatever becomes of telling: a failure here is logged, and repeating the
 * command tells again.
 */
export const tellSafely = async (telling: Promise<unknown>): Promise<void> => {
  try {
    await telling;
  } catch (error) {
    console.error('telling failed; the record stands', error);
  }
};
