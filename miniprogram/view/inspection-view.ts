import { SEVERITIES, type Severity } from '../domain/catalogue/catalogue';
import type { InboxBox, InspectionSummary } from '../domain/inbox/inbox-item';
import {
  INSPECTION_STATUSES,
  INSPECTION_TYPES,
  type InspectionStatus,
} from '../domain/inspection/inspection';
import type { Sameness } from './paged-list';
import { spokenTime } from './time';
import { listed } from './words';

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

export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  major: 'bad',
  serious: 'waiting',
  general: 'neutral',
};

const CLEAR_TAG: Tag = { word: '未发现问题', tone: 'good', sign: '' };

/** Of the partner. */
export const CONFIRMED_TAG: Tag = { word: '已确认', tone: 'good', sign: '✓' };
export const UNCONFIRMED_TAG: Tag = { word: '待确认', tone: 'waiting', sign: '…' };

/** Of a recipient. */
export const READ_TAG: Tag = { word: '已读', tone: 'good', sign: '✓' };
export const UNREAD_TAG: Tag = { word: '未读', tone: 'neutral', sign: '' };

export const INTERNAL_TAG: Tag = { word: '监督内档', tone: 'neutral', sign: '' };

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
  /** Addresses of the first photos, and how many there are in all. */
  readonly thumbnails: readonly string[];
  readonly photos: string;
  /** All of it, as it is read aloud. */
  readonly spoken: string;
}

export interface ListedInspection extends Omit<InspectionSummary, 'covers'> {
  readonly inspectionId: string;
  readonly projectName: string;
  readonly at: string;
  readonly isUnread: boolean;
  readonly isInternal: boolean;
  readonly reason: string;
  readonly box: InboxBox | null;
  readonly thumbnails: readonly string[];
}

const counted = (word: string, count: number, tone: Tone): Tag[] =>
  count > 0 ? [{ word: `${word} ${count}`, tone, sign: '' }] : [];

/** The problems by severity where entries were cited, their plain number where none was. */
const problemChips = (row: ListedInspection): Tag[] => {
  if (row.isClear) return [CLEAR_TAG];
  const chips = [
    ...counted(SEVERITIES.major, row.majorCount, SEVERITY_TONES.major),
    ...counted(SEVERITIES.serious, row.seriousCount, SEVERITY_TONES.serious),
    ...counted(SEVERITIES.general, row.generalCount, SEVERITY_TONES.general),
  ];
  return chips.length > 0 ? chips : counted('问题', row.findingCount, 'neutral');
};

const spokenCard = ({
  isUnread,
  title,
  subtitle,
  tag,
  note,
  chips,
  photos,
  when,
}: Omit<RecordCard, 'spoken'>) =>
  [
    isUnread && '未读',
    title,
    subtitle,
    tag.word,
    note,
    ...chips.map(({ word }) => word),
    photos && photos.replace(/ 图$/, ' 张照片'),
    when,
  ]
    .filter(Boolean)
    .join('，');

export const recordCard = (row: ListedInspection, now: string): RecordCard => {
  const card = {
    id: row.inspectionId,
    title: row.projectName,
    subtitle: listed([INSPECTION_TYPES[row.type], row.part, row.authorName]),
    // Of a duty the tag says what is waited for.
    tag: row.box === 'inspection.toConfirm' ? UNCONFIRMED_TAG : statusTag(row.status),
    chips: [...problemChips(row), ...(row.isInternal ? [INTERNAL_TAG] : [])],
    when: spokenTime(row.at, now),
    note: row.reason ? `原因：${row.reason}` : '',
    isUnread: row.isUnread,
    thumbnails: row.thumbnails,
    photos: row.photoCount > 0 ? `${row.photoCount} 图` : '',
  };
  return { ...card, spoken: spokenCard(card) };
};

/** Addresses are signed anew with every answer: the same photo under another signature is the same. */
const unsigned = (address: string): string => address.split('?')[0] ?? address;

export const RECORD_SAMENESS: Sameness<RecordCard> = {
  idOf: ({ id }) => id,
  contentOf: (card) => JSON.stringify({ ...card, thumbnails: card.thumbnails.map(unsigned) }),
};

/** A number beside a word: '' for none, 99+ for more than two digits. */
export const spokenCount = (count: number): string => (count === 0 ? '' : count > 99 ? '99+' : String(count));
