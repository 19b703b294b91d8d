import { brokenLink, isStored, type BrokenLink, type Stored } from './broken-link';
import { headHash, headIdOf, type DailyHead, type RecordHead } from './daily-head';
import { CHAIN_START, type Sha256 } from './event-chain';

/** Where the chain of heads stands. */
export interface HeadLink {
  readonly number: number;
  readonly hash: string;
}

/** Before the first head. */
export const NO_HEAD: HeadLink = { number: 0, hash: CHAIN_START };

/**
 * The stored head, once it follows the one before it; otherwise what does not hold.
 * @throws TypeError for what JSON cannot hold
 */
export const verifiedHead = (previous: HeadLink, head: Stored, sha256: Sha256): DailyHead | BrokenLink => {
  const _id = headIdOf(previous.number + 1);
  if (head['_id'] !== _id) return brokenLink('head.number', { expected: _id, found: head['_id'] });
  const { previousHash, hash } = head;
  if (previousHash !== previous.hash)
    return brokenLink('head.previousHash', { expected: previous.hash, found: previousHash });
  const expected = headHash(head, sha256);
  if (hash !== expected) return brokenLink('head.hash', { expected, found: hash });
  // To a byte what formHead made.
  return head as unknown as DailyHead;
};

/** Whether the record still has the events that a head has of it. @param record undefined when there is none */
export const brokenRecordHead = (
  { version, hash }: RecordHead,
  record: Stored | undefined,
): BrokenLink | null => {
  if (!record) return brokenLink('head.gone', { event: version, expected: hash, found: undefined });
  const events = Array.isArray(record['events']) ? (record['events'] as unknown[]) : [];
  if (events.length < version)
    return brokenLink('head.shorter', { event: version, expected: hash, found: undefined });
  const event = events[version - 1];
  const found = isStored(event) ? event['hash'] : event;
  return found === hash ? null : brokenLink('head.other', { event: version, expected: hash, found });
};
