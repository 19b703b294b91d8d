import { inspectionIdOf } from '../../miniprogram/domain/inspection/form-inspection';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { sha256 } from '../_shared/hash';
import { inspectionById } from './inspection-repository';

/** The corrected copy of a rejected record, null while there is none. */
export const correctedCopyOf = ({ _id, authorId, events }: Inspection): Promise<Inspection | null> =>
  inspectionById(
    inspectionIdOf({ previousId: _id, requestId: events[0]?.requestId ?? '' }, authorId, sha256),
  );
