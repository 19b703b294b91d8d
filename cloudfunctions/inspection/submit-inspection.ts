import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { inboxItemsFor } from '../../miniprogram/domain/inbox/inbox-item';
import {
  formInspection,
  inspectionIdOf,
  stampSubmission,
  type SubmitInspection,
} from '../../miniprogram/domain/inspection/form-inspection';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { INSPECTION_LIMITS } from '../../miniprogram/domain/inspection/limits';
import { findRepeat } from '../../miniprogram/domain/integrity/command';
import { isInForce, type PartyPost, type Post, type StationPost } from '../../miniprogram/domain/people/post';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { requireOpenFor } from '../../miniprogram/domain/project/project-state';
import { CATALOGUE } from '../_shared/catalogue';
import { defineAction } from '../_shared/define-action';
import { sha256 } from '../_shared/hash';
import { isFirst, personIds, recordId, requestId } from '../_shared/inputs';
import { postsOfPeople } from '../_shared/people-repository';
import { tell, tellMissing, tellSafely } from '../_shared/tell';
import { evidenceByIds, markCited } from '../evidence/evidence-repository';
import { projectById } from '../project/project-repository';
import { insertInspection, inspectionById } from './inspection-repository';

const limits = INSPECTION_LIMITS;

const finding = v.strictObject({
  evidenceIds: v.pipe(v.array(recordId), v.maxLength(2 * limits.evidencePerFinding)),
  catalogueIds: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(32))),
    v.maxLength(limits.catalogueEntriesPerFinding),
    v.checkItems(isFirst),
  ),
  supplement: v.pipe(v.string(), v.maxLength(limits.supplementLength)),
  severity: v.picklist(['general', 'serious', 'major']),
  unitId: v.nullable(recordId),
  action: v.picklist(['rectify', 'partialStop', 'stop', 'badConduct']),
  days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.days))),
});

const attendance = v.strictObject({
  unitId: recordId,
  name: v.pipe(v.string(), v.maxLength(limits.attendantLength)),
  signatureId: v.nullable(recordId),
  refusal: v.pipe(v.string(), v.maxLength(limits.refusalLength)),
});

/**
 * 监督上报 · 立即提交. One atomic write, the record with its first event; its `_id` is the receipt.
 * Database waves: binding; posts, project, named people, evidence and an earlier try together; the record; the
 * inboxes and the evidence's marks.
 */
export const submitInspection = defineAction({
  input: v.strictObject({
    requestId,
    projectId: recordId,
    type: v.picklist(['quality', 'safety', 'comprehensive']),
    part: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.partLength)),
    isClear: v.boolean(),
    findings: v.pipe(v.array(finding), v.maxLength(limits.findings)),
    attendance: v.nullable(attendance),
    reviewerIds: personIds(limits.reviewers),
    recipientIds: personIds(limits.recipients),
    partnerId: v.nullable(recordId),
    previousId: v.nullable(recordId),
  }),
  load: async (command, personId) => {
    const { partnerId, previousId } = command;
    const named = [
      ...command.reviewerIds,
      ...command.recipientIds,
      ...(partnerId === null ? [] : [partnerId]),
    ];
    const [project, posts, earlier, previous, evidence] = await Promise.all([
      projectById(command.projectId),
      postsOfPeople(named),
      inspectionById(inspectionIdOf(command, personId, sha256)),
      previousId === null ? null : inspectionById(previousId),
      evidenceByIds(evidenceNamed(command)),
    ]);
    return { project, posts, earlier, previous, evidence };
  },
  async run({ actor, now, loaded: { project, posts, earlier, previous, evidence } }, command) {
    const requireSameCommand = (inspection: Inspection): void => {
      const repeat = findRepeat(inspection.events, actor.personId, stampSubmission(command, sha256));
      if (!repeat) throw new DomainError('inspection.resubmittedAlready');
    };
    if (earlier) {
      requireSameCommand(earlier);
      await tellSafely(tellMissing(inboxItemsFor(earlier)));
      return receiptOf(earlier);
    }
    if (!project || !permits(actor, 'inspection.submit', projectSubject(project))) {
      throw new DomainError('input.projectUnavailable');
    }
    requireOpenFor('inspection.submit', project);
    const inForce = posts.filter((post) => isInForce(post, now));
    const inspection = formInspection(command, actor, now, {
      project,
      reviewerPosts: inForce.filter(isStationPost),
      recipientPosts: inForce.filter(isPartyPost),
      partnerPosts: inForce.filter(isStationPost),
      previous,
      catalogue: CATALOGUE,
      evidence,
      sha256,
    });
    if (!(await insertInspection(inspection))) {
      const winner = await inspectionById(inspection._id);
      // Another record took the same evidence in the same instant.
      if (!winner) throw new DomainError('evidence.used', { what: '其中的照片、视频或录音' });
      requireSameCommand(winner);
      // Whoever wrote it is telling at this moment; to tell once more would only make this answer wait.
      return receiptOf(winner);
    }
    const claimed = inspection.claims.filter((id) => id !== inspection._id);
    await tellSafely(Promise.all([tell(inboxItemsFor(inspection)), markCited(claimed, inspection._id)]));
    return receiptOf(inspection);
  },
});

const evidenceNamed = ({
  findings,
  attendance: signed,
}: Pick<SubmitInspection, 'findings' | 'attendance'>): string[] => [
  ...findings.flatMap(({ evidenceIds }) => evidenceIds),
  ...(signed?.signatureId ? [signed.signatureId] : []),
];

const isStationPost = (post: Post): post is StationPost => post.kind === 'station';
const isPartyPost = (post: Post): post is PartyPost => post.kind === 'party';

const receiptOf = (inspection: Inspection) => ({
  inspectionId: inspection._id,
  submittedAt: inspection.submittedAt,
  isReviewed: inspection.reviewers.length > 0,
});
