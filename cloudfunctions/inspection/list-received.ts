import * as v from 'valibot';
import { DUTIES, type InboxBox } from '../../miniprogram/domain/inbox/inbox-item';
import type { Actor } from '../../miniprogram/domain/people/post';
import { askedWords } from '../../miniprogram/domain/search/search-words';
import { defineAction } from '../_shared/define-action';
import { inboxPage, waitingFor } from '../_shared/inbox-repository';
import { cursor, searched } from '../_shared/inputs';
import { presented } from '../_shared/page';
import { receivedRow, withThumbnails } from './present-row';

const BOXES_OF_TAB = {
  toReview: ['inspection.toReview'],
  reviewed: ['inspection.reviewed'],
  delivered: ['inspection.delivered'],
  toConfirm: ['inspection.toConfirm'],
  // 待办: what waits for the person, whoever they are in it.
  duties: DUTIES,
} as const satisfies Record<string, readonly InboxBox[]>;
type Tab = keyof typeof BOXES_OF_TAB;

/** Where the person is not told which tab to open: the first of these with rows. */
const OPENED_FIRST: readonly Tab[] = ['toReview', 'toConfirm', 'delivered', 'reviewed'];

/** Leaders of a station review; everybody else is only sent what became effective. */
const emptyTabFor = ({ posts }: Actor): Tab =>
  posts.some(({ role }) => role === 'head' || role === 'deputy') ? 'toReview' : 'delivered';

/** 我接收的 (待审核 / 待确认 / 已审核 / 下达接收) and 待办, from the person's inbox; a first page tells also what waits in each. */
export const listReceived = defineAction({
  input: v.strictObject({
    tab: v.nullable(v.picklist(['toReview', 'reviewed', 'delivered', 'toConfirm', 'duties'])),
    keyword: searched,
    cursor,
  }),
  load: () => Promise.resolve(null),
  async run({ actor }, { tab, keyword, cursor }) {
    const words = askedWords(keyword);
    const asked = tab === null ? OPENED_FIRST : [tab];
    const [counts, ...pages] = await Promise.all([
      cursor === null ? waitingFor(actor) : null,
      ...asked.map((each) => inboxPage({ actor, boxes: BOXES_OF_TAB[each], words, cursor })),
    ]);
    const opened = tab === null ? pages.findIndex(({ rows, next }) => rows.length > 0 || next !== null) : 0;
    const chosen = pages[opened] ?? { rows: [], next: null };
    const page = await withThumbnails(presented(chosen, receivedRow));
    return { tab: asked[opened] ?? emptyTabFor(actor), counts, ...page };
  },
});
