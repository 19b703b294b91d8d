import type { CitedEvidence } from '../evidence/evidence';
import type { Severity } from '../catalogue/catalogue';
import {
  evidenceOf,
  isConfirmed,
  isInternalFile,
  type Inspection,
  type InspectionStatus,
  type InspectionType,
} from '../inspection/inspection';

/** Which list of the person's own an item stands in. */
export const INBOX_BOXES = {
  'inspection.toReview': '待审核',
  'inspection.reviewed': '已审核',
  'inspection.delivered': '下达接收',
  'inspection.toConfirm': '待确认',
} as const;
export type InboxBox = keyof typeof INBOX_BOXES;

/** 待办: where the person has something to do. */
export const DUTIES = ['inspection.toReview', 'inspection.toConfirm'] as const satisfies readonly InboxBox[];

/** 待办 and "mine" lists: one row a person, record and side (my review, my copy). */
export interface InboxItem {
  readonly _id: string;
  readonly personId: string;
  readonly box: InboxBox;
  readonly recordId: string;
  readonly project: Inspection['project'];
  /** The record's: with the project it says where a post must be for the row to be seen (inbox-reach.ts). */
  readonly stationId: string;
  readonly summary: InspectionSummary;
  /** What the list finds it by (domain/search). */
  readonly words: readonly string[];
  /** When it reached the person; lists are ordered by it. */
  readonly at: string;
  readonly readAt: string | null;
}

/** What a list shows of an inspection without opening it. */
export interface InspectionSummary {
  readonly status: InspectionStatus;
  readonly type: InspectionType;
  readonly part: string;
  readonly authorName: string;
  readonly submittedAt: string;
  /** 监督内档 */
  readonly isInternal: boolean;
  /** 未发现问题 */
  readonly isClear: boolean;
  readonly findingCount: number;
  readonly photoCount: number;
  /** Cited entries by severity. */
  readonly generalCount: number;
  readonly seriousCount: number;
  readonly majorCount: number;
  /** fileIDs of the first photos, in order: of their thumbnails, where they have them. */
  readonly covers: readonly string[];
}

/** Photos a list shows of one inspection. */
const COVERS = 3;

const citedWith = (inspection: Inspection, severity: Severity): number =>
  inspection.findings.flatMap((finding) => finding.cited).filter((cited) => cited.severity === severity)
    .length;

/** The originals; a drawn-on copy is no photo more. */
const photosOf = (inspection: Inspection): CitedEvidence[] =>
  evidenceOf(inspection).filter(({ kind, annotates }) => kind === 'photo' && annotates === null);

export const summaryOf = (inspection: Inspection): InspectionSummary => ({
  status: inspection.status,
  type: inspection.type,
  part: inspection.part,
  authorName: inspection.author.name,
  submittedAt: inspection.submittedAt,
  isInternal: isInternalFile(inspection),
  isClear: inspection.isClear,
  findingCount: inspection.findings.length,
  photoCount: photosOf(inspection).length,
  generalCount: citedWith(inspection, 'general'),
  seriousCount: citedWith(inspection, 'serious'),
  majorCount: citedWith(inspection, 'major'),
  covers: photosOf(inspection)
    .slice(0, COVERS)
    .map(({ thumbnailID, fileID }) => thumbnailID ?? fileID),
});

/** The review side of a person's row keeps its `_id` when it moves from 待审核 to 已审核. */
const SIDES: Readonly<Record<InboxBox, string>> = {
  'inspection.toReview': 'review',
  'inspection.reviewed': 'review',
  'inspection.delivered': 'delivery',
  'inspection.toConfirm': 'partner',
};

export const inboxItemId = (recordId: string, box: InboxBox, personId: string): string =>
  `${recordId}.${SIDES[box]}.${personId}`;

/** Every row that a person may have of a record. */
export const inboxItemIds = (recordId: string, personId: string): string[] => [
  ...new Set((Object.keys(SIDES) as InboxBox[]).map((box) => inboxItemId(recordId, box, personId))),
];

const itemFor = (inspection: Inspection, box: InboxBox, personId: string, at: string): InboxItem => ({
  _id: inboxItemId(inspection._id, box, personId),
  personId,
  box,
  recordId: inspection._id,
  project: inspection.project,
  stationId: inspection.stationId,
  summary: summaryOf(inspection),
  words: inspection.words,
  at,
  readAt: null,
});

/** 已审核: what the decider's own row becomes, under the same `_id`, when they decided. */
export const reviewedItemFor = (inspection: Inspection, personId: string): InboxItem => {
  const decision = inspection.events.find(({ kind }) => kind === 'approved' || kind === 'rejected');
  return itemFor(inspection, 'inspection.reviewed', personId, decision?.at ?? inspection.submittedAt);
};

/** 待确认: the partner's, from the submission until they confirmed or the record was rejected. */
const confirmationsOf = (inspection: Inspection): InboxItem[] =>
  inspection.partner && !isConfirmed(inspection) && inspection.status !== 'rejected'
    ? [itemFor(inspection, 'inspection.toConfirm', inspection.partner.personId, inspection.submittedAt)]
    : [];

/** 下达接收: the recipients', once it is effective. */
export const deliveriesOf = (inspection: Inspection): InboxItem[] => {
  const { effectiveAt, recipients } = inspection;
  if (effectiveAt === null) return [];
  return recipients.map(({ personId }) => itemFor(inspection, 'inspection.delivered', personId, effectiveAt));
};

/**
 * The rows an inspection calls for as it stands: its reviewers while it waits, its recipients once effective, its
 * partner until they confirmed. Deterministic, so telling twice tells once.
 */
export const inboxItemsFor = (inspection: Inspection): InboxItem[] => {
  const { status, submittedAt } = inspection;
  const reviewers = status === 'pendingReview' ? inspection.reviewers : [];
  return [
    ...reviewers.map(({ personId }) => itemFor(inspection, 'inspection.toReview', personId, submittedAt)),
    ...deliveriesOf(inspection),
    ...confirmationsOf(inspection),
  ];
};
