import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import type { Actor } from '../../miniprogram/domain/people/post';
import type { Project } from '../../miniprogram/domain/project/project';
import { collection } from '../_shared/database';
import { afterCursor, pageOf, type Cursor, type Page } from '../_shared/page';
import { logInternalReads } from '../inspection/internal-reads';
import { readableInspections } from './timeline-condition';

/** Records of one page. A person's records stand in four lists at most, each looked at so far. */
const TIMELINE_SIZE = 10;

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

/** A page of the project's inspections that the person may read, newest first; what of it is 内档 counts as read. */
export const timelineOf = async (
  actor: Actor,
  project: Project,
  cursor: Cursor | null,
  now: string,
): Promise<Page<Inspection>> => {
  const lists = await Promise.all(
    readableInspections(actor, project).map((condition) => pageWithin(condition, cursor)),
  );
  const found = new Map(lists.flat().map((inspection) => [inspection._id, inspection]));
  const page = pageOf([...found.values()].sort(newestFirst), ({ submittedAt }) => submittedAt, TIMELINE_SIZE);
  await logInternalReads(page.rows, actor, now);
  return page;
};
