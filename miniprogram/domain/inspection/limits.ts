/** Bounds of one inspection; the page stops at them and the function refuses beyond them. */
export const INSPECTION_LIMITS = {
  /** 抽查部位, characters. */
  partLength: 200,
  /** 问题补充说明, characters. */
  supplementLength: 2000,
  /** 审核意见, characters. */
  reasonLength: 500,
  findings: 10,
  /** 整改期限, days. */
  days: 365,
  photosPerFinding: 20,
  photosPerInspection: 60,
  catalogueEntriesPerFinding: 20,
  reviewers: 20,
  recipients: 100,
  /** Bytes of one photo. */
  photoBytes: 20 * 1024 * 1024,
} as const;
