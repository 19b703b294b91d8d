import * as v from 'valibot';
import { DUTIES, type InboxBox, type InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import type { Actor } from '../../miniprogram/domain/people/post';
import { askedWords } from '../../miniprogram/domain/search/search-words';
import { defineAction } from '../_shared/define-action';
import { inboxCountShort, inboxPage } from '../_shared/inbox-repository';
import { cursor, searched } from '../_shared/inputs';
import { pageOf } from '../_shared/page';
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

/** What waits in the tabs, up to 100: duties not done, and what was delivered and not read. */
const waitingOf = async (personId: string) => {
  const [toReview, toConfirm, delivered] = await Promise.all([
    inboxCountShort({ personId, box: 'inspection.toReview' }),
    inboxCountShort({ personId, box: 'inspection.toConfirm' }),
    inboxCountShort({ personId, box: 'inspection.delivered', readAt: null }),
  ]);
  return { toReview, toConfirm, delivered };
};

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
  load: async ({ tab, keyword, cursor }, personId) => {
    const words = askedWords(keyword);
    const asked = tab === null ? OPENED_FIRST : [tab];
    const [counts, ...pages] = await Promise.all([
      cursor === null ? waitingOf(personId) : null,
      ...asked.map((each) => inboxPage({ personId, boxes: BOXES_OF_TAB[each], words, cursor })),
    ]);
    return { counts, pages: asked.map((each, index) => ({ tab: each, found: pages[index] ?? [] })) };
  },
  async run({ actor, loaded: { counts, pages } }, { tab }) {
    const none: { tab: Tab; found: InboxItem[] } = { tab: tab ?? emptyTabFor(actor), found: [] };
    const chosen = pages.find(({ found }) => found.length > 0) ?? none;
    const page = await withThumbnails(pageOf(chosen.found, (item) => item.at, receivedRow));
    return { tab: chosen.tab, counts, ...page };
  },
});
