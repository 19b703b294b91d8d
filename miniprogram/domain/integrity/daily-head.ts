import { dayOf, daysAfter, startOf } from '../instants';
import { canonicalJson } from './canonical-json';
import { CHAIN_START, type Sha256 } from './event-chain';

/** The collections whose records have chains of events. */
export const CHAINED = ['projects', 'inspections'] as const;
export type Chained = (typeof CHAINED)[number];

/** How far a record's chain had come. */
export interface RecordHead {
  readonly collection: Chained;
  readonly recordId: string;
  /** How many events it had. */
  readonly version: number;
  /** Of the last of them. */
  readonly hash: string;
}

/** Behind which record a part of a day goes on. */
export interface HeadCursor {
  readonly collection: Chained;
  readonly changedAt: string;
  readonly recordId: string;
}

/** Records of one part: 1000 of the longest ids are 220 KB, and no query answers more. */
export const MOST_RECORDS = 1000;

/**
 * 日头: the chains that were changed last on one day, chained to the head before. Head follows head by number; a day
 * on which nothing was changed has none, a day with more records than one document takes has several parts.
 */
export interface DailyHead {
  /** The number, eight digits: their order is that of the ids. */
  readonly _id: string;
  /** From 1, none left out. */
  readonly number: number;
  /** In Asia/Shanghai. */
  readonly day: string;
  /** From 1. */
  readonly part: number;
  readonly formedAt: string;
  readonly records: readonly RecordHead[];
  /** Where the next part goes on; null when the day is complete. */
  readonly through: HeadCursor | null;
  readonly previousHash: string;
  readonly hash: string;
}

export const headIdOf = (number: number): string => String(number).padStart(8, '0');

/** `SHA-256(previous head's hash ‖ canonical JSON of everything else)`. @param head with whatever it was stored with */
export const headHash = (head: Readonly<Record<string, unknown>>, sha256: Sha256): string => {
  const covered = Object.entries(head).filter(([key]) => !['_id', 'previousHash', 'hash'].includes(key));
  return sha256(String(head['previousHash']) + canonicalJson(Object.fromEntries(covered)));
};

/** Which part of which day comes next. */
export interface HeadPlace {
  readonly day: string;
  readonly part: number;
  readonly after: HeadCursor | null;
}

/**
 * A record is dated when its command begins and written before its function's minute ends: a day is taken up so long
 * after its end that nothing comes to it any more.
 */
const SETTLED_MS = 10 * 60 * 1000;

/** Instants from one on to before another. */
export interface Stretch {
  readonly from: string;
  readonly before: string;
}

/** The day's. */
export const stretchOf = (day: string): Stretch => ({
  from: startOf(day),
  before: startOf(daysAfter(day, 1)),
});

/**
 * Where what has no head yet is looked for: from the day behind the last head's up to the end of the last that is over.
 * @param last whose day is complete
 * @param now instant, ISO
 */
export const openStretch = (last: DailyHead | null, now: string): Stretch => {
  const today = dayOf(new Date(Date.parse(now) - SETTLED_MS).toISOString());
  const before = startOf(today);
  if (!last) return { from: '', before };
  // A clock that was set back: what is written since belongs to days that have their heads already.
  return last.day < today
    ? { from: startOf(daysAfter(last.day, 1)), before }
    : stretchOf(daysAfter(today, -1));
};

/** The head behind `last`. @param now instant, ISO */
export const formHead = (
  last: DailyHead | null,
  { day, part }: HeadPlace,
  { records, through }: Pick<DailyHead, 'records' | 'through'>,
  now: string,
  sha256: Sha256,
): DailyHead => {
  const number = (last?.number ?? 0) + 1;
  const previousHash = last?.hash ?? CHAIN_START;
  const head = { number, day, part, formedAt: now, records, through, previousHash };
  return { _id: headIdOf(number), ...head, hash: headHash(head, sha256) };
};
