import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import type { Actor } from '../../miniprogram/domain/people/post';
import { collection } from '../_shared/database';

/** Who read what is not for everybody's eyes (domain.md, Idempotency and integrity). Never shown, never changed. */
export interface InternalRead {
  readonly recordId: string;
  readonly personId: string;
  readonly at: string;
}

/** 监督内档: its readers are logged, but for the author. A read that cannot be logged is not given. */
export const logInternalRead = async (
  { _id, authorId }: Inspection,
  actor: Actor,
  now: string,
): Promise<void> => {
  if (actor.personId === authorId) return;
  const read: InternalRead = { recordId: _id, personId: actor.personId, at: now };
  await collection<InternalRead>('reads').add({ data: read });
};
