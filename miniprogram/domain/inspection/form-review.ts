import { findRepeat, stampCommand } from '../integrity/command';
import { chainEvent, type ChainedEvent, type Sha256 } from '../integrity/event-chain';
import { requireTransition } from '../lifecycle';
import type { Actor } from '../people/post';
import type { Inspection, InspectionStatus } from './inspection';
import { inspectionSubject } from './inspection-subject';
import { INSPECTION_LIFECYCLE, type InspectionAction } from './lifecycle';

export interface ReviewInspection {
  readonly requestId: string;
  readonly inspectionId: string;
  /** 审核意见: required for a rejection, '' for an approval without one. */
  readonly reason: string;
}

/** What a review writes; `version` is the one it was decided on and must still stand. */
export interface InspectionChange {
  readonly version: number;
  readonly status: InspectionStatus;
  readonly effectiveAt: string | null;
  readonly event: ChainedEvent;
}

/** The inspection as it stands once the review is written. */
export const reviewedBy = (inspection: Inspection, change: InspectionChange): Inspection => ({
  ...inspection,
  version: change.version + 1,
  status: change.status,
  effectiveAt: change.effectiveAt,
  changedAt: change.event.at,
  events: [...inspection.events, change.event],
});

/**
 * The decision of one reviewer, or `repeated` when this command was carried out before.
 * Policy anyOne: the first decision stands for all.
 * @throws DomainError access.denied, state.refused, command.reused
 */
export const formReview = (
  action: InspectionAction,
  command: ReviewInspection,
  actor: Actor,
  now: string,
  inspection: Inspection,
  project: { readonly supervisorIds: readonly string[] },
  sha256: Sha256,
): InspectionChange | 'repeated' => {
  const stamp = stampCommand(`inspection.${action}`, command, sha256);
  if (findRepeat(inspection.events, actor.personId, stamp)) return 'repeated';
  const { to } = requireTransition(
    INSPECTION_LIFECYCLE,
    action,
    actor,
    inspection,
    inspectionSubject(inspection, project),
  );
  const event = chainEvent(
    inspection.events,
    {
      kind: action === 'approve' ? 'approved' : 'rejected',
      at: now,
      by: { personId: actor.personId, name: actor.name },
      ...stamp,
      data: { reason: command.reason.trim() },
    },
    sha256,
  );
  return { version: inspection.version, status: to, effectiveAt: to === 'effective' ? now : null, event };
};
