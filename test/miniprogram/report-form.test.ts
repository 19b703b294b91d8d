import { EMPTY_FORM, faultsOf, reviewRows } from '../../miniprogram/view/report-form';

test('the review sheet has the form’s own words, those of the manual’s 3.2.1', () => {
  expect(reviewRows(EMPTY_FORM).map(({ label }) => label)).toEqual([
    ...['工程名称', '抽查类型', '抽查部位', '标准规范及违法违规行为', '问题补充说明'],
    ...['上报接收人', '下达接收人', '照片'],
  ]);
});

test.each([
  [2000, undefined],
  [2001, '问题补充说明最多 2000 字，请删减'],
])('a supplement of %i characters', (length, sentence) => {
  expect(faultsOf({ ...EMPTY_FORM, supplement: '长'.repeat(length) }).supplement).toBe(sentence);
});
