import { searchCatalogue, type CatalogueEntry } from '../domain/catalogue/catalogue';
import type { InspectionType } from '../domain/inspection/inspection';
import { INSPECTION_LIMITS } from '../domain/inspection/limits';
import { proposeFinding, type Judgement } from '../domain/inspection/propose-finding';
import type { PersonRef } from '../domain/people/post';
import type { NameablePeople, SubmitInspection } from '../services/inspection';
import { evidenceOfProblem, NO_EVIDENCE, type FormEvidence, type ProblemEvidence } from './report-evidence';

export type Unit = NameablePeople['units'][number];

/** 问题, as far as it is filled in. */
export interface ProblemDraft extends ProblemEvidence {
  /** Which one it is, whatever is removed before it. */
  readonly key: number;
  readonly entries: readonly CatalogueEntry[];
  readonly supplement: string;
  /** What the person judged themselves; the rest is proposed by the entries. */
  readonly judged: Partial<Judgement>;
}

/** 现场签字, as far as it is filled in: signed, or refused for a reason. */
export interface AttendanceDraft {
  readonly unitId: string;
  readonly name: string;
  readonly signature: FormEvidence | null;
  readonly refusal: string;
}

/** What the person has filled in so far. */
export interface ReportForm {
  readonly project: { readonly projectId: string; readonly name: string } | null;
  readonly type: InspectionType;
  readonly part: string;
  /** 未发现问题 */
  readonly isClear: boolean;
  readonly problems: readonly ProblemDraft[];
  readonly attendance: AttendanceDraft | null;
  /** Units of the project: one of them can be 责任单位. */
  readonly units: readonly Unit[];
  /** 共同检查人 */
  readonly partner: PersonRef | null;
  readonly reviewers: readonly PersonRef[];
  readonly recipients: readonly PersonRef[];
  /** The rejected record this one corrects. */
  readonly previousId: string | null;
}

export const emptyProblem = (key: number): ProblemDraft => ({
  key,
  ...NO_EVIDENCE,
  entries: [],
  supplement: '',
  judged: {},
});

export const EMPTY_FORM: ReportForm = {
  project: null,
  type: 'comprehensive',
  part: '',
  isClear: false,
  problems: [emptyProblem(1)],
  attendance: null,
  units: [],
  partner: null,
  reviewers: [],
  recipients: [],
  previousId: null,
};

export const isUntouched = (problem: ProblemDraft): boolean =>
  evidenceOfProblem(problem).length === 0 && problem.entries.length === 0 && problem.supplement.trim() === '';

/** What stands as the problem's judgement: proposed by its entries, but for what the person judged. */
export const judgementOf = ({ entries, judged }: ProblemDraft, units: readonly Unit[]): Judgement => ({
  ...proposeFinding(entries, units),
  ...judged,
});

export interface ReportErrors {
  readonly project?: string;
  readonly part?: string;
  /** By place of the problem; only those with a fault. */
  readonly problems: Readonly<Record<number, string>>;
}

const problemFault = (problem: ProblemDraft): string => {
  if (isUntouched(problem)) return '还没有描述问题，请拍照、选取标准规范及违法违规行为或填写问题补充说明';
  if (problem.supplement.length > INSPECTION_LIMITS.supplementLength)
    return `问题补充说明最多 ${INSPECTION_LIMITS.supplementLength} 字，请删减`;
  const days = problem.judged.days ?? 0;
  if (!Number.isInteger(days) || days < 0 || days > INSPECTION_LIMITS.days)
    return `整改期限须是 0 到 ${INSPECTION_LIMITS.days} 天的整数，请重新填写`;
  return '';
};

/** What is missing or too much, by field and problem. */
export const faultsOf = ({ project, part, problems, isClear }: ReportForm): ReportErrors => ({
  ...(project ? {} : { project: '缺少工程名称，请选择' }),
  ...(part.trim() === '' ? { part: '缺少抽查部位，请填写' } : {}),
  problems: isClear
    ? {}
    : Object.fromEntries(
        problems.flatMap((problem, index) => {
          const fault = problemFault(problem);
          return fault === '' ? [] : [[index, fault]];
        }),
      ),
});

