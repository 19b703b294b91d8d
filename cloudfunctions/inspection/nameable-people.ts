import { DomainError } from '../../miniprogram/domain/errors';
import { permits } from '../../miniprogram/domain/access/permits';
import { isReviewerPost } from '../../miniprogram/domain/inspection/form-inspection';
import {
  isInForce,
  refOf,
  type Actor,
  type PersonRef,
  type Post,
} from '../../miniprogram/domain/people/post';
import { projectSubject, type Position, type Project } from '../../miniprogram/domain/project/project';
import { requireOpenFor } from '../../miniprogram/domain/project/project-state';
import { officersOfStation, postsOfProject } from '../_shared/people-repository';
import { presentProjectRow } from '../project/present-project';

const pointOf = ({ lng, lat }: Position) => ({ lng, lat });

/**
 * Who can be 上报接收人 (the station's head and deputies), 共同检查人 (its officers) and 下达接收人 (the parties' people) of
 * the project, the units that can be 责任单位, and the project itself: what 监督上报 needs to begin with.
 * @throws DomainError input.projectUnavailable to whoever may not report on it, project.stateRefused
 */
export const nameablePeople = async (project: Project | null, actor: Actor, now: string) => {
  if (!project || !permits(actor, 'inspection.submit', projectSubject(project))) {
    throw new DomainError('input.projectUnavailable');
  }
  requireOpenFor('inspection.submit', project);
  const [officers, parties] = await Promise.all([
    officersOfStation(project.stationId),
    postsOfProject(project._id),
  ]);
  const leaders = officers.filter((post) => isReviewerPost(post, project));
  const present = (posts: readonly Post[]) => posts.filter((post) => isInForce(post, now)).map(refOf);
  const others = (people: readonly PersonRef[]) =>
    people.filter(({ personId }) => personId !== actor.personId);
  return {
    project: { ...presentProjectRow(project), position: project.position && pointOf(project.position) },
    reviewers: others(present(leaders)),
    partners: others(present(officers)),
    units: project.parties,
    recipients: present(parties),
  };
};
