import { summaryOf } from '../../miniprogram/domain/inbox/inbox-item';
import { isInternalFile, type Inspection } from '../../miniprogram/domain/inspection/inspection';
import { pageOf } from '../_shared/page';
import { TIMELINE_SIZE } from './timeline-repository';

/** A record of the project in a line: nobody's reviewers, no reasons, no files. */
const presentRecord = (inspection: Inspection) => {
  const { covers: _, ...summary } = summaryOf(inspection);
  return {
    kind: 'inspection' as const,
    recordId: inspection._id,
    isInternal: isInternalFile(inspection),
    ...summary,
  };
};

export const presentTimeline = (found: readonly Inspection[]) =>
  pageOf(found, ({ submittedAt }) => submittedAt, presentRecord, TIMELINE_SIZE);
