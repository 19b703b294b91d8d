import * as v from 'valibot';
import { askedWords } from '../../miniprogram/domain/search/search-words';
import { defineAction } from '../_shared/define-action';
import { cursor, searched } from '../_shared/inputs';
import { presented } from '../_shared/page';
import { countsOfAuthor, inspectionsBy, searchedInspectionsBy } from './inspection-repository';
import { sentRow, withThumbnails } from './present-row';

/** 我发送的: 待审核 / 审核通过 (also those that needed no review) / 审核未通过; a first page tells what stands in each. */
export const listSent = defineAction({
  input: v.strictObject({
    tab: v.picklist(['pendingReview', 'effective', 'rejected']),
    keyword: searched,
    cursor,
  }),
  load: () => Promise.resolve(null),
  async run({ actor }, { tab, keyword, cursor }) {
    const words = askedWords(keyword);
    const [found, counts] = await Promise.all([
      words.length === 0
        ? inspectionsBy(actor, tab, cursor)
        : searchedInspectionsBy(actor, tab, words, cursor),
      cursor === null ? countsOfAuthor(actor) : null,
    ]);
    return { counts, ...(await withThumbnails(presented(found, sentRow))) };
  },
});
