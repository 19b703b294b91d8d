import * as v from 'valibot';
import { inboxItemId } from '../../miniprogram/domain/inbox/inbox-item';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { defineAction } from '../_shared/define-action';
import { markRead } from '../_shared/inbox-repository';
import { recordId } from '../_shared/inputs';
import { temporaryUrls } from '../_shared/storage';
import { presentInspection } from './present-inspection';
import { findInspection, requireVisible } from './visible-inspection';

export const readInspection = defineAction({
  input: v.strictObject({ inspectionId: recordId }),
  load: ({ inspectionId }) => findInspection(inspectionId),
  async run({ actor, now, loaded }) {
    const { inspection, project } = requireVisible(loaded, actor);
    const [urls] = await Promise.all([
      temporaryUrls(photoFilesOf(inspection)),
      isDeliveredTo(inspection, actor.personId)
        ? markRead(inboxItemId(inspection._id, 'inspection.delivered', actor.personId), now)
        : undefined,
    ]);
    return presentInspection(inspection, project.supervisorIds, actor, urls);
  },
});

const photoFilesOf = (inspection: Inspection): string[] =>
  inspection.findings.flatMap((finding) => finding.photos.map((photo) => photo.fileID));

const isDeliveredTo = (inspection: Inspection, personId: string): boolean =>
  inspection.effectiveAt !== null &&
  inspection.recipients.some((recipient) => recipient.personId === personId);
