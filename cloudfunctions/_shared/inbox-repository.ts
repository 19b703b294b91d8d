import {
  DUTIES,
  inboxItemIds,
  type InboxBox,
  type InboxItem,
} from '../../miniprogram/domain/inbox/inbox-item';
import { collection, command } from './database';
import { afterCursor, PAGE_SIZE, withWords, type Cursor } from './page';

export const INBOX = 'inbox';

interface InboxQuestion {
  readonly personId: string;
  /** Several are one list, in the order of time. */
  readonly boxes: readonly InboxBox[];
  /** Of askedWords; none for the whole list. */
  readonly words?: readonly string[];
  readonly cursor: Cursor | null;
}

/** One more row than a page, newest first. */
export const inboxPage = async ({
  personId,
  boxes,
  words = [],
  cursor,
}: InboxQuestion): Promise<InboxItem[]> =>
  (
    await collection<InboxItem>(INBOX)
      .where(
        afterCursor(
          withWords({ personId, box: command.in(boxes) }, words),
          { field: 'at', direction: 'desc' },
          cursor,
        ),
      )
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

/** The person opened the record: their own rows of it are read. */
export const markRead = async (recordId: string, personId: string, now: string): Promise<void> => {
  await collection<InboxItem>(INBOX)
    .where({ _id: command.in(inboxItemIds(recordId, personId)), readAt: null })
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
    .where({ _id: command.in(itemIds), box: command.in(DUTIES) })
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
