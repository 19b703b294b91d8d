import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { temporaryUrls } from '../_shared/storage';
import { presentProject } from './present-project';
import { projectById } from './project-repository';

export const readProject = defineAction({
  input: v.strictObject({ projectId: recordId }),
  load: ({ projectId }) => projectById(projectId),
  async run({ actor, loaded: project }) {
    if (!project || !permits(actor, 'project.read', projectSubject(project))) {
      throw new DomainError('record.notVisible');
    }
    const urls = project.cover ? await temporaryUrls([project.cover.fileID]) : new Map<string, string>();
    return presentProject(project, actor, (project.cover && urls.get(project.cover.fileID)) ?? null);
  },
});
