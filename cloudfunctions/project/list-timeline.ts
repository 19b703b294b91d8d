import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { cursor, recordId } from '../_shared/inputs';
import { presentTimeline } from './present-timeline';
import { projectById } from './project-repository';
import { timelineOf } from './timeline-repository';
import { requireVisibleProject } from './visible-project';

/** The project's records that the person may read, newest first; a participant's are those delivered to them. */
export const listTimeline = defineAction({
  input: v.strictObject({ projectId: recordId, cursor }),
  load: ({ projectId }) => projectById(projectId),
  async run({ actor, now, loaded }, { cursor }) {
    const project = requireVisibleProject(loaded, actor);
    return presentTimeline(await timelineOf(actor, project, cursor, now));
  },
});
