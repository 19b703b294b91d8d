import type { Actor } from '../../miniprogram/domain/people/post';
import { lastWithEntry } from './inspection-repository';
import { logInternalReads } from './internal-reads';

interface AskedProblems {
  readonly projectId: string;
  readonly catalogueIds: readonly string[];
  /** Not looked at. */
  readonly exceptId: string | null;
}

/** Of each entry the project's last effective record that cites it; what of them is 内档 counts as read. */
export const sameProblemsOf = async (
  { projectId, catalogueIds, exceptId }: AskedProblems,
  actor: Actor,
  now: string,
) => {
  const found = await Promise.all(catalogueIds.map((id) => lastWithEntry(projectId, id, exceptId)));
  const records = new Map(found.flatMap((each) => (each ? [[each._id, each] as const] : [])));
  await logInternalReads([...records.values()], actor, now);
  return catalogueIds.flatMap((catalogueId, index) => {
    const inspection = found[index];
    if (!inspection) return [];
    const { _id, submittedAt, author, part, findings } = inspection;
    const cited = findings.flatMap((finding) => finding.cited).find(({ id }) => id === catalogueId);
    const text = cited?.text ?? '';
    return [{ catalogueId, text, inspectionId: _id, submittedAt, authorName: author.name, part }];
  });
};
export type SameProblems = Awaited<ReturnType<typeof sameProblemsOf>>;
