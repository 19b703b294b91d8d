import type { Lifecycle } from '../lifecycle';
import { INSPECTION_STATUSES, type InspectionStatus } from './inspection';

export type InspectionAction = 'approve' | 'reject';

/** 审核通过 and 审核未通过; nothing leads out of either. Source: domain.md, Lifecycles, Inspection. */
export const INSPECTION_LIFECYCLE = {
  transitions: {
    approve: { from: ['pendingReview'], to: 'effective', verb: 'inspection.review' },
    reject: { from: ['pendingReview'], to: 'rejected', verb: 'inspection.review' },
  },
  statusNames: INSPECTION_STATUSES,
} as const satisfies Lifecycle<InspectionStatus, InspectionAction>;
