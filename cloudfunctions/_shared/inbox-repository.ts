import type { InboxBox, InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import { collection, command } from './database';
import { afterCursor, PAGE_SIZE, type Cursor } from './page';

export const INBOX = 'inbox';

/** One more row than a page, newest first. */
export const inboxPage = async (
  personId: string,
  box: InboxBox,
  cursor: Cursor | null,
): Promise<InboxItem[]> =>
  (
    await collection<InboxItem>(INBOX)
      .where(afterCursor({ personId, box }, { field: 'at', direction: 'desc' }, cursor))
      .orderBy('at', 'desc')
      .orderBy('_id', 'desc')
      .limit(PAGE_SIZE + 1)
      .get()
  ).data;

export const inboxCount = async (condition: {
  personId: string;
  box: InboxBox;
  readAt?: null;
}): Promise<number> => (await collection<InboxItem>(INBOX).where(condition).count()).total;

/** Counts stop here: the phone says 99+. */
export const MOST_COUNTED = 100;

/** Like inboxCount, but never looks at more than it can say: at most 100. */
export const inboxCountShort = async (condition: {
  personId: string;
  box: InboxBox;
  readAt?: null;
}): Promise<number> =>
  (await collection<InboxItem>(INBOX).where(condition).field({ _id: true }).limit(MOST_COUNTED).get()).data
    .length;

export const markRead = async (itemId: string, now: string): Promise<void> => {
  await collection<InboxItem>(INBOX)
    .where({ _id: itemId, readAt: null })
    .update({ data: { readAt: now } });
};

/** 待审核 → 已审核: the person's own row becomes this one; whether it was read stays. */
export const moveReviewItem = async ({ _id, box, at, summary }: InboxItem): Promise<void> => {
  await collection<InboxItem>(INBOX)
    .where({ _id })
    .update({ data: { box, at, summary: command.set(summary) } });
};

/** Takes back duties that another has done, or that are done with. */
export const withdrawItems = async (itemIds: readonly string[]): Promise<void> => {
  if (itemIds.length === 0) return;
  await collection<InboxItem>(INBOX)
    .where({ _id: command.in(itemIds), box: command.in(['inspection.toReview', 'inspection.toConfirm']) })
    .remove();
};

/** When each of those it was delivered to first opened the record; null where they have not. */
export const readersOf = async (
  recordId: string,
  box: InboxBox,
): Promise<ReadonlyMap<string, string | null>> => {
  const { data } = await collection<InboxItem>(INBOX).where({ recordId, box }).limit(1000).get();
  return new Map(data.map(({ personId, readAt }) => [personId, readAt]));
};
