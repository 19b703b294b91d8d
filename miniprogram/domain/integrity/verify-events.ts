import { brokenLink, isStored, shown, type BrokenLink, type Stored } from './broken-link';
import { CHAIN_START, firstBrokenLink, linkHash, type ChainedEvent, type Sha256 } from './event-chain';

const EVENT_KEYS = ['at', 'by', 'commandHash', 'data', 'hash', 'kind', 'previousHash', 'requestId'];
const BY_KEYS = ['name', 'personId'];

/** The hash covers what an event has, so it must have that and nothing else. */
const isEvent = (event: unknown): event is ChainedEvent =>
  isStored(event) &&
  isStored(event['by']) &&
  isStored(event['data']) &&
  shown(Object.keys(event).sort()) === shown(EVENT_KEYS) &&
  shown(Object.keys(event['by']).sort()) === shown(BY_KEYS);

/** How many are events, before the first that is none. */
const wellFormed = (events: readonly unknown[]): ChainedEvent[] => {
  const end = events.findIndex((event) => !isEvent(event));
  return (end === -1 ? events : events.slice(0, end)) as ChainedEvent[];
};

/**
 * What the record tells of itself: its events, once their chain holds; otherwise where it breaks first.
 * @param kinds which events such a record may begin with, and which may follow
 * @throws TypeError for what JSON cannot hold
 */
export const verifiedEvents = (
  record: Stored,
  kinds: { readonly first: readonly string[]; readonly later: readonly string[] },
  sha256: Sha256,
): readonly [ChainedEvent, ...ChainedEvent[]] | BrokenLink => {
  const stored = Array.isArray(record['events']) ? (record['events'] as unknown[]) : [];
  const events = wellFormed(stored);
  const broken = firstBrokenLink(events, sha256);
  const event = events[broken];
  if (event) {
    const previousHash = events[broken - 1]?.hash ?? CHAIN_START;
    return event.previousHash === previousHash
      ? brokenLink('event.hash', {
          event: broken + 1,
          expected: linkHash(previousHash, event, sha256),
          found: event.hash,
        })
      : brokenLink('event.previousHash', {
          event: broken + 1,
          expected: previousHash,
          found: event.previousHash,
        });
  }
  if (events.length < stored.length) {
    const found = stored[events.length];
    return brokenLink('event.shape', {
      event: events.length + 1,
      expected: EVENT_KEYS,
      found: isStored(found) ? Object.keys(found).sort() : found,
    });
  }
  const unknown = events.findIndex(
    ({ kind }, index) => !(index === 0 ? kinds.first : kinds.later).includes(kind),
  );
  if (unknown !== -1) {
    return brokenLink('event.kind', {
      event: unknown + 1,
      expected: unknown === 0 ? kinds.first : kinds.later,
      found: events[unknown]?.kind,
    });
  }
  const [first, ...later] = events;
  return first
    ? [first, ...later]
    : brokenLink('event.none', { expected: kinds.first, found: record['events'] });
};

export const isBroken = (result: readonly ChainedEvent[] | BrokenLink): result is BrokenLink =>
  'fault' in result;
