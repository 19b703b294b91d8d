import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { isReviewerPost } from '../../miniprogram/domain/inspection/form-inspection';
import { isInForce, refOf, type PersonRef, type Post } from '../../miniprogram/domain/people/post';
import { projectSubject, type Position } from '../../miniprogram/domain/project/project';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { officersOfStation, postsOfProject } from '../_shared/people-repository';
import { presentProjectRow } from '../project/present-project';
import { projectById } from '../project/project-repository';

const pointOf = ({ lng, lat }: Position) => ({ lng, lat });

/**
 * Who can be 上报接收人 (the station's head and deputies), 共同检查人 (its officers) and 下达接收人 (the parties' people) of
 * this project, the units that can be 责任单位, and the project itself: what 监督上报 needs to begin with, in one call.
 */
export const listNameablePeople = defineAction({
  input: v.strictObject({ projectId: recordId }),
  load: ({ projectId }) => projectById(projectId),
  async run({ actor, now, loaded: project }) {
    if (!project || !permits(actor, 'inspection.submit', projectSubject(project))) {
      throw new DomainError('input.projectUnavailable');
    }
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
  },
});
