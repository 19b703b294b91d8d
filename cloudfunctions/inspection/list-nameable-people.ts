import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { projectById } from '../project/project-repository';
import { nameablePeople } from './nameable-people';

/** Whom a report on this project can name, in one call. */
export const listNameablePeople = defineAction({
  input: v.strictObject({ projectId: recordId }),
  load: ({ projectId }) => projectById(projectId),
  run: ({ actor, now, loaded: project }) => nameablePeople(project, actor, now),
});
