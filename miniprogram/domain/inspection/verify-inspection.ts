import { brokenField, brokenLink, type BrokenLink, type Stored } from '../integrity/broken-link';
import { canonicalJson } from '../integrity/canonical-json';
import type { ChainedEvent, Sha256 } from '../integrity/event-chain';
import { isBroken, verifiedEvents } from '../integrity/verify-events';
import { inspectionIdOf } from './form-inspection';
import { evidenceOf, type Inspection, type InspectionStatus } from './inspection';
import { INSPECTION_LIFECYCLE } from './lifecycle';

/** What stands beside the submitted content: it follows from the events, or is there for lists to find it by. */
const BESIDE: readonly (keyof Inspection)[] = [
  '_id',
  'claims',
  'version',
  'status',
  'words',
  'hasRecipients',
  'effectiveAt',
  'changedAt',
  'events',
];

const KINDS = { first: ['submitted'], later: ['approved', 'rejected', 'confirmed'] };

const contentOf = (record: Stored): Stored =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !(BESIDE as readonly string[]).includes(key)));

const brokenContent = (record: Stored, first: ChainedEvent, sha256: Sha256): BrokenLink | null => {
  const expected = first.data['contentHash'];
  const found = sha256(canonicalJson(contentOf(record)));
  return found === expected ? null : brokenLink('record.content', { event: 1, expected, found });
};

const { approve, reject } = INSPECTION_LIFECYCLE.transitions;

/** Status and time of effect as the events leave them. */
const outcomeOf = (
  { reviewers, submittedAt }: Inspection,
  events: readonly ChainedEvent[],
): { readonly status: InspectionStatus; readonly effectiveAt: string | null } => {
  const decision = events.find(({ kind }) => kind === 'approved' || kind === 'rejected');
  if (decision?.kind === 'approved') return { status: approve.to, effectiveAt: decision.at };
  if (decision) return { status: reject.to, effectiveAt: null };
  return reviewers.length > 0
    ? { status: 'pendingReview', effectiveAt: null }
    : { status: 'effective', effectiveAt: submittedAt };
};

/** A corrected copy claims of its evidence what the rejected record had not; every other record all of it. */
const claimsOf = (inspection: Inspection): readonly string[] => {
  const cited = evidenceOf(inspection).map(({ evidenceId }) => evidenceId);
  const claimed = new Set(inspection.claims);
  return [inspection._id, ...(inspection.previous ? cited.filter((id) => claimed.has(id)) : cited)];
};

/**
 * Whether the stored record is what was submitted and decided: its events' chain, its content by the first event's
 * digest, and what follows from both. `words` alone is nobody's promise.
 * @returns the first thing that does not hold
 * @throws TypeError when it is of no shape at all
 */
export const brokenInspection = (record: Stored, sha256: Sha256): BrokenLink | null => {
  const events = verifiedEvents(record, KINDS, sha256);
  if (isBroken(events)) return events;
  const [first] = events;
  const broken = brokenContent(record, first, sha256);
  if (broken) return broken;
  // The content is, to a byte, what formInspection made.
  const inspection = record as unknown as Inspection;
  const origin = { requestId: first.requestId, previousId: inspection.previous?.inspectionId ?? null };
  return brokenField(record, {
    _id: inspectionIdOf(origin, first.by.personId, sha256),
    authorId: first.by.personId,
    submittedAt: first.at,
    version: events.length,
    ...outcomeOf(inspection, events),
    changedAt: events[events.length - 1]?.at,
    claims: claimsOf(inspection),
    hasRecipients: inspection.recipients.length > 0,
  });
};
