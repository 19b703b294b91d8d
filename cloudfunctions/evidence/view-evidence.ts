import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import { evidenceOf } from '../../miniprogram/domain/inspection/inspection';
import { defineAction } from '../_shared/define-action';
import { isFirst, recordId } from '../_shared/inputs';
import { temporaryUrls } from '../_shared/storage';
import { logInternalReads } from '../inspection/internal-reads';
import { findInspection, requireVisible } from '../inspection/visible-inspection';

/** As many as a page shows at once; each has two addresses. */
const MAX_ASKED = 50;

/**
 * Addresses that open for an hour, of evidence that a record cites, for whoever may see that record; with what the
 * original is checked by. No right is the evidence's own.
 */
export const viewEvidence = defineAction({
  input: v.strictObject({
    evidenceIds: v.pipe(v.array(recordId), v.minLength(1), v.maxLength(MAX_ASKED), v.checkItems(isFirst)),
    of: v.strictObject({ inspectionId: recordId }),
  }),
  load: ({ of }) => findInspection(of.inspectionId),
  async run({ actor, now, loaded }, { evidenceIds }) {
    const { inspection } = requireVisible(loaded, actor);
    const manifest = new Map(evidenceOf(inspection).map((entry) => [entry.evidenceId, entry]));
    const asked = evidenceIds.map((id) => {
      const entry = manifest.get(id);
      if (!entry) throw new DomainError('record.notVisible');
      return entry;
    });
    const [urls] = await Promise.all([
      temporaryUrls(
        asked.flatMap(({ fileID, thumbnailID }) => [fileID, ...(thumbnailID ? [thumbnailID] : [])]),
      ),
      logInternalReads([inspection], actor, now),
    ]);
    return asked.map(({ evidenceId, kind, sha256, bytes, takenAt, receivedAt, fileID, thumbnailID }) => ({
      evidenceId,
      kind,
      sha256,
      bytes,
      takenAt,
      receivedAt,
      url: urls.get(fileID) ?? null,
      thumbnailUrl: (thumbnailID && urls.get(thumbnailID)) ?? null,
    }));
  },
});
