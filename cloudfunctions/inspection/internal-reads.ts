import { isInternalFile, type Inspection } from '../../miniprogram/domain/inspection/inspection';
import type { Actor } from '../../miniprogram/domain/people/post';
import { collection } from '../_shared/database';

/** Who read what is not for everybody's eyes (domain.md, Idempotency and integrity). Never shown, never changed. */
export interface InternalRead {
  readonly recordId: string;
  readonly personId: string;
  readonly at: string;
}

/**
 * Of these records those that are 监督内档: that they were read, whole or in a line, is logged, but for the author. A read
 * that cannot be logged is not given.
 */
export const logInternalReads = async (
  inspections: readonly Inspection[],
  { personId }: Actor,
  now: string,
): Promise<void> => {
  const reads = inspections
    .filter((inspection) => isInternalFile(inspection) && inspection.authorId !== personId)
    .map(({ _id }): InternalRead => ({ recordId: _id, personId, at: now }));
  if (reads.length > 0) await collection<InternalRead>('reads').add({ data: reads });
};
