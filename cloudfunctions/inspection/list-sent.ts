import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { cursor } from '../_shared/inputs';
import { pageOf } from '../_shared/page';
import { inspectionsBy } from './inspection-repository';
import { sentRow, withThumbnails } from './present-row';

/** 我发送的: 待审核 / 审核通过 (also those that needed no review) / 审核未通过. */
export const listSent = defineAction({
  input: v.strictObject({ tab: v.picklist(['pendingReview', 'effective', 'rejected']), cursor }),
  load: ({ tab, cursor }, personId) => inspectionsBy(personId, tab, cursor),
  run: ({ loaded: found }) => withThumbnails(pageOf(found, (inspection) => inspection.submittedAt, sentRow)),
});
