import type { SameProblem } from '../services/inspection';
import { exactTime } from './time';

export interface PastProblem {
  readonly id: string;
  readonly inspectionId: string;
  readonly text: string;
  readonly when: string;
}

/** @param asked how many entries the record cites */
export const pastProblems = (found: readonly SameProblem[], asked: number) => ({
  summary:
    found.length === 0
      ? `引用的 ${asked} 条，本工程以往审核通过的记录都没有引用过`
      : `引用的 ${asked} 条中有 ${found.length} 条以往出现过，下面是各条最近的一次`,
  rows: found.map(
    ({ catalogueId, text, inspectionId, submittedAt, authorName, part }): PastProblem => ({
      id: catalogueId,
      inspectionId,
      text,
      when: [exactTime(submittedAt).slice(0, 10), authorName, part].join(' · '),
    }),
  ),
});
