import type { Chained, DailyHead, HeadCursor, Stretch } from '../../miniprogram/domain/integrity/daily-head';
import { collection, command, insertOnce } from '../_shared/database';

const HEADS = 'dailyHeads';

/** Of a record what its head is made of. */
export interface ChangedRecord {
  readonly _id: string;
  readonly changedAt: string;
  /** Missing where somebody broke it. */
  readonly events?: null | readonly { readonly hash: string }[];
}
const HEAD_FIELDS = { changedAt: true, 'events.hash': true };

export const lastHead = async (): Promise<DailyHead | null> =>
  (await collection<DailyHead>(HEADS).where({}).orderBy('_id', 'desc').limit(1).get()).data[0] ?? null;

/** @returns false when a head of this number stands already */
export const insertHead = (head: DailyHead): Promise<boolean> => insertOnce(HEADS, head);

const within = ({ from, before }: Stretch): object =>
  command.and({ changedAt: command.gte(from) }, { changedAt: command.lt(before) });

/** The first change within the stretch that was a record's last; null when there is none. */
export const firstChangeIn = async (name: Chained, stretch: Stretch): Promise<string | null> => {
  const { data } = await collection<ChangedRecord>(name)
    .where(within(stretch))
    .orderBy('changedAt', 'asc')
    .limit(1)
    .field({ changedAt: true })
    .get();
  return data[0]?.changedAt ?? null;
};

const inOrder = async (name: Chained, condition: object, limit: number): Promise<ChangedRecord[]> =>
  limit === 0
    ? []
    : (
        await collection<ChangedRecord>(name)
          .where(condition)
          .orderBy('changedAt', 'asc')
          .orderBy('_id', 'asc')
          .limit(limit)
          .field(HEAD_FIELDS)
          .get()
      ).data;

/**
 * Records changed last within the stretch, in the order of the cursor. Two questions where one goes on: each is a
 * stretch of the index, however many were changed in the same instant.
 */
export const changedWithin = async (
  name: Chained,
  stretch: Stretch,
  after: Pick<HeadCursor, 'changedAt' | 'recordId'> | null,
  limit: number,
): Promise<ChangedRecord[]> => {
  if (after === null) return inOrder(name, within(stretch), limit);
  const { changedAt, recordId } = after;
  const alike = await inOrder(name, { changedAt, _id: command.gt(recordId) }, limit);
  const later = command.and({ changedAt: command.gt(changedAt) }, { changedAt: command.lt(stretch.before) });
  return [...alike, ...(await inOrder(name, later, limit - alike.length))];
};
