import type { Severity, SuggestedAction } from '../catalogue/catalogue';
import type { CitedEvidence } from '../evidence/evidence';
import type { ChainedEvent } from '../integrity/event-chain';
import type { PersonRef, UnitRole } from '../people/post';
import type { Attendance } from './attendance';

export const INSPECTION_TYPES = { quality: '质量', safety: '安全', comprehensive: '综合' } as const;
export type InspectionType = keyof typeof INSPECTION_TYPES;

export const INSPECTION_STATUSES = {
  pendingReview: '待审核',
  effective: '审核通过',
  rejected: '审核未通过',
} as const;
export type InspectionStatus = keyof typeof INSPECTION_STATUSES;

/** A catalogue entry as it read on the day: later editions of the catalogue change no record. */
export interface CitedEntry {
  readonly id: string;
  readonly kind: 'term' | 'violation';
  readonly text: string;
  readonly basis: string;
  readonly severity: Severity;
}

/** 问题 */
export interface Finding {
  readonly order: number;
  /** In the order given; a drawn-on copy of a photo beside its original. */
  readonly evidence: readonly CitedEvidence[];
  readonly cited: readonly CitedEntry[];
  /** 问题补充说明 */
  readonly supplement: string;
  /** As the supervisor judged it on the spot; the catalogue only proposes. */
  readonly severity: Severity;
  /** 责任单位, a party of the project; null where it was left open. */
  readonly unit: ResponsibleUnit | null;
  readonly action: SuggestedAction;
  /** 整改期限 in days; null where none is proposed. */
  readonly days: number | null;
}

export interface ResponsibleUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitRole: UnitRole;
}

/** 监督检查记录: the submitted content never changes; only status, version and events go on. */
export interface Inspection {
  readonly _id: string;
  readonly version: number;
  readonly status: InspectionStatus;
  readonly project: { readonly projectId: string; readonly name: string; readonly number: string };
  readonly stationId: string;
  readonly stationName: string;
  readonly type: InspectionType;
  readonly part: string;
  /** 未发现问题: then there are no findings. */
  readonly isClear: boolean;
  readonly findings: readonly Finding[];
  /** null where nobody of a unit was asked to sign. */
  readonly attendance: Attendance | null;
  readonly author: PersonRef;
  readonly authorId: string;
  /** 共同检查人 */
  readonly partner: PersonRef | null;
  /** The rejected record of which this is the corrected copy. */
  readonly previous: { readonly inspectionId: string; readonly reason: string } | null;
  /** Every catalogue entry cited, each once: what the same problem is found by. */
  readonly citedIds: readonly string[];
  /**
   * The evidence this record is the first to use, and its own id. A unique index over it lets no evidence be used in
   * two records, whoever comes at the same time; its own id stands there because an empty list is a key as well.
   */
  readonly claims: readonly string[];
  /** What lists find it by: of project, number, part and author. */
  readonly words: readonly string[];
  readonly reviewPolicy: 'anyOne';
  readonly reviewers: readonly PersonRef[];
  readonly recipients: readonly PersonRef[];
  /** Whether there are any, as an index can tell it; none: 监督内档. */
  readonly hasRecipients: boolean;
  readonly submittedAt: string;
  readonly effectiveAt: string | null;
  /** When its last event happened: the daily heads find by it what is new. */
  readonly changedAt: string;
  readonly events: readonly ChainedEvent[];
}

/** The manifest of the whole record. */
export const evidenceOf = ({
  findings,
  attendance,
}: Pick<Inspection, 'findings' | 'attendance'>): CitedEvidence[] => [
  ...findings.flatMap(({ evidence }) => evidence),
  ...(attendance?.signature ? [attendance.signature] : []),
];

/** Nobody receives it: it stays inside as 监督内档. */
export const isInternalFile = (inspection: Pick<Inspection, 'recipients'>): boolean =>
  inspection.recipients.length === 0;

/** Whether the partner confirmed having been there. */
export const isConfirmed = ({ events }: Pick<Inspection, 'events'>): boolean =>
  events.some(({ kind }) => kind === 'confirmed');

/** The reason of the rejection, '' where there is none. */
export const reasonOf = ({ events }: Pick<Inspection, 'events'>): string => {
  const reason = events.find((event) => event.kind === 'rejected')?.data['reason'];
  return typeof reason === 'string' ? reason : '';
};
