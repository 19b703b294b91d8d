import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { named } from './named-project';
import { presentProjectRow, projectActions } from './present-project';
import { projectNamed } from './project-repository';
import { requireVisibleProject } from './visible-project';

/** The project that a scanned code names, as a row of a list, with what the person may do there. */
export const findProject = defineAction({
  input: v.strictObject({ project: named }),
  load: ({ project }) => projectNamed(project),
  run({ actor, loaded }, { project: asked }) {
    const project = requireVisibleProject(loaded, actor, asked);
    return Promise.resolve({ ...presentProjectRow(project), actions: projectActions(project, actor) });
  },
});
