import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import { INSPECTION_LIMITS } from '../../miniprogram/domain/inspection/limits';
import { formLocation } from '../../miniprogram/domain/project/form-location';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { defineAction } from '../_shared/define-action';
import { addressOf } from '../_shared/geocode';
import { sha256 } from '../_shared/hash';
import { fileID, instant, recordId, requestId, sha256Hex } from '../_shared/inputs';
import { isUploadOf, temporaryUrls } from '../_shared/storage';
import { lat, lng } from './point';
import { applyProjectChange, projectById } from './project-repository';

const cover = v.strictObject({
  fileID,
  sha256: sha256Hex,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(INSPECTION_LIMITS.photoBytes)),
});

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
    cover: v.nullable(cover),
    isFarConfirmed: v.optional(v.boolean(), false),
  }),
  load: async ({ projectId, position, cover }) => {
    const [project, address, urls] = await Promise.all([
      projectById(projectId),
      addressOf(position),
      temporaryUrls(cover ? [cover.fileID] : []),
    ]);
    return { project, address, urls };
  },
  async run({ actor, now, loaded: { project, address, urls } }, command) {
    if (!project || !permits(actor, 'project.read', projectSubject(project))) {
      throw new DomainError('input.projectUnavailable');
    }
    if (command.cover) {
      if (!isUploadOf(actor.personId, command.cover.fileID))
        throw new DomainError('input.fileForeign', { order: 1 });
      if (!urls.has(command.cover.fileID)) throw new DomainError('input.fileMissing', { order: 1 });
    }
    const change = formLocation(command, actor, now, project, address, sha256);
    // Somebody else located it in the same instant: theirs stands, the person looks before writing over it.
    if (change !== 'repeated' && !(await applyProjectChange(project._id, change))) {
      throw new DomainError('record.changed');
    }
    return { projectId: project._id };
  },
});
