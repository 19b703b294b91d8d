import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { INSPECTION_LIMITS } from '../../miniprogram/domain/inspection/limits';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { defineAction } from '../_shared/define-action';
import { isFirst, recordId } from '../_shared/inputs';
import { projectById } from '../project/project-repository';
import { sameProblemsOf } from './same-problems';

const catalogueIds = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(32))),
  v.maxLength(INSPECTION_LIMITS.catalogueEntriesPerFinding),
  v.checkItems(isFirst),
);

/**
 * Whether this project had the same problems before: of each entry the last effective record that cites it, for those
 * who inspect the project. A reviewer is told with the record (read-inspection.ts).
 */
export const findSameProblems = defineAction({
  input: v.strictObject({ projectId: recordId, catalogueIds, exceptId: v.nullable(recordId) }),
  load: ({ projectId }) => projectById(projectId),
  async run({ actor, now, loaded: project }, { catalogueIds: ids, exceptId }) {
    if (!project || !permits(actor, 'inspection.submit', projectSubject(project)))
      throw new DomainError('input.projectUnavailable');
    return sameProblemsOf({ projectId: project._id, catalogueIds: ids, exceptId }, actor, now);
  },
});
