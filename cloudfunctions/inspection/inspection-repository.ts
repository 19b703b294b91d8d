import { isAmong, stationsOf, STATION_ROLES } from '../../miniprogram/domain/access/reach';
import type { Inspection, InspectionStatus } from '../../miniprogram/domain/inspection/inspection';
import type { InspectionChange } from '../../miniprogram/domain/inspection/form-review';
import type { Actor } from '../../miniprogram/domain/people/post';
import { collection, command, insertOnce } from '../_shared/database';
import { MOST_COUNTED } from '../_shared/inbox-repository';
import { afterCursor, pageOf, PAGE_SIZE, type Cursor, type Page } from '../_shared/page';
import { searchPage } from '../_shared/search-pages';

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

/** Which of what they wrote the person may still read: their part in it ends with their post at its station. */
const ownRecords = (actor: Actor): object | null => {
  const stations = stationsOf(actor, STATION_ROLES);
  if (stations === 'all') return { authorId: actor.personId };
  return stations.length > 0 ? { authorId: actor.personId, stationId: command.in(stations) } : null;
};

/** How many of the person's own records stand so, each up to 100. */
export const countsOfAuthor = async (actor: Actor) => {
  const own = ownRecords(actor);
  const countOf = async (status: InspectionStatus): Promise<number> =>
    own === null
      ? 0
      : (
          await collection<Inspection>(INSPECTIONS)
            .where({ ...own, status })
            .field({ _id: true })
            .limit(MOST_COUNTED)
            .get()
        ).data.length;
  const [pendingReview, effective, rejected] = await Promise.all([
    countOf('pendingReview'),
    countOf('effective'),
    countOf('rejected'),
  ]);
  return { pendingReview, effective, rejected };
};

const newestFirst = (condition: object, cursor: Cursor | null, limit: number) =>
  collection<Inspection>(INSPECTIONS)
    .where(afterCursor(condition, { field: 'submittedAt', direction: 'desc' }, cursor))
    .orderBy('submittedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit);

const submittedAtOf = ({ submittedAt }: Pick<Inspection, 'submittedAt'>): string => submittedAt;
const NONE: Page<Inspection> = { rows: [], next: null };

/** 我发送的: a page, newest first. */
export const inspectionsBy = async (
  actor: Actor,
  status: InspectionStatus,
  cursor: Cursor | null,
): Promise<Page<Inspection>> => {
  const own = ownRecords(actor);
  if (!own) return NONE;
  const { data } = await newestFirst({ ...own, status }, cursor, PAGE_SIZE + 1).get();
  return pageOf(data, submittedAtOf);
};

/** The same of a search; it looks at words, and reads whole only what answers. @param words of askedWords, not empty */
export const searchedInspectionsBy = async (
  actor: Actor,
  status: InspectionStatus,
  words: readonly string[],
  cursor: Cursor | null,
): Promise<Page<Inspection>> => {
  const stations = stationsOf(actor, STATION_ROLES);
  if (stations.length === 0) return NONE;
  const found = await searchPage<Inspection>({
    cursor,
    candidates: async (from, limit) =>
      (
        await newestFirst({ authorId: actor.personId, status, words: words[0] }, from, limit)
          .field({ words: true, stationId: true, submittedAt: true })
          .get()
      ).data,
    isFound: (inspection) =>
      isAmong(stations, inspection.stationId) && words.every((word) => inspection.words.includes(word)),
    keyOf: submittedAtOf,
  });
  if (found.rows.length === 0) return found;
  const { data } = await collection<Inspection>(INSPECTIONS)
    .where({ _id: command.in(found.rows.map(({ _id }) => _id)) })
    .limit(PAGE_SIZE)
    .get();
  const whole = new Map(data.map((inspection) => [inspection._id, inspection]));
  return { ...found, rows: found.rows.flatMap(({ _id }) => whole.get(_id) ?? []) };
};
