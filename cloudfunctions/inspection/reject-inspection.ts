import { defineAction } from '../_shared/define-action';
import { rejectionInput, reviewInspection } from './review-inspection';
import { findInspection } from './visible-inspection';

/** 审核未通过: never without a reason. */
export const rejectInspection = defineAction({
  input: rejectionInput,
  load: ({ inspectionId }) => findInspection(inspectionId),
  run: (context, command) => reviewInspection('reject', context, command),
});
