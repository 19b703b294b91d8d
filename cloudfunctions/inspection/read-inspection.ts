import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import type { Subject } from '../../miniprogram/domain/access/scopes';
import { isDoubtful } from '../../miniprogram/domain/evidence/evidence';
import { evidenceOf, type Inspection } from '../../miniprogram/domain/inspection/inspection';
import { inspectionSubject } from '../../miniprogram/domain/inspection/inspection-subject';
import { INSPECTION_LIFECYCLE } from '../../miniprogram/domain/inspection/lifecycle';
import { availableActions } from '../../miniprogram/domain/lifecycle';
import type { Actor } from '../../miniprogram/domain/people/post';
import { defineAction } from '../_shared/define-action';
import { markRead, readersOf } from '../_shared/inbox-repository';
import { recordId } from '../_shared/inputs';
import { temporaryUrls } from '../_shared/storage';
import { evidenceByIds } from '../evidence/evidence-repository';
import { correctedCopyOf } from './corrected-copy';
import { logInternalReads } from './internal-reads';
import { facesOf } from './present-evidence';
import { presentInspection } from './present-inspection';
import { sameProblemsOf } from './same-problems';
import { findInspection, requireVisible } from './visible-inspection';

export const readInspection = defineAction({
  input: v.strictObject({ inspectionId: recordId }),
  load: ({ inspectionId }) => findInspection(inspectionId),
  async run({ actor, now, loaded }) {
    const { inspection, project } = requireVisible(loaded, actor);
    const subject = inspectionSubject(inspection, project);
    const [urls, doubtful, readers, next, past] = await Promise.all([
      temporaryUrls(facesOf(evidenceOf(inspection))),
      permits(actor, 'evidence.verify', subject) ? doubtfulOf(inspection) : NOTHING,
      permits(actor, 'inspection.readReview', subject)
        ? readersOf(inspection._id, 'inspection.delivered')
        : NOBODY,
      inspection.status === 'rejected' ? correctedCopyOf(inspection) : null,
      decides(actor, inspection, subject)
        ? sameProblemsOf(
            {
              projectId: inspection.project.projectId,
              catalogueIds: inspection.citedIds,
              exceptId: inspection._id,
            },
            actor,
            now,
          )
        : null,
      logInternalReads([inspection], actor, now),
      hasRow(inspection, actor.personId) ? markRead(inspection._id, actor.personId, now) : undefined,
    ]);
    return presentInspection(inspection, project.supervisorIds, actor, {
      ...{ urls, doubtful, readers, next, past, projectState: project.state },
    });
  },
});

/** Whose decision it waits for, and who may look at the project's other records: the past is there to compare with. */
const decides = (actor: Actor, inspection: Inspection, subject: Subject): boolean =>
  availableActions(INSPECTION_LIFECYCLE, actor, inspection, subject).length > 0 &&
  permits(actor, 'inspection.submit', subject);

const NOBODY: ReadonlyMap<string, string | null> = new Map();

const NOTHING: ReadonlySet<string> = new Set();

/** What of its photos WeChat wants somebody to look at. */
const doubtfulOf = async (inspection: Inspection): Promise<ReadonlySet<string>> => {
  const ids = evidenceOf(inspection).map(({ evidenceId }) => evidenceId);
  const found = await evidenceByIds(ids);
  return new Set(ids.filter((id) => isDoubtful(found.get(id))));
};

/** Whether it may stand in a list of theirs: everybody else has nothing to mark. */
const hasRow = ({ reviewers, recipients, partner }: Inspection, personId: string): boolean =>
  [...reviewers, ...recipients, ...(partner ? [partner] : [])].some((named) => named.personId === personId);
