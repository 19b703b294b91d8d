import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { inboxItemsFor } from '../../miniprogram/domain/inbox/inbox-item';
import {
  formInspection,
  inspectionIdOf,
  stampSubmission,
} from '../../miniprogram/domain/inspection/form-inspection';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { INSPECTION_LIMITS } from '../../miniprogram/domain/inspection/limits';
import { findRepeat } from '../../miniprogram/domain/integrity/command';
import { isInForce, type PartyPost, type Post, type StationPost } from '../../miniprogram/domain/people/post';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { CATALOGUE } from '../_shared/catalogue';
import { defineAction } from '../_shared/define-action';
import { sha256 } from '../_shared/hash';
import { fileID, instant, isFirst, personIds, recordId, requestId, sha256Hex } from '../_shared/inputs';
import { postsOfPeople } from '../_shared/people-repository';
import { isUploadOf, temporaryUrls } from '../_shared/storage';
import { tell, tellMissing, tellSafely } from '../_shared/tell';
import { projectById } from '../project/project-repository';
import { insertInspection, inspectionById } from './inspection-repository';

const limits = INSPECTION_LIMITS;

const photo = v.strictObject({
  fileID,
  sha256: sha256Hex,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.photoBytes)),
  order: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.photosPerFinding)),
  takenAt: instant,
});

const finding = v.strictObject({
  photos: v.pipe(v.array(photo), v.maxLength(limits.photosPerFinding)),
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

/**
 * 监督上报 · 立即提交. One atomic write, the record with its first event; its `_id` is the receipt.
 * Database waves: binding; posts, project, named people and an earlier try together; the record; the inboxes.
 */
export const submitInspection = defineAction({
  input: v.strictObject({
    requestId,
    projectId: recordId,
    type: v.picklist(['quality', 'safety', 'comprehensive']),
    part: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.partLength)),
    isClear: v.boolean(),
    findings: v.pipe(v.array(finding), v.maxLength(limits.findings)),
    reviewerIds: personIds(limits.reviewers),
    recipientIds: personIds(limits.recipients),
    partnerId: v.nullable(recordId),
    previousId: v.nullable(recordId),
  }),
  load: async (command, personId) => {
    const fileIDs = command.findings.flatMap(({ photos }) => photos.map((each) => each.fileID));
    const { partnerId, previousId } = command;
    const named = [
      ...command.reviewerIds,
      ...command.recipientIds,
      ...(partnerId === null ? [] : [partnerId]),
    ];
    const [project, posts, earlier, previous, urls] = await Promise.all([
      projectById(command.projectId),
      postsOfPeople(named),
      inspectionById(inspectionIdOf(command, personId, sha256)),
      previousId === null ? null : inspectionById(previousId),
      temporaryUrls(fileIDs),
    ]);
    return { project, posts, earlier, previous, urls };
  },
  async run({ actor, now, loaded: { project, posts, earlier, previous, urls } }, command) {
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
    const inForce = posts.filter((post) => isInForce(post, now));
    const inspection = formInspection(command, actor, now, {
      project,
      reviewerPosts: inForce.filter(isStationPost),
      recipientPosts: inForce.filter(isPartyPost),
      partnerPosts: inForce.filter(isStationPost),
      previous,
      catalogue: CATALOGUE,
      sha256,
    });
    requireWholeUploads(inspection, actor.personId, urls);
    if (!(await insertInspection(inspection))) {
      const winner = await inspectionById(inspection._id);
      if (!winner) throw new DomainError('service.busy');
      requireSameCommand(winner);
      // Whoever wrote it is telling at this moment; to tell once more would only make this answer wait.
      return receiptOf(winner);
    }
    await tellSafely(tell(inboxItemsFor(inspection)));
    return receiptOf(inspection);
  },
});

const isStationPost = (post: Post): post is StationPost => post.kind === 'station';
const isPartyPost = (post: Post): post is PartyPost => post.kind === 'party';

/** Every photo is there, is the sender's own and is named once. */
const requireWholeUploads = (
  inspection: Inspection,
  personId: string,
  urls: ReadonlyMap<string, string>,
): void => {
  const seen = new Set<string>();
  for (const { order, fileID } of inspection.findings.flatMap(({ photos }) => photos)) {
    if (!isUploadOf(personId, fileID)) throw new DomainError('input.fileForeign', { order });
    if (!urls.has(fileID)) throw new DomainError('input.fileMissing', { order });
    if (seen.has(fileID)) throw new DomainError('input.fileTwice', { order });
    seen.add(fileID);
  }
};

const receiptOf = (inspection: Inspection) => ({
  inspectionId: inspection._id,
  submittedAt: inspection.submittedAt,
  isReviewed: inspection.reviewers.length > 0,
});
