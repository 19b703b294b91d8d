import { summaryOf } from '../../miniprogram/domain/inbox/inbox-item';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { presented, type Page } from '../_shared/page';

/** A record of the project in a line: nobody's reviewers, no reasons, no files. */
const presentRecord = (inspection: Inspection) => {
  const summary = summaryOf(inspection);
  return {
    kind: 'inspection' as const,
    recordId: inspection._id,
    isInternal: summary.isInternal,
    isClear: summary.isClear,
    ...{ status: summary.status, type: summary.type, part: summary.part },
    ...{ authorName: summary.authorName, submittedAt: summary.submittedAt },
    ...{ findingCount: summary.findingCount, photoCount: summary.photoCount },
    ...{ generalCount: summary.generalCount, seriousCount: summary.seriousCount },
    majorCount: summary.majorCount,
  };
};

export const presentTimeline = (found: Page<Inspection>) => presented(found, presentRecord);
