import { EVIDENCE_KINDS } from '../evidence/kinds';

/** Bounds of one inspection; the page stops at them and the function refuses beyond them. */
export const INSPECTION_LIMITS = {
  /** 抽查部位, characters. */
  partLength: 200,
  /** 问题补充说明, characters. */
  supplementLength: 2000,
  /** 审核意见, characters. */
  reasonLength: 500,
  findings: 10,
  /** 到场人员姓名, characters. */
  attendantLength: 30,
  /** 拒签理由, characters. */
  refusalLength: 200,
  /** 整改期限, days. */
  days: 365,
  photosPerInspection: EVIDENCE_KINDS.photo.perInspection,
  /** Everything of one problem: photos, a drawn-on copy of each, videos and recordings. */
  evidencePerFinding:
    2 * EVIDENCE_KINDS.photo.perFinding + EVIDENCE_KINDS.video.perFinding + EVIDENCE_KINDS.voice.perFinding,
  catalogueEntriesPerFinding: 20,
  reviewers: 20,
  recipients: 100,
} as const;
