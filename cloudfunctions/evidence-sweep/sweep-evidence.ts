import { evidenceSweptBefore, type Evidence } from '../../miniprogram/domain/evidence/evidence';
import { deleteFiles } from '../_shared/storage';
import { markCited, removeUncited, uncitedBetween } from '../evidence/evidence-repository';
import { citationsOf } from '../inspection/inspection-repository';
import { inBatches } from './in-batches';

const filesOf = ({ fileID, thumbnailID }: Evidence): string[] =>
  thumbnailID === null ? [fileID] : [fileID, thumbnailID];

/** Files first: what of a document is left without them is found again the next night. @returns those that are gone */
const sweep = async (unused: readonly Evidence[]): Promise<number> => {
  if (unused.length === 0) return 0;
  const left = await deleteFiles(unused.flatMap(filesOf));
  const gone = unused.filter((evidence) => !filesOf(evidence).some((file) => left.has(file)));
  await removeUncited(gone.map(({ _id }) => _id));
  return gone.length;
};

/**
 * Evidence that no record claims and none may claim any more. Whether one does is asked of the records themselves:
 * a submission that died before it marked its evidence is made up for here.
 * @returns how many pieces are gone
 */
export const sweepEvidence = async (at: string): Promise<number> => {
  let swept = 0;
  await inBatches(async (after) => {
    const found = await uncitedBetween(after, evidenceSweptBefore(at));
    const citations = await citationsOf(found.map(({ _id }) => _id));
    await Promise.all([...citations].map(([id, recordId]) => markCited([id], recordId)));
    swept += await sweep(found.filter(({ _id }) => !citations.has(_id)));
    return found.at(-1)?.receivedAt;
  });
  return swept;
};
