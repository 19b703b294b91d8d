import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { isInForce, type PartyPost } from '../../miniprogram/domain/people/post';
import { projectSubject, type Project } from '../../miniprogram/domain/project/project';
import type { NamedProject } from '../../miniprogram/domain/project/project-code';
import { defineAction } from '../_shared/define-action';
import { peopleById, postsOfProject } from '../_shared/people-repository';
import { notePersonalDataRead } from '../_shared/personal-data-reads';
import { temporaryUrls } from '../_shared/storage';
import { named } from './named-project';
import { presentPeople } from './present-people';
import { presentProjectPage } from './present-project';
import { presentTimeline } from './present-timeline';
import { projectNamed } from './project-repository';
import { timelineOf } from './timeline-repository';
import { requireVisibleProject } from './visible-project';

const withPosts = async (
  asked: NamedProject,
): Promise<{ project: Project | null; posts: readonly PartyPost[] }> => {
  if ('projectId' in asked) {
    const [project, posts] = await Promise.all([projectNamed(asked), postsOfProject(asked.projectId)]);
    return { project, posts };
  }
  const project = await projectNamed(asked);
  return { project, posts: project ? await postsOfProject(project._id) : [] };
};

/**
 * The project page in one request: the project, its people, and the first of its records (`timeline` goes on).
 * Full phone numbers go only to whom `project.phones` lets see them, and that is noted.
 */
export const openProject = defineAction({
  input: v.strictObject({ project: named }),
  load: ({ project }) => withPosts(project),
  async run({ actor, now, loaded }, { project: asked }) {
    const project = requireVisibleProject(loaded.project, actor, asked);
    const keyPosts = loaded.posts.filter((post) => post.isKey && isInForce(post, now));
    const personIds = [...new Set([...project.supervisorIds, ...keyPosts.map(({ personId }) => personId)])];
    const maySeePhones = permits(actor, 'project.phones', projectSubject(project));
    const [people, found, urls] = await Promise.all([
      peopleById(personIds),
      timelineOf(actor, project, null, now),
      temporaryUrls(project.cover ? [project.cover.fileID] : []),
      maySeePhones &&
        notePersonalDataRead({
          ...{ readerId: actor.personId, at: now, what: 'phone', projectId: project._id },
          personIds: personIds.filter((personId) => personId !== actor.personId),
        }),
    ]);
    return {
      project: {
        ...presentProjectPage(project, actor, (project.cover && urls.get(project.cover.fileID)) ?? null),
        ...presentPeople(project, keyPosts, people, {
          personId: actor.personId,
          maySeePhones,
        }),
      },
      ...presentTimeline(found),
    };
  },
});
