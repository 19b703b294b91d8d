import { EVIDENCE_KINDS, type EvidenceKind } from '../domain/evidence/kinds';
import type { ViewedEvidence } from '../services/evidence';
import type { InspectionView } from '../services/inspection';
import { exactSecond } from './time';

/** The record through which evidence is seen. */
export interface SeenThrough {
  readonly inspectionId: string;
}

/** Another picture to compare with: 整改前. By its path on this phone, or as evidence of a record. */
export interface Beside {
  readonly title: string;
  /** '' for evidence. */
  readonly path: string;
  readonly evidenceId: string | null;
  readonly of: SeenThrough | null;
}

/** One piece of evidence to look at: a file of this phone, or what a record cites. */
export interface ViewerItem {
  readonly kind: 'photo' | 'video' | 'voice';
  /** 问题 2 第 3 张 */
  readonly title: string;
  /** On this phone; '' for evidence. */
  readonly path: string;
  /** Of the original; null for a file of this phone. */
  readonly evidenceId: string | null;
  /** Of the copy shown in its place; null where the original itself is shown. */
  readonly shownId: string | null;
  /** '' where there is none. */
  readonly thumbnailUrl: string;
  /** Instants, ISO: by the phone's clock, and by the server's; '' where it was not sent yet. */
  readonly takenAt: string;
  readonly receivedAt: string;
  /** 待核, for who may know. */
  readonly isDoubtful?: boolean;
  readonly beside?: Beside;
}

/** What the viewer is opened with: the event `show`. */
export interface Shown {
  readonly items: readonly ViewerItem[];
  /** Place of the first to be looked at, from 0. */
  readonly at: number;
  readonly of: SeenThrough | null;
}

/** 问题 2 第 3 张, 问题 1 第 1 段录音 */
const titleOf = (finding: number, kind: EvidenceKind, order: number): string => {
  const { name, unit } = EVIDENCE_KINDS[kind];
  return `问题 ${finding} 第 ${order} ${unit}${kind === 'photo' ? '' : name}`;
};

/** All evidence of a record in the order of its page: problem by problem photos, videos, recordings; 现场签字 last. */
export const itemsOfRecord = ({
  findings,
  attendance,
}: Pick<InspectionView, 'findings' | 'attendance'>): ViewerItem[] => {
  const ofFindings = findings.flatMap(({ order: finding, photos, videos, voices }) => [
    ...photos.map(({ evidenceId, shownId, order, thumbnailUrl, takenAt, receivedAt, isDoubtful }) => ({
      ...{ kind: 'photo' as const, title: titleOf(finding, 'photo', order), path: '' },
      ...{ evidenceId, shownId, thumbnailUrl: thumbnailUrl ?? '', takenAt, receivedAt, isDoubtful },
    })),
    ...videos.map(({ evidenceId, order, thumbnailUrl, takenAt, receivedAt }) => ({
      ...{ kind: 'video' as const, title: titleOf(finding, 'video', order), path: '' },
      ...{ evidenceId, shownId: null, thumbnailUrl: thumbnailUrl ?? '', takenAt, receivedAt },
    })),
    ...voices.map(({ evidenceId, order, takenAt, receivedAt }) => ({
      ...{ kind: 'voice' as const, title: titleOf(finding, 'voice', order), path: '' },
      ...{ evidenceId, shownId: null, thumbnailUrl: '', takenAt, receivedAt },
    })),
  ]);
  const signature = attendance?.signature;
  if (!signature) return ofFindings;
  const { evidenceId, url, takenAt, receivedAt } = signature;
  return [
    ...ofFindings,
    {
      ...{ kind: 'photo', title: '现场签字', path: '', evidenceId, shownId: null },
      ...{ thumbnailUrl: url ?? '', takenAt, receivedAt },
    },
  ];
};

/** The places whose pictures are kept: the one looked at and those a swipe away. */
export const nearPlaces = (at: number, count: number): number[] =>
  [at - 1, at, at + 1].filter((place) => place >= 0 && place < count);

/** Evidence of one record to be asked about. */
export interface Wanted {
  readonly evidenceId: string;
  readonly of: SeenThrough;
}

/** Everything of an item that has an address of its own: the copy shown, the original, what it is compared with. */
export const wantedOf = ({ evidenceId, shownId, beside }: ViewerItem, of: SeenThrough | null): Wanted[] => [
  ...(of ? [shownId, evidenceId].flatMap((id) => (id === null ? [] : [{ evidenceId: id, of }])) : []),
  ...(beside?.evidenceId && beside.of ? [{ evidenceId: beside.evidenceId, of: beside.of }] : []),
];

/** What may be done with the item looked at. */
export const choicesOf = ({ kind, evidenceId, shownId, beside }: ViewerItem, of: SeenThrough | null) => ({
  /** Its original can be asked for and be checked. */
  hasOriginal: evidenceId !== null && of !== null,
  /** There are two pictures of it. */
  canCompare: kind === 'photo' && ((shownId !== null && of !== null) || beside !== undefined),
});

/** One picture of those set beside each other; by path or evidence, as an item is. */
export interface Compared {
  readonly title: string;
  readonly path: string;
  readonly evidenceId: string | null;
}

/** From above: what it was like before, what is shown, and the original where that is another. */
export const comparedOf = ({ title, path, evidenceId, shownId, beside }: ViewerItem): Compared[] => [
  ...(beside ? [{ title: beside.title, path: beside.path, evidenceId: beside.evidenceId }] : []),
  { title: beside ? title : '标注后', path, evidenceId: shownId ?? evidenceId },
  ...(shownId === null ? [] : [{ title: '原件', path: '', evidenceId }]),
];

/** A hash as people compare it: 3f2a 90c1 … */
export const inFours = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? '';

const KIB = 1024;

/** 980 字节, 245.3 KB（251,187 字节） */
export const spokenBytes = (bytes: number): string => {
  const exact = `${String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')} 字节`;
  if (bytes < KIB) return exact;
  const [value, unit] = bytes < KIB * KIB ? [bytes / KIB, 'KB'] : [bytes / KIB / KIB, 'MB'];
  return `${value.toFixed(1)} ${unit}（${exact}）`;
};

/** What an original is checked by, and when it was made and received. */
export const originalFacts = ({ sha256, bytes, takenAt, receivedAt }: ViewedEvidence) => ({
  sha256,
  hash: inFours(sha256),
  facts: [
    { label: '拍摄时间（手机）', value: exactSecond(takenAt) },
    { label: '收到时间（服务器）', value: exactSecond(receivedAt) },
    { label: '大小', value: spokenBytes(bytes) },
  ],
});
export type OriginalFacts = ReturnType<typeof originalFacts>;
