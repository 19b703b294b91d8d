import type { CatalogueEntry } from '../domain/catalogue/catalogue';
import type { EvidenceKind } from '../domain/evidence/kinds';
import type { Judgement } from '../domain/inspection/propose-finding';
import { proposeFinding } from '../domain/inspection/propose-finding';
import type { Correction } from '../services/inspection';
import type { FormEvidence } from './report-evidence';
import {
  emptyProblem,
  type AttendanceDraft,
  type ProblemDraft,
  type ReportForm,
  type Unit,
} from './report-form';

type Finding = Correction['findings'][number];

/** Where the record's judgement is not what its entries propose, it was the person's own. */
const ownJudgement = (finding: Finding, proposed: Judgement): Partial<Judgement> => ({
  ...(finding.severity === proposed.severity ? {} : { severity: finding.severity }),
  ...(finding.unitId === proposed.unitId ? {} : { unitId: finding.unitId }),
  ...(finding.action === proposed.action ? {} : { action: finding.action }),
  ...(finding.days === proposed.days ? {} : { days: finding.days }),
});

/** Sent already: shown from the store, and cited again. */
const sentFile = ({ url, thumbnailUrl, ...file }: Finding['evidence'][number]): FormEvidence => ({
  ...file,
  path: url ?? '',
  posterPath: file.kind === 'video' ? (thumbnailUrl ?? '') : '',
  shownPath: thumbnailUrl ?? url ?? '',
  ...{ place: null, drawing: null },
});

const filesOf = ({ evidence }: Finding, kind: EvidenceKind): FormEvidence[] =>
  evidence.filter((each) => each.kind === kind).map(sentFile);

const signedAgain = (attendance: Correction['attendance']): AttendanceDraft | null =>
  attendance && { ...attendance, signature: attendance.signature && sentFile(attendance.signature) };

const draftOf = (
  finding: Finding,
  index: number,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
  units: readonly Unit[],
): ProblemDraft => {
  const entries = finding.cited.flatMap(({ id }) => catalogue.get(id) ?? []);
  return {
    key: index + 1,
    photos: filesOf(finding, 'photo'),
    videos: filesOf(finding, 'video'),
    voices: filesOf(finding, 'voice'),
    entries,
    supplement: finding.supplement,
    judged: ownJudgement(finding, proposeFinding(entries, units)),
  };
};

/** The form as the rejected record was, but for the project and the people, who are those of today. */
export const formOfCorrection = (
  correction: Omit<Correction, 'people'>,
  catalogue: readonly CatalogueEntry[],
  units: readonly Unit[],
): Pick<ReportForm, 'type' | 'part' | 'isClear' | 'problems' | 'attendance' | 'previousId'> => {
  const byId = new Map(catalogue.map((entry) => [entry.id, entry]));
  const problems = correction.findings.map((finding, index) => draftOf(finding, index, byId, units));
  return {
    type: correction.type,
    part: correction.part,
    isClear: correction.isClear,
    problems: problems.length > 0 ? problems : [emptyProblem(1)],
    attendance: signedAgain(correction.attendance),
    previousId: correction.inspectionId,
  };
};

/** What the record cited and the catalogue has no more, in words: it is not in the form, and that is said. '' for nothing. */
export const lostWords = (
  { findings }: Pick<Correction, 'findings'>,
  catalogue: readonly CatalogueEntry[],
): string => {
  const ids = new Set(catalogue.map(({ id }) => id));
  const lost = findings.flatMap(({ cited }) => cited.filter(({ id }) => !ids.has(id)));
  if (lost.length === 0) return '';
  const texts = lost.map(({ text }) => `“${text}”`).join('、');
  return `${texts}已不在现行目录中，没有带入，请另选条目或写入问题补充说明`;
};
