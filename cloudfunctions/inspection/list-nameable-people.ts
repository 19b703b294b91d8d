import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { isInForce, refOf, type Post } from '../../miniprogram/domain/people/post';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { leadersOfStation, postsOfProject } from '../_shared/people-repository';
import { projectById } from '../project/project-repository';

/** Who can be 上报接收人 (the station's head and deputies) and 下达接收人 (the parties' people) of this project. */
export const listNameablePeople = defineAction({
  input: v.strictObject({ projectId: recordId }),
  load: ({ projectId }) => projectById(projectId),
  async run({ actor, now, loaded: project }) {
    if (!project || !permits(actor, 'inspection.submit', projectSubject(project))) {
      throw new DomainError('input.projectUnavailable');
    }
    const [leaders, parties] = await Promise.all([
      leadersOfStation(project.stationId),
      postsOfProject(project._id),
    ]);
    const present = (posts: readonly Post[]) => posts.filter((post) => isInForce(post, now)).map(refOf);
    return {
      reviewers: present(leaders).filter(({ personId }) => personId !== actor.personId),
      recipients: present(parties),
    };
  },
});
