import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import { inboxItemId } from '../../miniprogram/domain/inbox/inbox-item';
import { formConfirmation } from '../../miniprogram/domain/inspection/form-confirmation';
import { defineAction } from '../_shared/define-action';
import { sha256 } from '../_shared/hash';
import { withdrawItems } from '../_shared/inbox-repository';
import { recordId, requestId } from '../_shared/inputs';
import { tellSafely } from '../_shared/tell';
import { applyInspectionChange } from './inspection-repository';
import { findInspection, requireVisible } from './visible-inspection';

/** 共同检查人 confirms with one tap having been there. */
export const confirmInspection = defineAction({
  input: v.strictObject({ requestId, inspectionId: recordId }),
  load: ({ inspectionId }) => findInspection(inspectionId),
  async run({ actor, now, loaded }, command) {
    const { inspection, project } = requireVisible(loaded, actor);
    const change = formConfirmation(command, actor, now, inspection, project, sha256);
    if (change !== 'repeated' && !(await applyInspectionChange(inspection._id, change)))
      throw new DomainError('record.changed');
    await tellSafely(withdrawItems([inboxItemId(inspection._id, 'inspection.toConfirm', actor.personId)]));
    return { inspectionId: inspection._id };
  },
});
