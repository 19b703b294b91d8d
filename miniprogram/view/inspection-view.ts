import type { Severity } from '../domain/catalogue/catalogue';
import type { InspectionSummary } from '../domain/inbox/inbox-item';
import {
  INSPECTION_STATUSES,
  INSPECTION_TYPES,
  type InspectionStatus,
} from '../domain/inspection/inspection';
import { spokenTime } from './time';

export type Tone = 'waiting' | 'good' | 'bad' | 'returned' | 'neutral' | 'primary';

/** A state in words with a tone and a sign of its own: never colour alone. */
export interface Tag {
  readonly word: string;
  readonly tone: Tone;
  readonly sign: string;
}

const STATUS_TAGS: Readonly<Record<InspectionStatus, Tag>> = {
  pendingReview: { word: INSPECTION_STATUSES.pendingReview, tone: 'waiting', sign: '…' },
  effective: { word: INSPECTION_STATUSES.effective, tone: 'good', sign: '✓' },
  rejected: { word: INSPECTION_STATUSES.rejected, tone: 'bad', sign: '✕' },
};

export const statusTag = (status: InspectionStatus): Tag => STATUS_TAGS[status];

export const INTERNAL_TAG: Tag = { word: '监督内档', tone: 'neutral', sign: '' };

const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  major: 'bad',
  serious: 'waiting',
  general: 'neutral',
};

/** A severity in its tone. */
export const severityTag = (severity: Severity, word: string): Tag => ({
  word,
  tone: SEVERITY_TONES[severity],
  sign: '',
});

/** A card in a list of inspections. */
export interface RecordCard {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly tag: Tag;
  readonly chips: readonly Tag[];
  readonly when: string;
  readonly note: string;
  readonly isUnread: boolean;
}

export interface ListedInspection extends InspectionSummary {
  readonly inspectionId: string;
  readonly projectName: string;
  readonly at: string;
  readonly isUnread?: boolean;
  readonly isInternal?: boolean;
  readonly reason?: string;
}

export const recordCard = (row: ListedInspection, now: string): RecordCard => ({
  id: row.inspectionId,
  title: row.projectName,
  subtitle: [INSPECTION_TYPES[row.type], row.part, row.authorName].join(' · '),
  tag: statusTag(row.status),
  chips: [
    ...(row.majorCount > 0 ? [{ word: `重大 ${row.majorCount}`, tone: 'bad' as const, sign: '' }] : []),
    { word: `问题 ${row.findingCount}`, tone: 'neutral', sign: '' },
    ...(row.photoCount > 0 ? [{ word: `照片 ${row.photoCount}`, tone: 'neutral' as const, sign: '' }] : []),
    ...(row.isInternal ? [INTERNAL_TAG] : []),
  ],
  when: spokenTime(row.at, now),
  note: row.reason ? `原因：${row.reason}` : '',
  isUnread: row.isUnread ?? false,
});
