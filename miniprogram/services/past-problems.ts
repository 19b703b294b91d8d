import { INSPECTION_LIMITS } from '../domain/inspection/limits';
import { findSameProblems, type SameProblem } from './inspection';

/**
 * Of each entry the project's last effective record that cites it, but for the one that is looked at; a record may
 * cite more of them than one question takes.
 */
export const findPastProblems = async (
  projectId: string,
  catalogueIds: readonly string[],
  exceptId: string,
): Promise<SameProblem[]> => {
  const { catalogueEntriesPerFinding: most } = INSPECTION_LIMITS;
  const parts = Array.from({ length: Math.ceil(catalogueIds.length / most) }, (_, index) =>
    catalogueIds.slice(index * most, (index + 1) * most),
  );
  const found = await Promise.all(
    parts.map((ids) => findSameProblems({ projectId, catalogueIds: ids, exceptId })),
  );
  return found.flat();
};
