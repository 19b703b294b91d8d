import { KINDS, SEVERITIES, SUGGESTED_ACTIONS } from '../domain/catalogue/catalogue';
import { UNIT_ROLES } from '../domain/people/post';
import type { Judgement } from '../domain/inspection/propose-finding';
import type { SameProblem } from '../services/inspection';
import { SEVERITY_TONES, type Tag } from './inspection-view';
import { evidenceWords } from './report-evidence';
import { isUntouched, judgementOf, type ProblemDraft, type Unit } from './report-form';
import type { QuickEntry } from './report-terms';
import { spokenDay } from './time';
import { lengthOf } from './voice/voice-time';

type Before = Pick<SameProblem, 'inspectionId' | 'submittedAt' | 'authorName' | 'part'>;

/** By entry, what was found before of it on this project; null where nothing was. */
export type SameProblems = ReadonlyMap<string, Before | null>;

/** 本工程 3 月 5 日也有此问题（陈海生，3 号楼） */
export const sameWords = ({ submittedAt, authorName, part }: Before, now: string): string =>
  `本工程 ${spokenDay(submittedAt, now)}也有此问题（${[authorName, part].filter(Boolean).join('，')}）`.replace(
    /^本工程 (?=\D)/,
    '本工程',
  );

const unitName = (unitId: string | null, units: readonly Unit[]): string => {
  const unit = units.find((candidate) => candidate.unitId === unitId);
  return unit ? `${unit.unitName}（${UNIT_ROLES[unit.unitRole]}）` : '';
};

const daysWords = (days: number | null): string =>
  days === null ? '' : days === 0 ? '当日整改' : `${days} 天内整改`;

/** 判定 in words: what is shown of it in a row, and at the review. */
export const judgementWords = (
  { severity, unitId, action, days }: Judgement,
  units: readonly Unit[],
): string =>
  [SEVERITIES[severity], unitName(unitId, units), SUGGESTED_ACTIONS[action], daysWords(days)]
    .filter((word) => word !== '')
    .join(' · ');

export const severityTag = ({ severity }: Judgement): Tag => ({
  word: SEVERITIES[severity],
  tone: SEVERITY_TONES[severity],
  sign: '',
});

const summaryOf = (problem: ProblemDraft): string => {
  const { entries, supplement } = problem;
  const evidence = evidenceWords(problem);
  const [first] = entries;
  const words = first?.text ?? supplement.trim();
  return [
    ...(evidence === '' ? [] : [evidence]),
    ...(words === '' ? [] : [words]),
    ...(entries.length > 1 ? [`等 ${entries.length} 条`] : []),
  ].join(' · ');
};

export interface CardSurroundings {
  readonly units: readonly Unit[];
  readonly quick: readonly QuickEntry[];
  readonly same: SameProblems;
  readonly now: string;
}

/** A problem as its card shows it; the error beside it. */
export const problemCard = (problem: ProblemDraft, { units, quick, same, now }: CardSurroundings) => {
  const judgement = judgementOf(problem, units);
  const isEmpty = isUntouched(problem);
  return {
    key: problem.key,
    photos: problem.photos.map(({ shownPath }) => shownPath),
    /** Which photos were drawn on. */
    edited: problem.photos.map(({ drawing }) => drawing !== null),
    videos: problem.videos.map(({ path, posterPath, durationMs }) => ({
      ...{ path, posterPath },
      length: lengthOf(durationMs ?? 0),
    })),
    voices: problem.voices.map(({ path, durationMs }) => ({ path, durationMs: durationMs ?? 0 })),
    entries: problem.entries.map(({ id, kind, text, basis }) => {
      const before = same.get(id);
      return {
        id,
        text,
        about: [KINDS[kind], basis].filter(Boolean).join(' · '),
        same: before ? sameWords(before, now) : '',
        sameId: before?.inspectionId ?? '',
      };
    }),
    quick,
    supplement: problem.supplement,
    judgement,
    words: judgementWords(judgement, units),
    tag: isEmpty ? null : severityTag(judgement),
    summary: isEmpty ? '还没有内容' : summaryOf(problem),
    error: '',
  };
};

export type ProblemCard = ReturnType<typeof problemCard>;
