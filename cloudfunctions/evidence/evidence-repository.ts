import type { CheckState, Evidence } from '../../miniprogram/domain/evidence/evidence';
import { collection, command, insertOnce } from '../_shared/database';

const EVIDENCE = 'evidence';
const UPLOADS = 'uploads';
/** Longer lists are not asked for at once. */
const IDS_PER_QUERY = 100;

/** What was found of the ids, by id. */
export const evidenceByIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, Evidence>> => {
  const queries: Promise<{ data: Evidence[] }>[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_QUERY) {
    queries.push(
      collection<Evidence>(EVIDENCE)
        .where({ _id: command.in(ids.slice(start, start + IDS_PER_QUERY)) })
        .limit(IDS_PER_QUERY)
        .get(),
    );
  }
  const found = (await Promise.all(queries)).flatMap(({ data }) => data);
  return new Map(found.map((evidence) => [evidence._id, evidence]));
};

/** @returns false when it stands there already */
export const insertEvidence = (evidence: Evidence): Promise<boolean> => insertOnce(EVIDENCE, evidence);

/** Notes the record that used it first. */
export const markCited = async (ids: readonly string[], recordId: string): Promise<void> => {
  if (ids.length === 0) return;
  await collection<Evidence>(EVIDENCE)
    .where({ _id: command.in(ids), citedIn: null })
    .update({ data: { citedIn: recordId } });
};

/** What nobody cited, received between the two instants, oldest first. */
export const uncitedBetween = async (after: string, before: string): Promise<Evidence[]> =>
  (
    await collection<Evidence>(EVIDENCE)
      .where({ citedIn: null, receivedAt: command.and(command.gt(after), command.lt(before)) })
      .orderBy('receivedAt', 'asc')
      .limit(IDS_PER_QUERY)
      .get()
  ).data;

export const removeUncited = async (ids: readonly string[]): Promise<void> => {
  await collection<Evidence>(EVIDENCE)
    .where({ _id: command.in(ids), citedIn: null })
    .remove();
};

/**
 * What WeChat said of the picture it was asked about under that id.
 * @returns false when no evidence waits for it
 */
export const noteCheck = async (traceId: string, state: CheckState): Promise<boolean> => {
  const asked = collection<Evidence>(EVIDENCE).where({ 'check.traceId': traceId });
  const { stats } = await asked.update({ data: { check: { traceId, state } } });
  return stats.updated > 0 || (await asked.count()).total > 0;
};

/** What a phone is about to send: these files may go when their time is over, whatever became of them. */
export interface AnnouncedUploads {
  readonly _id: string;
  readonly personId: string;
  readonly paths: readonly string[];
  readonly at: string;
}

export const insertUploads = (uploads: AnnouncedUploads): Promise<boolean> => insertOnce(UPLOADS, uploads);

export const uploadsBetween = async (after: string, before: string): Promise<AnnouncedUploads[]> =>
  (
    await collection<AnnouncedUploads>(UPLOADS)
      .where({ at: command.and(command.gt(after), command.lt(before)) })
      .orderBy('at', 'asc')
      .limit(IDS_PER_QUERY)
      .get()
  ).data;

export const removeUploads = async (ids: readonly string[]): Promise<void> => {
  await collection<AnnouncedUploads>(UPLOADS)
    .where({ _id: command.in(ids) })
    .remove();
};
