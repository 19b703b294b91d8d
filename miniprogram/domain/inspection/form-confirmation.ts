import { permits } from '../access/permits';
import { VERB_NAMES } from '../access/verbs';
import { DomainError } from '../errors';
import { findRepeat, stampCommand } from '../integrity/command';
import { chainEvent, type Sha256 } from '../integrity/event-chain';
import type { Actor } from '../people/post';
import type { InspectionChange } from './form-review';
import { INSPECTION_STATUSES, isConfirmed, type Inspection } from './inspection';
import { inspectionSubject } from './inspection-subject';

export interface ConfirmInspection {
  readonly requestId: string;
  readonly inspectionId: string;
}

/**
 * The partner confirms having been there; it stops nothing, and once is enough (domain.md, Inspection).
 * @throws DomainError access.denied, state.refused once the record was rejected, command.reused
 */
export const formConfirmation = (
  command: ConfirmInspection,
  actor: Actor,
  now: string,
  inspection: Inspection,
  project: { readonly supervisorIds: readonly string[] },
  sha256: Sha256,
): InspectionChange | 'repeated' => {
  const what = VERB_NAMES['inspection.confirm'];
  const stamp = stampCommand('inspection.confirm', command, sha256);
  if (findRepeat(inspection.events, actor.personId, stamp)) return 'repeated';
  if (!permits(actor, 'inspection.confirm', inspectionSubject(inspection, project)))
    throw new DomainError('access.denied', { what });
  if (inspection.status === 'rejected')
    throw new DomainError('state.refused', { state: INSPECTION_STATUSES.rejected, what });
  if (isConfirmed(inspection)) return 'repeated';
  const by = { personId: actor.personId, name: actor.name };
  const event = chainEvent(inspection.events, { kind: 'confirmed', at: now, by, ...stamp, data: {} }, sha256);
  const { version, status, effectiveAt } = inspection;
  return { version, status, effectiveAt, event };
};
