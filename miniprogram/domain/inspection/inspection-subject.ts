import type { Subject } from '../access/scopes';
import type { Inspection } from './inspection';

/** The inspection as access sees it; the project's present supervisors come from the project. */
export const inspectionSubject = (
  inspection: Inspection,
  project: { readonly supervisorIds: readonly string[] },
): Subject => ({
  stationId: inspection.stationId,
  projectId: inspection.project.projectId,
  supervisorIds: project.supervisorIds,
  authorId: inspection.authorId,
  ...(inspection.partner ? { partnerId: inspection.partner.personId } : {}),
  reviewerIds: inspection.reviewers.map((person) => person.personId),
  recipientIds: inspection.recipients.map((person) => person.personId),
  isEffective: inspection.status === 'effective',
});
