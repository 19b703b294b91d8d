import { createHash } from 'node:crypto';
import { brokenInspection } from '../../miniprogram/domain/inspection/verify-inspection';
import { brokenLink, type BrokenLink, type Stored } from '../../miniprogram/domain/integrity/broken-link';
import { CHAINED, type Chained } from '../../miniprogram/domain/integrity/daily-head';
import type { Sha256 } from '../../miniprogram/domain/integrity/event-chain';
import { brokenRecordHead, NO_HEAD, verifiedHead } from '../../miniprogram/domain/integrity/verify-head';
import { brokenProject } from '../../miniprogram/domain/project/verify-project';
import { keyOf, type Documents, type Standing } from './snapshot';

const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export const HEADS = 'dailyHeads';

const BROKEN_RECORD: Readonly<Record<Chained, (record: Stored, sha256: Sha256) => BrokenLink | null>> = {
  projects: brokenProject,
  inspections: brokenInspection,
};

/** A link that does not hold, and whose it is. */
export interface Found {
  readonly link: BrokenLink;
  /** Of the record, or of the head where it is the head that does not hold. */
  readonly collection: Chained | typeof HEADS;
  readonly id: string;
  /** As it stands; null when it is gone or cannot be read. */
  readonly document: Stored | null;
  /** The day of the head that knows the record differently; null when the record tells it itself. */
  readonly headDay: string | null;
}

export interface Counted {
  projects: number;
  inspections: number;
  events: number;
  heads: number;
}

export interface LastHead {
  readonly number: number;
  readonly day: string;
  readonly hash: string;
}

export interface Verified {
  /** The first, or null when everything holds. */
  readonly found: Found | null;
  readonly counted: Counted;
  readonly lastHead: LastHead | null;
  /** Records whose last event no head has yet. */
  readonly unheaded: number;
}

export type Collections = Readonly<Record<Chained | typeof HEADS, Documents>>;

/** Told after each so many. */
const STEP = 1000;
export type Progress = (collection: Chained | typeof HEADS, done: number, all: number) => void;

/** Broken beyond any shape is broken. */
const guarded = <T>(check: () => T): T | BrokenLink => {
  try {
    return check();
  } catch (error) {
    return brokenLink('record.shape', { expected: undefined, found: (error as Error).message });
  }
};

const eventsOf = (record: Stored): readonly unknown[] =>
  Array.isArray(record['events']) ? (record['events'] as unknown[]) : [];

const brokenStanding = (collection: Chained, { key, document }: Standing): BrokenLink | null => {
  if (!document) return brokenLink('record.shape', { expected: undefined, found: undefined });
  const expected = keyOf(String(document['_id']));
  if (key !== expected) return brokenLink('record.id', { expected, found: key });
  return guarded(() => BROKEN_RECORD[collection](document, sha256));
};

const idOf = ({ key, document }: Standing): string =>
  String(document?.['_id'] ?? key.slice(keyOf('').length));

/** Each record by itself. */
const brokenAmong = (
  collection: Chained,
  documents: Documents,
  counted: Counted,
  onProgress: Progress,
): Found | null => {
  for (const standing of documents.all()) {
    const link = brokenStanding(collection, standing);
    if (link) return { link, collection, id: idOf(standing), document: standing.document, headDay: null };
    counted[collection] += 1;
    counted.events += standing.document ? eventsOf(standing.document).length : 0;
    if (counted[collection] % STEP === 0) onProgress(collection, counted[collection], documents.size);
  }
  return null;
};

/** Which records have their last event in a head: a byte a position, however many there are. */
type Headed = Readonly<Record<Chained, Uint8Array>>;

/** The chain of heads, and of each that the records still have what it has of them. */
const brokenHeads = (
  collections: Collections,
  headed: Headed,
  counted: Counted,
  onProgress: Progress,
): { readonly found: Found | null; readonly lastHead: LastHead | null } => {
  let last: LastHead | null = null;
  for (const standing of collections[HEADS].all()) {
    const { document } = standing;
    const head = guarded(() =>
      document
        ? verifiedHead(last ?? NO_HEAD, document, sha256)
        : brokenLink('record.shape', { expected: undefined, found: undefined }),
    );
    if ('fault' in head)
      return {
        found: { link: head, collection: HEADS, id: idOf(standing), document, headDay: null },
        lastHead: last,
      };
    for (const record of head.records) {
      const { collection, recordId: id } = record;
      const present = collections[collection].find(id);
      const link = brokenRecordHead(record, present?.document ?? undefined);
      if (link) {
        const found = { link, collection, id, document: present?.document ?? null, headDay: head.day };
        return { found, lastHead: last };
      }
      if (present?.document && eventsOf(present.document).length === record.version)
        headed[collection][present.position] = 1;
    }
    last = head;
    counted.heads += 1;
    if (counted.heads % STEP === 0) onProgress(HEADS, counted.heads, collections[HEADS].size);
  }
  return { found: null, lastHead: last };
};

/** Everything that has a chain, until the first link that does not hold. */
export const verify = (collections: Collections, onProgress: Progress): Verified => {
  const counted: Counted = { projects: 0, inspections: 0, events: 0, heads: 0 };
  for (const collection of CHAINED) {
    const found = brokenAmong(collection, collections[collection], counted, onProgress);
    if (found) return { found, counted, lastHead: null, unheaded: 0 };
  }
  const headed = {
    projects: new Uint8Array(collections.projects.lastPosition + 1),
    inspections: new Uint8Array(collections.inspections.lastPosition + 1),
  };
  const { found, lastHead } = brokenHeads(collections, headed, counted, onProgress);
  const marked = CHAINED.reduce((sum, each) => sum + headed[each].reduce((total, bit) => total + bit, 0), 0);
  return { found, counted, lastHead, unheaded: counted.projects + counted.inspections - marked };
};
