import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import type { Actor } from '../../miniprogram/domain/people/post';
import type { Project } from '../../miniprogram/domain/project/project';
import { collection } from '../_shared/database';
import { afterCursor, type Cursor } from '../_shared/page';
import { readableInspections } from './timeline-condition';

/** Records of one page. A person's records stand in four lists at most, each looked at so far. */
export const TIMELINE_SIZE = 10;

const newestFirst = (a: Inspection, b: Inspection): number =>
  a.submittedAt === b.submittedAt ? (a._id < b._id ? 1 : -1) : a.submittedAt < b.submittedAt ? 1 : -1;

const pageWithin = async (condition: object, cursor: Cursor | null): Promise<Inspection[]> =>
  (
    await collection<Inspection>('inspections')
      .where(afterCursor(condition, { field: 'submittedAt', direction: 'desc' }, cursor))
      .orderBy('submittedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(TIMELINE_SIZE + 1)
      .get()
  ).data;

/** The project's inspections that the person may read: one more than a page, newest first. */
export const timelineOf = async (
  actor: Actor,
  project: Project,
  cursor: Cursor | null,
): Promise<Inspection[]> => {
  const lists = await Promise.all(
    readableInspections(actor, project).map((condition) => pageWithin(condition, cursor)),
  );
  const found = new Map(lists.flat().map((inspection) => [inspection._id, inspection]));
  return [...found.values()].sort(newestFirst).slice(0, TIMELINE_SIZE + 1);
};
