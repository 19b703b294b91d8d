import { stationsOf } from '../../miniprogram/domain/access/reach';
import type { Actor, Post } from '../../miniprogram/domain/people/post';
import type { Project } from '../../miniprogram/domain/project/project';
import { command } from '../_shared/database';

/** Not only written for the drawer (监督内档). */
const DELIVERED = { status: 'effective', hasRecipients: true };

/** What a post lets its holder read of the project, whoever took part in it: its share of the row inspection.read. */
const readableBy = (post: Post, { personId }: Actor, { _id, supervisorIds }: Project): object[] => {
  switch (post.role) {
    case 'participant':
      return post.projectId === _id ? [{ status: 'effective', 'recipients.personId': personId }] : [];
    case 'supervisor':
      return [
        {
          stationId: post.stationId,
          ...(supervisorIds.includes(personId) ? { status: 'effective' } : DELIVERED),
        },
      ];
    case 'deputy':
    case 'head':
      return [{ stationId: post.stationId }];
    case 'bureau':
      return [{ stationId: command.in(post.areaStationIds), ...DELIVERED }];
    case 'province':
      return [{}];
    case 'administrator':
      return [];
  }
};

/** What they read because they had a part in it, at the stations where they are supervisor: leaders read all there. */
const ownPart = (actor: Actor): object[] => {
  const stations = stationsOf(actor, ['supervisor']);
  if (stations === 'all' || stations.length === 0) return [];
  const { personId } = actor;
  return [{ authorId: personId }, { 'partner.personId': personId }, { 'reviewers.personId': personId }].map(
    (part) => ({ ...part, stationId: command.in(stations) }),
  );
};

/**
 * Which of the project's inspections the person may read: the condition of each list that together hold them, every
 * one served by an index of its own that gives just its rows (cloudfunctions/indexes.ts). Mirrors `inspection.read` of
 * VERBS.
 */
export const readableInspections = (actor: Actor, project: Project): readonly object[] => {
  const conditions = [
    ...actor.posts.flatMap((post) => readableBy(post, actor, project)),
    ...ownPart(actor),
  ].map((condition) => ({ 'project.projectId': project._id, ...condition }));
  return [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()];
};
