import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { inboxPage } from '../_shared/inbox-repository';
import { cursor } from '../_shared/inputs';
import { pageOf } from '../_shared/page';
import type { InboxItem } from '../../miniprogram/domain/inbox/inbox-item';

const BOX_OF_TAB = {
  toReview: 'inspection.toReview',
  reviewed: 'inspection.reviewed',
  delivered: 'inspection.delivered',
} as const;

/** 我接收的: 待审核 / 已审核 / 下达接收, from the person's inbox. */
export const listReceived = defineAction({
  input: v.strictObject({ tab: v.picklist(['toReview', 'reviewed', 'delivered']), cursor }),
  load: ({ tab, cursor }, personId) => inboxPage(personId, BOX_OF_TAB[tab], cursor),
  run: ({ loaded: found }) => Promise.resolve(pageOf(found, (item) => item.at, presentInboxRow)),
});

const presentInboxRow = ({ recordId, project, summary, at, readAt }: InboxItem) => ({
  inspectionId: recordId,
  projectName: project.name,
  at,
  isUnread: readAt === null,
  ...summary,
});
