import type { ApplicationId } from '../../miniprogram/domain/applications/applications';
import { collection } from '../_shared/database';

/** What a person arranged for themselves; `_id` is the person, so that it follows them to another phone. */
interface Preferences {
  readonly _id: string;
  readonly pinned: readonly ApplicationId[];
}

const PREFERENCES = 'preferences';

export const pinnedOf = async (personId: string): Promise<readonly ApplicationId[]> =>
  (await collection<Preferences>(PREFERENCES).doc(personId).get()).data?.pinned ?? [];

export const keepPinned = async (personId: string, pinned: readonly ApplicationId[]): Promise<void> => {
  await collection<Preferences>(PREFERENCES).doc(personId).set({ data: { pinned } });
};
