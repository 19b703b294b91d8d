import { recordIdOf } from '../integrity/command';
import type { Sha256 } from '../integrity/event-chain';
import type { EvidenceKind } from './kinds';
import type { MediaType } from './media-types';
import type { Pixels } from './picture-size';

/** Where the phone stood: GCJ-02 degrees, accuracy in metres. */
export interface EvidencePlace {
  readonly lng: number;
  readonly lat: number;
  readonly accuracy: number;
}

/** What WeChat said of a picture: `waiting` until it says it, `unchecked` where it was not or could not be asked. */
export type CheckState = 'unchecked' | 'waiting' | 'pass' | 'review' | 'risky';

/** What of a piece of evidence goes into the record that cites it. */
interface EvidenceFacts {
  readonly kind: EvidenceKind;
  /** Of the stored bytes, hex; the phone told the same before it sent them. */
  readonly sha256: string;
  readonly bytes: number;
  /** How long it plays, as the recorder told; null for what does not play. */
  readonly durationMs: number | null;
  /** By the phone's clock, as told: it may be wrong, and the server's instant stands beside it. */
  readonly takenAt: string;
  /** By the server's clock, when the bytes had been read and kept. */
  readonly receivedAt: string;
  readonly place: EvidencePlace | null;
  /** The evidence of which this photo is a drawn-on or stamped copy; null for an original. */
  readonly annotates: string | null;
  /** Where no client can write. */
  readonly fileID: string;
  /** null where the phone sent none. */
  readonly thumbnailID: string | null;
}

/** 证据: one file that the function read, examined and keeps. Nothing of it changes but who cites it and its check. */
export interface Evidence extends EvidenceFacts {
  readonly _id: string;
  readonly ownerId: string;
  readonly type: MediaType;
  readonly pixels: Pixels | null;
  readonly commandHash: string;
  /** The record it was used in first; null while it is used in none. */
  readonly citedIn: string | null;
  readonly check: { readonly traceId: string | null; readonly state: CheckState };
}

/** 待核: WeChat is not sure of it, or sure that it should not be shown. It stays evidence (docs/decisions/0005). */
export const isDoubtful = (evidence: Pick<Evidence, 'check'> | undefined): boolean =>
  evidence?.check.state === 'review' || evidence?.check.state === 'risky';

/** The manifest's entry in a record. */
export interface CitedEvidence extends EvidenceFacts {
  readonly evidenceId: string;
  /** Place among those of its kind in the finding, from 1; a copy stands where its original does. */
  readonly order: number;
}

/** The `_id` of the same file of the same person under the same command, whenever it is confirmed. */
export const evidenceIdOf = (
  { requestId, sha256: content }: { readonly requestId: string; readonly sha256: string },
  personId: string,
  sha256: Sha256,
): string => recordIdOf('evidence', personId, `${requestId}:${content}`, sha256);

const DAY_MS = 24 * 60 * 60 * 1000;

/** So long it may wait to be cited. */
export const WAITING_DAYS = 7;
/** A day later it goes: whoever cited it in the last moment has long been written. */
const SWEPT_AFTER_DAYS = WAITING_DAYS + 1;

const before = (now: string, days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString();

/** Whether it may still be cited for the first time. */
export const isCitable = ({ receivedAt }: Pick<Evidence, 'receivedAt'>, now: string): boolean =>
  receivedAt > before(now, WAITING_DAYS);

/** Uploads announced before this instant are gone. */
export const uploadsSweptBefore = (now: string): string => before(now, WAITING_DAYS);
/** Evidence received before this instant and cited by nothing goes. */
export const evidenceSweptBefore = (now: string): string => before(now, SWEPT_AFTER_DAYS);
