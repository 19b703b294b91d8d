import type { InboxBox, InboxItem, InspectionSummary } from '../../miniprogram/domain/inbox/inbox-item';
import { summaryOf } from '../../miniprogram/domain/inbox/inbox-item';
import { reasonOf, type Inspection } from '../../miniprogram/domain/inspection/inspection';
import type { Page } from '../_shared/page';
import { temporaryUrls } from '../_shared/storage';

/** A row of any list of inspections, still with the files of its thumbnails. */
interface Row {
  readonly inspectionId: string;
  readonly projectName: string;
  readonly at: string;
  readonly isUnread: boolean;
  readonly reason: string;
  /** In whose duty or list it stands; null in the author's own. */
  readonly box: InboxBox | null;
  readonly summary: InspectionSummary;
}

export const sentRow = (inspection: Inspection): Row => ({
  inspectionId: inspection._id,
  projectName: inspection.project.name,
  at: inspection.submittedAt,
  isUnread: false,
  reason: reasonOf(inspection),
  box: null,
  summary: summaryOf(inspection),
});

export const receivedRow = ({ recordId, project, summary, box, at, readAt }: InboxItem): Row => ({
  inspectionId: recordId,
  projectName: project.name,
  at,
  isUnread: readAt === null,
  reason: '',
  box,
  summary,
});

/** Rows as the phone sees them: addresses in the place of files, all asked for at once. */
export const withThumbnails = async ({ rows, ...page }: Page<Row>) => {
  const urls = await temporaryUrls(rows.flatMap(({ summary }) => summary.covers));
  return {
    ...page,
    rows: rows.map(({ summary: { covers, ...summary }, ...row }) => ({
      ...row,
      ...summary,
      thumbnails: covers.flatMap((fileID) => urls.get(fileID) ?? []),
    })),
  };
};