/** Where the first fault stands, top to bottom; '' for none. Fits the ids of the page. */
export const firstFault = ({ project, part, problems }: ReportErrors): string => {
  if (project !== undefined) return 'project';
  if (part !== undefined) return 'part';
  const [first] = Object.keys(problems);
  return first === undefined ? '' : `problem-${first}`;
};

/** The chosen entries of all problems that do not belong to the type. */
export const entriesOutside = (type: InspectionType, problems: readonly ProblemDraft[]): CatalogueEntry[] => {
  const entries = problems.flatMap((problem) => problem.entries);
  const fitting = new Set(searchCatalogue(entries, type, ''));
  return entries.filter((entry) => !fitting.has(entry));
};

export const withoutEntries = (
  problems: readonly ProblemDraft[],
  removed: readonly CatalogueEntry[],
): ProblemDraft[] =>
  problems.map((problem) => ({
    ...problem,
    entries: problem.entries.filter((entry) => !removed.includes(entry)),
  }));

/** Another project has other units: nobody's choice of one stays. */
export const withoutUnits = (problems: readonly ProblemDraft[]): ProblemDraft[] =>
  problems.map((problem) => {
    const kept = Object.entries(problem.judged).filter(([field]) => field !== 'unitId');
    return { ...problem, judged: Object.fromEntries(kept) as Partial<Judgement> };
  });

export const withProblem = (form: ReportForm, index: number, change: Partial<ProblemDraft>): ReportForm => ({
  ...form,
  problems: form.problems.map((problem, place) => (place === index ? { ...problem, ...change } : problem)),
});

/** Evidence with its number among those of its kind in its problem, both from 1; the signature has neither. */
export interface Numbered {
  readonly file: FormEvidence;
  readonly order: number | undefined;
  readonly problem: number | undefined;
}

/** All that is submitted, in order. */
export const numberedEvidence = ({ isClear, problems, attendance }: ReportForm): Numbered[] => [
  ...(isClear ? [] : problems).flatMap((problem, place) =>
    [problem.photos, problem.videos, problem.voices].flatMap((files) =>
      files.map((file, index) => ({ file, order: index + 1, problem: place + 1 })),
    ),
  ),
  ...(attendance?.signature ? [{ file: attendance.signature, order: undefined, problem: undefined }] : []),
];

/**
 * The command. Throws nothing; the form was found without fault.
 * @param evidenceIds content hash → the evidence it became, its shown copy after it
 */
export const commandOf = (
  form: ReportForm,
  requestId: string,
  evidenceIds: ReadonlyMap<string, readonly string[]>,
): SubmitInspection => ({
  requestId,
  projectId: form.project?.projectId ?? '',
  type: form.type,
  part: form.part.trim(),
  isClear: form.isClear,
  findings: form.isClear
    ? []
    : form.problems.map((problem) => ({
        ...judgementOf(problem, form.units),
        evidenceIds: evidenceOfProblem(problem).flatMap(({ sha256 }) => evidenceIds.get(sha256) ?? []),
        catalogueIds: problem.entries.map(({ id }) => id),
        supplement: problem.supplement.trim(),
      })),
  attendance: form.attendance && {
    unitId: form.attendance.unitId,
    name: form.attendance.name.trim(),
    signatureId: evidenceIds.get(form.attendance.signature?.sha256 ?? '')?.[0] ?? null,
    refusal: form.attendance.refusal.trim(),
  },
  reviewerIds: form.reviewers.map(({ personId }) => personId),
  recipientIds: form.recipients.map(({ personId }) => personId),
  partnerId: form.partner?.personId ?? null,
  previousId: form.previousId,
});
