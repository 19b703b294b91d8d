import type { InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import { collection, insertOnce, isDuplicateKey } from './database';
import { INBOX } from './inbox-repository';

/**
 * Puts the rows of a command's first run into their people's inboxes: ids are deterministic, one batched add. When one
 * of them stands there already, a repeat of the command has overtaken this run and is telling everybody (tellMissing).
 */
export const tell = async (items: readonly InboxItem[]): Promise<void> => {
  if (items.length === 0) return;
  try {
    await collection(INBOX).add({ data: items });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
};

/** What a repeat does, whose first run may have ended anywhere: each row that is missing, all in one wave. */
export const tellMissing = async (items: readonly InboxItem[]): Promise<void> => {
  await Promise.all(items.map((item) => insertOnce(INBOX, item)));
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
