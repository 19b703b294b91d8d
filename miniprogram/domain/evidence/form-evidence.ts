import { permits } from '../access/permits';
import { VERB_NAMES } from '../access/verbs';
import { DomainError } from '../errors';
import { stampCommand } from '../integrity/command';
import type { Sha256 } from '../integrity/event-chain';
import type { Actor } from '../people/post';
import { evidenceIdOf, type Evidence, type EvidencePlace } from './evidence';
import type { Media } from './examine-media';
import { EVIDENCE_KINDS, evidenceName, type EvidenceKind } from './kinds';

/** What the phone says of the file it sent. */
export interface ConfirmEvidence {
  readonly requestId: string;
  readonly kind: EvidenceKind;
  /** Of the file as it was taken or picked, before anything else happened to it; hex. */
  readonly sha256: string;
  /** As the recorder told; null for what does not play. */
  readonly durationMs: number | null;
  /** Instant by the phone's clock. */
  readonly takenAt: string;
  readonly place: EvidencePlace | null;
  /** The person's own evidence of which this is a drawn-on copy. */
  readonly annotates: string | null;
}

/** What tells a repeat from another file under the same id; the way the bytes came is no part of it. */
export const evidenceHash = (command: ConfirmEvidence, sha256: Sha256): string => {
  const { requestId, kind, sha256: content, durationMs, takenAt, place, annotates } = command;
  return stampCommand(
    'evidence.confirm',
    { requestId, ...{ kind, content, durationMs, takenAt, place, annotates } },
    sha256,
  ).commandHash;
};

/** Not of a project: whoever reports or replies makes it before they say what it is of. */
const NOWHERE = { stationId: '', projectId: '', supervisorIds: [] };

/** A recorder stops a little after its time. */
const GRACE_MS = 1000;

/** What plays says how long, within its kind's bound; what does not play says nothing. */
const requireLength = ({ kind, durationMs }: ConfirmEvidence): void => {
  const { maxSeconds, name } = EVIDENCE_KINDS[kind];
  if (maxSeconds === null && durationMs === null) return;
  if (maxSeconds === null || durationMs === null)
    throw new DomainError('evidence.lengthUnclear', { what: name });
  if (durationMs > maxSeconds * 1000 + GRACE_MS)
    throw new DomainError('evidence.tooLong', { what: name, max: maxSeconds });
};

/**
 * Whether the person may have this file confirmed, before a byte of it is read.
 * @param source the evidence `annotates` names, if there is one
 * @throws DomainError access.denied, evidence.lengthUnclear, evidence.tooLong, evidence.sourceUnknown
 */
export const requireConfirmable = (command: ConfirmEvidence, actor: Actor, source: Evidence | null): void => {
  const { kind, annotates } = command;
  if (!permits(actor, 'evidence.confirm', NOWHERE))
    throw new DomainError('access.denied', { what: VERB_NAMES['evidence.confirm'] });
  requireLength(command);
  if (annotates === null) return;
  const isOwnPhoto = source?.ownerId === actor.personId && source.kind === 'photo' && !source.annotates;
  if (!isOwnPhoto || kind !== 'photo')
    throw new DomainError('evidence.sourceUnknown', { what: evidenceName(kind) });
};

/** What stands in the store, and what was found when its bytes were read. */
export interface KeptFile extends Media {
  readonly bytes: number;
  readonly fileID: string;
  readonly thumbnailID: string | null;
  readonly check: Evidence['check'];
}

/** The document, whole: one write, its `_id` from person, command and content. @param now the server's instant */
export const formEvidence = (
  command: ConfirmEvidence,
  actor: Actor,
  now: string,
  file: KeptFile,
  sha256: Sha256,
): Evidence => ({
  _id: evidenceIdOf(command, actor.personId, sha256),
  ownerId: actor.personId,
  kind: command.kind,
  type: file.type,
  sha256: command.sha256,
  bytes: file.bytes,
  pixels: file.pixels,
  durationMs: command.durationMs,
  takenAt: command.takenAt,
  receivedAt: now,
  place: command.place,
  annotates: command.annotates,
  fileID: file.fileID,
  thumbnailID: file.thumbnailID,
  commandHash: evidenceHash(command, sha256),
  citedIn: null,
  check: file.check,
});
