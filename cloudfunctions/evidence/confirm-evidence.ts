import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import { evidenceIdOf, type Evidence } from '../../miniprogram/domain/evidence/evidence';
import {
  evidenceHash,
  formEvidence,
  requireConfirmable,
} from '../../miniprogram/domain/evidence/form-evidence';
import { EVIDENCE_KINDS, evidenceName } from '../../miniprogram/domain/evidence/kinds';
import { defineAction } from '../_shared/define-action';
import { sha256 } from '../_shared/hash';
import { fileID, instant, recordId, requestId, sha256Hex } from '../_shared/inputs';
import { deleteFiles, isUploadOf } from '../_shared/storage';
import { lat, lng } from '../project/point';
import { evidenceByIds, insertEvidence } from './evidence-repository';
import { keepUpload } from './keep-upload';

const receiptOf = ({ _id, kind, receivedAt, thumbnailID }: Evidence) => ({
  evidenceId: _id,
  kind,
  receivedAt,
  hasThumbnail: thumbnailID !== null,
});

const repeatedReceipt = (earlier: Evidence, hash: string) => {
  if (earlier.commandHash !== hash) throw new DomainError('command.reused');
  return receiptOf(earlier);
};

/** The uploads have become evidence and are of no more use; what cannot be deleted now is swept later. */
const dropUploads = async (fileIDs: readonly string[]): Promise<void> => {
  try {
    await deleteFiles(fileIDs);
  } catch (error) {
    console.warn('uploads not deleted; the sweep will', error);
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'evidence.missing';

/**
 * One file becomes evidence: its bytes are read and hashed here, examined, and kept where no client can write; the
 * document is written last, so whatever breaks off before is begun anew by the same command.
 * Database waves: binding; posts with an earlier try and the original; the document.
 */
export const confirmEvidence = defineAction({
  input: v.strictObject({
    requestId,
    fileID,
    thumbnailID: v.nullable(fileID),
    kind: v.picklist(Object.keys(EVIDENCE_KINDS) as (keyof typeof EVIDENCE_KINDS)[]),
    sha256: sha256Hex,
    durationMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 * 60 * 1000))),
    takenAt: instant,
    place: v.nullable(
      v.strictObject({ lng, lat, accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)) }),
    ),
    annotates: v.nullable(recordId),
  }),
  load: async (command, personId) => {
    const { annotates } = command;
    const id = evidenceIdOf(command, personId, sha256);
    const found = await evidenceByIds(annotates === null ? [id] : [id, annotates]);
    return {
      id,
      earlier: found.get(id) ?? null,
      source: annotates === null ? null : (found.get(annotates) ?? null),
    };
  },
  async run({ actor, now, loaded: { id, earlier, source } }, command) {
    const hash = evidenceHash(command, sha256);
    if (earlier) return repeatedReceipt(earlier, hash);
    requireConfirmable(command, actor, source);
    const { thumbnailID } = command;
    const uploads = [command.fileID, ...(thumbnailID === null ? [] : [thumbnailID])];
    if (!uploads.every((upload) => isUploadOf(actor.personId, upload)))
      throw new DomainError('evidence.foreign', { what: evidenceName(command.kind) });
    try {
      const evidence = formEvidence(command, actor, now, await keepUpload(command, id), sha256);
      if (await insertEvidence(evidence)) {
        await dropUploads(uploads);
        return receiptOf(evidence);
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
      // The same command at the same time may have been quicker, and has dropped the upload.
      const winner = (await evidenceByIds([id])).get(id);
      if (!winner) throw error;
      return repeatedReceipt(winner, hash);
    }
    const winner = (await evidenceByIds([id])).get(id);
    if (!winner) throw new DomainError('service.busy');
    return repeatedReceipt(winner, hash);
  },
});
