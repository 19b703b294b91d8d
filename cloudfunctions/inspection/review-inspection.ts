import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import { deliveriesOf, inboxItemId, reviewedItemFor } from '../../miniprogram/domain/inbox/inbox-item';
import {
  formReview,
  reviewedBy,
  type ReviewInspection,
} from '../../miniprogram/domain/inspection/form-review';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { INSPECTION_LIMITS } from '../../miniprogram/domain/inspection/limits';
import type { InspectionAction } from '../../miniprogram/domain/inspection/lifecycle';
import type { Actor } from '../../miniprogram/domain/people/post';
import type { RunContext } from '../_shared/define-action';
import { sha256 } from '../_shared/hash';
import { moveReviewItem, withdrawItems } from '../_shared/inbox-repository';
import { recordId, requestId } from '../_shared/inputs';
import { tell, tellMissing, tellSafely } from '../_shared/tell';
import { applyInspectionChange } from './inspection-repository';
import { requireVisible, type FoundInspection } from './visible-inspection';

const reasonText = v.pipe(v.string(), v.trim(), v.maxLength(INSPECTION_LIMITS.reasonLength));

export const approvalInput = v.strictObject({ requestId, inspectionId: recordId, reason: reasonText });
export const rejectionInput = v.strictObject({
  requestId,
  inspectionId: recordId,
  reason: v.pipe(reasonText, v.nonEmpty()),
});

/** What 审核通过 and 审核未通过 share; they differ in the transition and in whether a reason is required. */
export const reviewInspection = async (
  action: InspectionAction,
  { actor, now, loaded }: RunContext<FoundInspection | null>,
  command: ReviewInspection,
) => {
  const { inspection, project } = requireVisible(loaded, actor);
  const change = formReview(action, command, actor, now, inspection, project, sha256);
  if (change === 'repeated') {
    await tellSafely(tellReviewed(inspection, actor, tellMissing));
    return { inspectionId: inspection._id, status: inspection.status };
  }
  if (!(await applyInspectionChange(inspection._id, change))) throw new DomainError('record.changed');
  const reviewed = reviewedBy(inspection, change);
  await tellSafely(tellReviewed(reviewed, actor, tell));
  return { inspectionId: reviewed._id, status: reviewed.status };
};

/** Nobody confirms what was rejected. */
const unneededConfirmation = ({ _id, status, partner }: Inspection): string[] =>
  partner && status === 'rejected' ? [inboxItemId(_id, 'inspection.toConfirm', partner.personId)] : [];

/** The decider's row moves to 已审核, the others' duty is withdrawn, recipients get what became effective. */
const tellReviewed = (
  inspection: Inspection,
  actor: Actor,
  tellRecipients: typeof tell,
): Promise<unknown> => {
  const others = inspection.reviewers.filter((reviewer) => reviewer.personId !== actor.personId);
  return Promise.all([
    moveReviewItem(reviewedItemFor(inspection, actor.personId)),
    withdrawItems([
      ...others.map(({ personId }) => inboxItemId(inspection._id, 'inspection.toReview', personId)),
      ...unneededConfirmation(inspection),
    ]),
    // The partner's row stands since the submission: with it the whole batch would be refused.
    tellRecipients(deliveriesOf(inspection)),
  ]);
};
