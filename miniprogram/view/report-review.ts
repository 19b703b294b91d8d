import { INSPECTION_TYPES } from '../domain/inspection/inspection';
import type { PersonRef } from '../domain/people/post';
import type { Tag } from './inspection-view';
import { evidenceWords } from './report-evidence';
import { unitWords } from './report-attendance';
import { judgementOf, numberedEvidence, type ReportForm } from './report-form';
import { judgementWords, severityTag } from './report-problem';

interface Row {
  readonly label: string;
  readonly value: string;
}

export interface ReportReview {
  readonly facts: readonly Row[];
  readonly problems: readonly {
    readonly title: string;
    readonly tag: Tag;
    readonly rows: readonly Row[];
    readonly photos: readonly string[];
    /** 1 视频 · 2 录音; '' for none. */
    readonly sounds: string;
  }[];
  readonly people: readonly Row[];
  readonly fileCount: number;
}

export const EMPTY_REVIEW: ReportReview = { facts: [], problems: [], people: [], fileCount: 0 };

/** Everybody by name: nothing is sent to somebody unseen. */
const names = (people: readonly PersonRef[]): string =>
  people.map(({ name, organisation, position }) => `${name}（${organisation} ${position}）`).join('\n');

const reviewersWords = (reviewers: readonly PersonRef[]): string => {
  if (reviewers.length === 0) return '未选：无需审核，直接下达';
  return reviewers.length === 1 ? names(reviewers) : `${names(reviewers)}\n其中一人审核即可`;
};

const filled = (label: string, value: string): Row[] => (value === '' ? [] : [{ label, value }]);

const signedWords = ({ attendance, units }: ReportForm): string => {
  if (!attendance) return '';
  const who = [unitWords(attendance.unitId, units), attendance.name.trim()].filter(Boolean).join(' ');
  return attendance.signature ? `${who} 已签字` : `${who} 拒签：${attendance.refusal.trim()}`;
};

/** All that will be submitted, in the manual's order. */
export const reportReview = (form: ReportForm): ReportReview => ({
  facts: [
    { label: '工程名称', value: form.project?.name ?? '' },
    { label: '抽查类型', value: INSPECTION_TYPES[form.type] },
    { label: '抽查部位', value: form.part.trim() },
    ...(form.isClear ? [{ label: '问题描述', value: '未发现问题' }] : []),
  ],
  problems: form.isClear
    ? []
    : form.problems.map((problem, index) => {
        const judgement = judgementOf(problem, form.units);
        return {
          title: `问题 ${index + 1}`,
          tag: severityTag(judgement),
          rows: [
            ...filled(
              '标准规范及违法违规行为',
              problem.entries.map(({ text }, order) => `${order + 1}. ${text}`).join('\n'),
            ),
            ...filled('问题补充说明', problem.supplement.trim()),
            { label: '判定', value: judgementWords(judgement, form.units) },
          ],
          photos: problem.photos.map(({ shownPath }) => shownPath),
          sounds: evidenceWords({ ...problem, photos: [] }),
        };
      }),
  people: [
    ...filled('现场签字', signedWords(form)),
    ...filled('共同检查人', form.partner ? names([form.partner]) : ''),
    { label: '上报接收人', value: reviewersWords(form.reviewers) },
    { label: '下达接收人', value: names(form.recipients) || '未选：作为监督内档，不发给任何人' },
  ],
  fileCount: numberedEvidence(form).length,
});
