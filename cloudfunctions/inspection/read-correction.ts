import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { evidenceOf, reasonOf, type Finding } from '../../miniprogram/domain/inspection/inspection';
import type { Attendance } from '../../miniprogram/domain/inspection/attendance';
import { inspectionSubject } from '../../miniprogram/domain/inspection/inspection-subject';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { temporaryUrls } from '../_shared/storage';
import { projectById } from '../project/project-repository';
import { correctedCopyOf } from './corrected-copy';
import { filesOf, presentForCorrection } from './present-evidence';
import { nameablePeople } from './nameable-people';
import { findInspection } from './visible-inspection';

/**
 * 更正后重新上报: what its author submitted, to fill in the corrected copy from. Evidence is named by its ids, so that it
 * is not sent again; to nobody but the author.
 */
export const readCorrection = defineAction({
  input: v.strictObject({ inspectionId: recordId }),
  load: ({ inspectionId }) => findInspection(inspectionId),
  async run({ actor, now, loaded }) {
    if (
      !loaded ||
      !permits(actor, 'inspection.resubmit', inspectionSubject(loaded.inspection, loaded.project))
    )
      throw new DomainError('record.notVisible');
    const { inspection } = loaded;
    if (inspection.status !== 'rejected') throw new DomainError('inspection.notRejected');
    const [urls, copy, people] = await Promise.all([
      temporaryUrls(filesOf(evidenceOf(inspection))),
      correctedCopyOf(inspection),
      projectById(inspection.project.projectId).then((project) => nameablePeople(project, actor, now)),
    ]);
    if (copy) throw new DomainError('inspection.resubmittedAlready');
    const { _id, project, type, part, isClear, findings, partner, reviewers, recipients } = inspection;
    return {
      inspectionId: _id,
      reason: reasonOf(inspection),
      projectId: project.projectId,
      people,
      type,
      part,
      isClear,
      findings: findings.map((finding) => presentFinding(finding, urls)),
      attendance: attendanceAgain(inspection.attendance, urls),
      partnerId: partner?.personId ?? null,
      reviewerIds: reviewers.map(({ personId }) => personId),
      recipientIds: recipients.map(({ personId }) => personId),
    };
  },
});

const attendanceAgain = (attendance: Attendance | null, urls: ReadonlyMap<string, string>) =>
  attendance && {
    unitId: attendance.unit.unitId,
    name: attendance.name,
    signature: attendance.signature && (presentForCorrection([attendance.signature], urls)[0] ?? null),
    refusal: attendance.refusal,
  };

const presentFinding = (finding: Finding, urls: ReadonlyMap<string, string>) => {
  const { evidence, cited, supplement, severity, unit, action, days } = finding;
  return {
    evidence: presentForCorrection(evidence, urls),
    // With their words: an entry may have left the catalogue since.
    cited: cited.map(({ id, text }) => ({ id, text })),
    supplement,
    severity,
    unitId: unit?.unitId ?? null,
    action,
    days,
  };
};
