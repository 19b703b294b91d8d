import type { EvidencePlace } from '../domain/evidence/evidence';
import { EVIDENCE_KINDS, type EvidenceKind } from '../domain/evidence/kinds';
import type { LocalFile } from '../platform/media-file';
import type { Drawing } from './drawing/drawing';

/** One photo, video or recording of the form. */
export interface FormEvidence extends LocalFile {
  readonly kind: EvidenceKind;
  /** How long it plays; null for what does not play. */
  readonly durationMs: number | null;
  /** Where a video's beginning is shown from; '' where there is none. */
  readonly posterPath: string;
  /** What is drawn on a photo. */
  readonly drawing: Drawing | null;
  /** Where the grid shows it from: what was drawn is on it. */
  readonly shownPath: string;
  /** Where the phone was; null where it may not tell. */
  readonly place: EvidencePlace | null;
  /** What it became when it was confirmed, the original first; null until then. */
  readonly evidenceIds: readonly string[] | null;
}

/** The evidence of one problem, each kind in its order. */
export interface ProblemEvidence {
  readonly photos: readonly FormEvidence[];
  readonly videos: readonly FormEvidence[];
  readonly voices: readonly FormEvidence[];
}

export const NO_EVIDENCE: ProblemEvidence = { photos: [], videos: [], voices: [] };

/** As it is submitted: photos, videos, recordings. */
export const evidenceOfProblem = ({ photos, videos, voices }: ProblemEvidence): FormEvidence[] => [
  ...photos,
  ...videos,
  ...voices,
];

const ofKind = (problem: ProblemEvidence, kind: EvidenceKind): readonly FormEvidence[] =>
  evidenceOfProblem(problem).filter((each) => each.kind === kind);

/** How many more of the kind the problem takes: bounded by its own and by those of the whole record. */
export const roomFor = (kind: EvidenceKind, problems: readonly ProblemEvidence[], index: number): number => {
  const { perFinding, perInspection } = EVIDENCE_KINDS[kind];
  const counts = problems.map((problem) => ofKind(problem, kind).length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return Math.min(perFinding - (counts[index] ?? 0), perInspection - all);
};

/** What is said when there is no room: 一个问题最多 20 张照片，一条记录最多 60 张 */
export const fullWords = (kind: EvidenceKind): string => {
  const { name, unit, perFinding, perInspection } = EVIDENCE_KINDS[kind];
  return `一个问题最多 ${perFinding} ${unit}${name}，一条记录最多 ${perInspection} ${unit}`;
};

/** The taken ones that no problem of the report has yet: a record cites a file once. */
export const freshOnes = (
  problems: readonly ProblemEvidence[],
  taken: readonly FormEvidence[],
): FormEvidence[] => {
  const known = new Set(problems.flatMap(evidenceOfProblem).map(({ sha256 }) => sha256));
  return taken.filter(({ sha256 }) => {
    const isKnown = known.has(sha256);
    known.add(sha256);
    return !isKnown;
  });
};

/** 3 图 · 1 视频 · 2 录音; '' for none. */
export const evidenceWords = ({ photos, videos, voices }: ProblemEvidence): string =>
  [
    [photos.length, '图'],
    [videos.length, '视频'],
    [voices.length, '录音'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(' · ');
