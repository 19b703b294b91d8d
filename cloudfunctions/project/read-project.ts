import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { temporaryUrls } from '../_shared/storage';
import { presentProject } from './present-project';
import { projectById } from './project-repository';
import { requireVisibleProject } from './visible-project';

/** 工程定位's page: where the project stands and stood, and its cover. */
export const readProject = defineAction({
  input: v.strictObject({ projectId: recordId }),
  load: ({ projectId }) => projectById(projectId),
  async run({ actor, loaded }) {
    const project = requireVisibleProject(loaded, actor);
    const urls = project.cover ? await temporaryUrls([project.cover.fileID]) : new Map<string, string>();
    return presentProject(project, actor, (project.cover && urls.get(project.cover.fileID)) ?? null);
  },
});
