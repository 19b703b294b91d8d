import { recordTabs, searchOf } from '../../miniprogram/view/tabbed-records';

const empty = { title: '', hint: '' };
const TABS = recordTabs([
  { name: 'toReview', title: '待审核', empty },
  { name: 'toConfirm', title: '待确认', empty, isSeldom: true },
]);
const titles = (...args: Parameters<typeof TABS.strip>) =>
  TABS.strip(...args).map(({ title, count }) => title + count);

test('a seldom tab stands there where something waits in it, and while it is open', () => {
  expect(titles()).toEqual(['待审核']);
  expect(titles({ toReview: '2', toConfirm: '' })).toEqual(['待审核2']);
  expect(titles({ toConfirm: '1' })).toEqual(['待审核', '待确认1']);
  expect(titles({ toConfirm: '' }, 'toConfirm')).toEqual(['待审核', '待确认']);
});

test.each([
  ['滨江', { keyword: '滨江', searchHint: '' }],
  ['', { keyword: '', searchHint: '' }],
  ['桥', { searchHint: '请至少输入两个字' }],
])('“%s” in the search box', (keyword, shown) => expect(searchOf(keyword)).toEqual(shown));
