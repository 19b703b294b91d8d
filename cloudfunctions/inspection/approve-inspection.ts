import { defineAction } from '../_shared/define-action';
import { approvalInput, reviewInspection } from './review-inspection';
import { findInspection } from './visible-inspection';

/** 审核通过 */
export const approveInspection = defineAction({
  input: approvalInput,
  load: ({ inspectionId }) => findInspection(inspectionId),
  run: (context, command) => reviewInspection('approve', context, command),
});
