import { permits } from '../../miniprogram/domain/access/permits';
import type { Subject } from '../../miniprogram/domain/access/scopes';
import { KINDS, SEVERITIES, SUGGESTED_ACTIONS } from '../../miniprogram/domain/catalogue/catalogue';
import {
  isConfirmed,
  isInternalFile,
  reasonOf,
  type Inspection,
} from '../../miniprogram/domain/inspection/inspection';
import { inspectionSubject } from '../../miniprogram/domain/inspection/inspection-subject';
import { INSPECTION_LIFECYCLE } from '../../miniprogram/domain/inspection/lifecycle';
import type { ChainedEvent } from '../../miniprogram/domain/integrity/event-chain';
import { availableActions } from '../../miniprogram/domain/lifecycle';
import { UNIT_ROLES, type Actor } from '../../miniprogram/domain/people/post';
import { isOpenFor, type ProjectState } from '../../miniprogram/domain/project/project-state';
import { presentAttendance, presentEvidence } from './present-evidence';
import type { SameProblems } from './same-problems';

const presentEvent = (event: ChainedEvent) => ({
  kind: event.kind,
  at: event.at,
  by: event.by.name,
  reason: typeof event.data['reason'] === 'string' ? event.data['reason'] : '',
});

interface Surroundings {
  /** fileID → address */
  readonly urls: ReadonlyMap<string, string>;
  /** Evidence that is 待核; empty for who may not know. */
  readonly doubtful: ReadonlySet<string>;
  /** personId → when they first opened it, null where they have not; empty for who may not know. */
  readonly readers: ReadonlyMap<string, string | null>;
  /** The corrected copy of a rejected record, if there is one. */
  readonly next: Pick<Inspection, '_id'> | null;
  readonly projectState: ProjectState;
  /** What the project had before of the same; null for whoever does not decide. */
  readonly past: SameProblems | null;
}

/** What the person may do: the lifecycle's rows, and what leaves the status as it is. */
const actionsOn = (
  inspection: Inspection,
  actor: Actor,
  subject: Subject,
  { next, projectState }: Pick<Surroundings, 'next' | 'projectState'>,
) => [
  ...availableActions(INSPECTION_LIFECYCLE, actor, inspection, subject),
  ...(permits(actor, 'inspection.confirm', subject) &&
  inspection.status !== 'rejected' &&
  !isConfirmed(inspection)
    ? (['confirm'] as const)
    : []),
  ...(permits(actor, 'inspection.resubmit', subject) &&
  permits(actor, 'inspection.submit', subject) &&
  isOpenFor('inspection.submit', projectState) &&
  inspection.status === 'rejected' &&
  !next
    ? (['resubmit'] as const)
    : []),
];

/**
 * The whole record for somebody who may read it. To parties and the bureau neither reviewers nor the review's words are told;
 * nobody is told request ids, hashes or file paths.
 */
export const presentInspection = (
  inspection: Inspection,
  supervisorIds: readonly string[],
  actor: Actor,
  { urls, doubtful, readers, past, ...surroundings }: Surroundings,
) => {
  const subject = inspectionSubject(inspection, { supervisorIds });
  const outsider = !permits(actor, 'inspection.readReview', subject);
  return {
    inspectionId: inspection._id,
    status: inspection.status,
    isInternal: isInternalFile(inspection),
    project: inspection.project,
    stationName: inspection.stationName,
    type: inspection.type,
    part: inspection.part,
    isClear: inspection.isClear,
    author: inspection.author,
    partner: inspection.partner && { ...inspection.partner, isConfirmed: isConfirmed(inspection) },
    citedIds: outsider ? [] : inspection.citedIds,
    past,
    previous: outsider ? null : inspection.previous,
    nextId: outsider ? null : (surroundings.next?._id ?? null),
    submittedAt: inspection.submittedAt,
    effectiveAt: inspection.effectiveAt,
    findings: inspection.findings.map((finding) => ({
      order: finding.order,
      supplement: finding.supplement,
      severity: finding.severity,
      severityName: SEVERITIES[finding.severity],
      unit: finding.unit && { name: finding.unit.unitName, role: UNIT_ROLES[finding.unit.unitRole] },
      actionName: SUGGESTED_ACTIONS[finding.action],
      days: finding.days,
      ...presentEvidence(finding.evidence, urls, doubtful),
      cited: finding.cited.map(({ kind, text, basis, severity }) => ({
        kind: KINDS[kind],
        text,
        basis,
        severity,
        severityName: SEVERITIES[severity],
      })),
    })),
    attendance: presentAttendance(inspection.attendance, urls),
    reviewers: outsider ? [] : inspection.reviewers,
    /** Whether the person may know who opened it. */
    tellsReaders: !outsider && inspection.effectiveAt !== null,
    recipients: inspection.recipients.map((person) => ({
      ...person,
      readAt: readers.get(person.personId) ?? null,
    })),
    timeline: inspection.events.filter((event) => !outsider || event.kind === 'submitted').map(presentEvent),
    rejectionReason: outsider ? '' : reasonOf(inspection),
    actions: actionsOn(inspection, actor, subject, surroundings),
  };
};
export type InspectionView = ReturnType<typeof presentInspection>;
