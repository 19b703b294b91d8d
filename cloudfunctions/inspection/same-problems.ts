import { lastWithEntry } from './inspection-repository';

/** Of each entry the project's last effective record that cites it; `exceptId` is not looked at. */
export const sameProblemsOf = async (
  projectId: string,
  catalogueIds: readonly string[],
  exceptId: string | null,
) => {
  const found = await Promise.all(catalogueIds.map((id) => lastWithEntry(projectId, id, exceptId)));
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
