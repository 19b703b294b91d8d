import type { Inspection, InspectionStatus } from '../../miniprogram/domain/inspection/inspection';
import type { InspectionChange } from '../../miniprogram/domain/inspection/form-review';
import { collection, command, insertOnce } from '../_shared/database';
import { MOST_COUNTED } from '../_shared/inbox-repository';
import { afterCursor, PAGE_SIZE, withWords, type Cursor } from '../_shared/page';

const INSPECTIONS = 'inspections';

export const inspectionById = async (inspectionId: string): Promise<Inspection | null> =>
  (await collection<Inspection>(INSPECTIONS).doc(inspectionId).get()).data;

/** @returns false when a record with this id, that is, of this command, or one with the same evidence, stands already */
export const insertInspection = (inspection: Inspection): Promise<boolean> =>
  insertOnce(INSPECTIONS, inspection);

/** Which of the evidence a record claims: evidence id → record id. */
export const citationsOf = async (evidenceIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (evidenceIds.length === 0) return new Map();
  const { data } = await collection<Inspection>(INSPECTIONS)
    .where({ claims: command.in(evidenceIds) })
    .field({ claims: true })
    .limit(1000)
    .get();
  return new Map(data.flatMap(({ _id, claims }) => claims.map((id) => [id, _id] as const)));
};

/** @returns false when somebody else changed the record since it was read */
export const applyInspectionChange = async (
  inspectionId: string,
  change: InspectionChange,
): Promise<boolean> => {
  const { stats } = await collection<Inspection>(INSPECTIONS)
    .where({ _id: inspectionId, version: change.version })
    .update({
      data: {
        version: change.version + 1,
        status: change.status,
        effectiveAt: change.effectiveAt,
        changedAt: change.event.at,
        events: command.push(change.event),
      },
    });
  return stats.updated === 1;
};

/** The project's last effective record that cites the entry; `exceptId` is not looked at. */
export const lastWithEntry = async (
  projectId: string,
  catalogueId: string,
  exceptId: string | null,
): Promise<Inspection | null> => {
  const { data } = await collection<Inspection>(INSPECTIONS)
    .where({ 'project.projectId': projectId, citedIds: catalogueId, status: 'effective' })
    .orderBy('submittedAt', 'desc')
    .limit(2)
    .get();
  return data.find(({ _id }) => _id !== exceptId) ?? null;
};

/** How many of the author's records stand so, up to 100. */
export const countOfAuthor = async (authorId: string, status: InspectionStatus): Promise<number> =>
  (
    await collection<Inspection>(INSPECTIONS)
      .where({ authorId, status })
      .field({ _id: true })
      .limit(MOST_COUNTED)
      .get()
  ).data.length;

/** 我发送的: one more row than a page, newest first. @param words of askedWords, none for all */
export const inspectionsBy = async (
  authorId: string,
  status: InspectionStatus,
  words: readonly string[],
  cursor: Cursor | null,
): Promise<Inspection[]> =>
  (
    await collection<Inspection>(INSPECTIONS)
      .where(
        afterCursor(
          withWords({ authorId, status }, words),
          { field: 'submittedAt', direction: 'desc' },
          cursor,
        ),
      )
      .orderBy('submittedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(PAGE_SIZE + 1)
      .get()
  ).data;
