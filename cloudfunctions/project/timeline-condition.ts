import type { Actor, Post } from '../../miniprogram/domain/people/post';
import type { Project } from '../../miniprogram/domain/project/project';
import { command } from '../_shared/database';

/** Not only written for the drawer: 监督内档 has nobody at the first place. */
const DELIVERED = { status: 'effective', 'recipients.0': command.exists(true) };

const readableAtStation = (
  post: Post,
  { personId }: Actor,
  { stationId, supervisorIds }: Project,
): object[] => {
  if (post.kind === 'party' || post.stationId !== stationId) return [];
  if (post.role === 'head' || post.role === 'deputy') return [{ stationId }];
  if (post.role !== 'supervisor') return [];
  return [{ stationId, ...(supervisorIds.includes(personId) ? { status: 'effective' } : DELIVERED) }];
};

/** A post's share of the row `inspection.read` of VERBS, on this one project. */
const readableBy = (post: Post, actor: Actor, project: Project): object[] => {
  const { personId } = actor;
  const own = [{ authorId: personId }, { 'partner.personId': personId }, { 'reviewers.personId': personId }];
  switch (post.role) {
    case 'participant':
      return post.projectId === project._id ? [{ status: 'effective', 'recipients.personId': personId }] : [];
    case 'supervisor':
    case 'deputy':
    case 'head':
      return [...readableAtStation(post, actor, project), ...own];
    case 'bureau':
      return post.areaStationIds.includes(project.stationId)
        ? [{ stationId: project.stationId, ...DELIVERED }]
        : [];
    case 'province':
      return [{}];
    case 'administrator':
      return [];
  }
};

/** Whoever reads all records of the project's station reads them in one stretch of one index. */
const readsAll = (actor: Actor, { stationId }: Project): boolean =>
  actor.posts.some(
    (post) =>
      post.role === 'province' ||
      ((post.role === 'head' || post.role === 'deputy') && post.stationId === stationId),
  );

/**
 * Which of the project's inspections the person may read: the condition of each list that together hold them, every
 * one served by an index of its own (cloudfunctions/indexes.ts). Mirrors `inspection.read` of VERBS.
 */
export const readableInspections = (actor: Actor, project: Project): readonly object[] => {
  const conditions = new Map(
    actor.posts
      .flatMap((post) => readableBy(post, actor, project))
      .map((condition) => [JSON.stringify(condition), condition]),
  );
  const [first, ...others] = conditions.values();
  if (!first) return [];
  const parts =
    others.length > 0 && readsAll(actor, project) ? [command.or(first, ...others)] : [first, ...others];
  return parts.map((part) => command.and({ 'project.projectId': project._id }, part));
};
