import { dayOf } from '../../miniprogram/domain/instants';
import {
  CHAINED,
  formHead,
  MOST_RECORDS,
  openStretch,
  stretchOf,
  type Chained,
  type DailyHead,
  type HeadCursor,
  type HeadPlace,
  type RecordHead,
} from '../../miniprogram/domain/integrity/daily-head';
import { sha256 } from '../_shared/hash';
import { changedWithin, firstChangeIn, insertHead, lastHead, type ChangedRecord } from './heads-repository';

/** So many a night: a run ends within the function's minute (docs/decisions/0013), and the next night goes on. */
const MOST_HEADS = 200;

const recordHeadOf = (collection: Chained, { _id, events }: ChangedRecord): RecordHead => ({
  collection,
  recordId: _id,
  version: events?.length ?? 0,
  // Without an event it is broken, and found so; the others' heads do not wait for it.
  hash: events?.[events.length - 1]?.hash ?? '',
});

/** As many of the day's records as one head takes, one collection behind the other. */
const partOf = async ({
  day,
  after,
}: HeadPlace): Promise<{ readonly records: readonly RecordHead[]; readonly through: HeadCursor | null }> => {
  const left = CHAINED.slice(after ? CHAINED.indexOf(after.collection) : 0);
  const records: RecordHead[] = [];
  for (const collection of left) {
    const goesOn = after?.collection === collection ? after : null;
    const found = await changedWithin(collection, stretchOf(day), goesOn, MOST_RECORDS - records.length);
    records.push(...found.map((record) => recordHeadOf(collection, record)));
    const last = found[found.length - 1];
    if (last && records.length === MOST_RECORDS)
      return { records, through: { collection, changedAt: last.changedAt, recordId: last._id } };
  }
  return { records, through: null };
};

/** Null when everything is up to the last day that is over. */
const placeBehind = async (last: DailyHead | null, now: string): Promise<HeadPlace | null> => {
  if (last?.through) return { day: last.day, part: last.part + 1, after: last.through };
  const stretch = openStretch(last, now);
  const changes = await Promise.all(CHAINED.map((name) => firstChangeIn(name, stretch)));
  const first = changes.filter((each) => each !== null).sort()[0];
  return first === undefined ? null : { day: dayOf(first), part: 1, after: null };
};

/**
 * Goes on behind the last head that stands: each is one insert under the next number, so a run that is cut off leaves
 * nothing half, and of two runs at once one gives way.
 * @param now instant, ISO
 * @returns how many heads it wrote
 */
export const writeHeads = async (now: string): Promise<number> => {
  let last: DailyHead | null = await lastHead();
  for (let count = 0; count < MOST_HEADS; count += 1) {
    const place = await placeBehind(last, now);
    if (!place) return count;
    const head = formHead(last, place, await partOf(place), now, sha256);
    if (!(await insertHead(head))) return count;
    last = head;
  }
  return MOST_HEADS;
};
