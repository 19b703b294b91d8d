import {
  DUTIES,
  inboxItemIds,
  type InboxBox,
  type InboxItem,
} from '../../miniprogram/domain/inbox/inbox-item';
import { isAmong } from '../../miniprogram/domain/access/reach';
import { reachOf } from '../../miniprogram/domain/inbox/inbox-reach';
import type { Actor } from '../../miniprogram/domain/people/post';
import { collection, command } from './database';
import { afterCursor, pageOf, PAGE_SIZE, type Cursor, type Page } from './page';
import { searchPage } from './search-pages';

export const INBOX = 'inbox';

interface InboxQuestion {
  readonly actor: Actor;
  /** Several are one list, in the order of time. */
  readonly boxes: readonly InboxBox[];
  /** Of askedWords; none for the whole list. */
  readonly words?: readonly string[];
  readonly cursor: Cursor | null;
}

/** Which rows of a box the person may see; null for none. */
const visibleRows = (box: InboxBox, actor: Actor): object | null => {
  const reach = reachOf(box, actor);
  const own = { personId: actor.personId, box };
  const [field, ids] =
    'stations' in reach ? ['stationId', reach.stations] : ['project.projectId', reach.projectIds];
  if (ids === 'all') return own;
  return ids.length > 0 ? { ...own, [field]: command.in(ids) } : null;
};

const isVisible = (actor: Actor, { box, stationId, project }: InboxItem): boolean => {
  const reach = reachOf(box, actor);
  return 'stations' in reach
    ? isAmong(reach.stations, stationId)
    : reach.projectIds.includes(project.projectId);
};

const rowsWithin = async (condition: object, cursor: Cursor | null, limit: number): Promise<InboxItem[]> =>
  (
    await collection<InboxItem>(INBOX)
      .where(afterCursor(condition, { field: 'at', direction: 'desc' }, cursor))
      .orderBy('at', 'desc')
      .orderBy('_id', 'desc')
      .limit(limit)
      .get()
  ).data;

const newestFirst = (a: InboxItem, b: InboxItem): number =>
  a.at === b.at ? (a._id < b._id ? 1 : -1) : a.at < b.at ? 1 : -1;

/** The first of several lists that are one, newest first. */
const firstOf = async (
  conditions: readonly (object | null)[],
  cursor: Cursor | null,
  limit: number,
): Promise<InboxItem[]> => {
  const lists = await Promise.all(
    conditions.map((condition) => (condition ? rowsWithin(condition, cursor, limit) : [])),
  );
  return lists.flat().sort(newestFirst).slice(0, limit);
};

const atOf = ({ at }: InboxItem): string => at;

/** A page of the person's rows that they may still see, newest first. */
export const inboxPage = async (question: InboxQuestion): Promise<Page<InboxItem>> => {
  const { actor, boxes, words = [], cursor } = question;
  const [first] = words;
  if (first === undefined) {
    const visible = boxes.map((box) => visibleRows(box, actor));
    return pageOf(await firstOf(visible, cursor, PAGE_SIZE + 1), atOf);
  }
  // Found by the word alone: where they lie is looked at with the other words.
  const withWord = boxes.map(
    (box) => visibleRows(box, actor) && { personId: actor.personId, box, words: first },
  );
  return searchPage({
    cursor,
    candidates: (from, limit) => firstOf(withWord, from, limit),
    isFound: (item) => isVisible(actor, item) && words.every((word) => item.words.includes(word)),
    keyOf: atOf,
  });
};

/** Counts stop here: the phone says 99+. */
export const MOST_COUNTED = 100;

/** How many rows of the box the person may see, up to 100. @param more which of them */
const countOf = async (actor: Actor, box: InboxBox, more: object = {}): Promise<number> => {
  const condition = visibleRows(box, actor);
  if (!condition) return 0;
  const { data } = await collection<InboxItem>(INBOX)
    .where({ ...condition, ...more })
    .field({ _id: true })
    .limit(MOST_COUNTED)
    .get();
  return data.length;
};

/** What waits for the person, each up to 100: duties not done, and what was delivered and not read. */
export const waitingFor = async (actor: Actor) => {
  const [toReview, toConfirm, delivered] = await Promise.all([
    countOf(actor, 'inspection.toReview'),
    countOf(actor, 'inspection.toConfirm'),
    countOf(actor, 'inspection.delivered', { readAt: null }),
  ]);
  return { toReview, toConfirm, delivered };
};

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
