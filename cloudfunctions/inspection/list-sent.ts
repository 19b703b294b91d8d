import * as v from 'valibot';
import { askedWords } from '../../miniprogram/domain/search/search-words';
import { defineAction } from '../_shared/define-action';
import { cursor, searched } from '../_shared/inputs';
import { pageOf } from '../_shared/page';
import { countOfAuthor, inspectionsBy } from './inspection-repository';
import { sentRow, withThumbnails } from './present-row';

/** What stands in each tab, up to 100. */
const countsOf = async (authorId: string) => {
  const [pendingReview, effective, rejected] = await Promise.all([
    countOfAuthor(authorId, 'pendingReview'),
    countOfAuthor(authorId, 'effective'),
    countOfAuthor(authorId, 'rejected'),
  ]);
  return { pendingReview, effective, rejected };
};

/** 我发送的: 待审核 / 审核通过 (also those that needed no review) / 审核未通过. */
export const listSent = defineAction({
  input: v.strictObject({
    tab: v.picklist(['pendingReview', 'effective', 'rejected']),
    keyword: searched,
    cursor,
  }),
  load: async ({ tab, keyword, cursor }, personId) => {
    const [found, counts] = await Promise.all([
      inspectionsBy(personId, tab, askedWords(keyword), cursor),
      cursor === null ? countsOf(personId) : null,
    ]);
    return { found, counts };
  },
  async run({ loaded: { found, counts } }) {
    const page = await withThumbnails(pageOf(found, (inspection) => inspection.submittedAt, sentRow));
    return { counts, ...page };
  },
});
