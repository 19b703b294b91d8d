import { permits } from '../../miniprogram/domain/access/permits';
import { KINDS, SEVERITIES } from '../../miniprogram/domain/catalogue/catalogue';
import { isInternalFile, reasonOf, type Inspection } from '../../miniprogram/domain/inspection/inspection';
import { inspectionSubject } from '../../miniprogram/domain/inspection/inspection-subject';
import { INSPECTION_LIFECYCLE } from '../../miniprogram/domain/inspection/lifecycle';
import type { ChainedEvent } from '../../miniprogram/domain/integrity/event-chain';
import { availableActions } from '../../miniprogram/domain/lifecycle';
import type { Actor } from '../../miniprogram/domain/people/post';

const presentEvent = (event: ChainedEvent) => ({
  kind: event.kind,
  at: event.at,
  by: event.by.name,
  reason: typeof event.data['reason'] === 'string' ? event.data['reason'] : '',
});

/**
 * The whole record for somebody who may read it. To parties and the bureau neither reviewers nor the review's words are told;
 * nobody is told request ids, hashes or file paths.
 */
export const presentInspection = (
  inspection: Inspection,
  supervisorIds: readonly string[],
  actor: Actor,
  urls: ReadonlyMap<string, string>,
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
    author: inspection.author,
    submittedAt: inspection.submittedAt,
    effectiveAt: inspection.effectiveAt,
    findings: inspection.findings.map((finding) => ({
      order: finding.order,
      supplement: finding.supplement,
      photos: finding.photos.map((photo) => ({
        order: photo.order,
        takenAt: photo.takenAt,
        url: urls.get(photo.fileID) ?? null,
      })),
      cited: finding.cited.map(({ kind, text, basis, severity }) => ({
        kind: KINDS[kind],
        text,
        basis,
        severity,
        severityName: SEVERITIES[severity],
      })),
    })),
    reviewers: outsider ? [] : inspection.reviewers,
    recipients: inspection.recipients,
    timeline: inspection.events.filter((event) => !outsider || event.kind === 'submitted').map(presentEvent),
    rejectionReason: outsider ? '' : reasonOf(inspection),
    actions: availableActions(INSPECTION_LIFECYCLE, actor, inspection, subject),
  };
};
export type InspectionView = ReturnType<typeof presentInspection>;
