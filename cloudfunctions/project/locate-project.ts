import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { formLocation } from '../../miniprogram/domain/project/form-location';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { defineAction } from '../_shared/define-action';
import { addressOf } from '../_shared/geocode';
import { sha256 } from '../_shared/hash';
import { instant, recordId, requestId } from '../_shared/inputs';
import { evidenceByIds, markCited } from '../evidence/evidence-repository';
import { lat, lng } from './point';
import { applyProjectChange, projectById } from './project-repository';

/** 工程定位 · 提交. The server names the point itself: an address is never the client's word. */
export const locateProject = defineAction({
  input: v.strictObject({
    requestId,
    projectId: recordId,
    position: v.strictObject({
      lng,
      lat,
      accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)),
      takenAt: instant,
    }),
    coverId: v.nullable(recordId),
    isFarConfirmed: v.optional(v.boolean(), false),
  }),
  load: async ({ projectId, position, coverId }) => {
    const [project, address, evidence] = await Promise.all([
      projectById(projectId),
      addressOf(position),
      evidenceByIds(coverId === null ? [] : [coverId]),
    ]);
    return { project, address, cover: (coverId !== null && evidence.get(coverId)) || null };
  },
  async run({ actor, now, loaded: { project, address, cover } }, command) {
    if (!project || !permits(actor, 'project.read', projectSubject(project))) {
      throw new DomainError('input.projectUnavailable');
    }
    const change = formLocation(command, actor, now, { project, address, cover }, sha256);
    // Marked first: a cover must not be swept, and one that is marked in vain only takes room.
    if (change !== 'repeated' && command.coverId !== null) await markCited([command.coverId], project._id);
    // Somebody else located it in the same instant: theirs stands, the person looks before writing over it.
    if (change !== 'repeated' && !(await applyProjectChange(project._id, change))) {
      throw new DomainError('record.changed');
    }
    return { projectId: project._id };
  },
});
