import { searchKeyFor, searchKeysOf } from '../../miniprogram/domain/project/search-keys';

const project = (change: object = {}) => ({
  name: '',
  number: '',
  address: '',
  parties: [] as { unitName: string }[],
  ...change,
});

test('the keys of a text are its pieces of one to four characters, in small letters, each once', () => {
  expect(searchKeysOf(project({ name: '甲乙A甲乙' })).sort()).toEqual(
    [
      ...['甲', '乙', 'a'],
      ...['甲乙', '乙a', 'a甲'],
      ...['甲乙a', '乙a甲', 'a甲乙'],
      ...['甲乙a甲', '乙a甲乙'],
    ].sort(),
  );
});

test('number, address and units are found as the name is, and no piece goes over from one text to the next', () => {
  const keys = searchKeysOf(
    project({ name: '甲', number: '乙', address: '丙', parties: [{ unitName: '丁' }, { unitName: '戊' }] }),
  );
  expect(keys).toEqual(['甲', '乙', '丙', '丁', '戊']);
});

test.each([
  ['one character', '桥', '桥', true],
  ['four characters', '滨江新城', '滨江新城', true],
  ['capital letters', 'AB区', 'ab区', true],
  ['a longer word by its beginning', '滨江新城三期 A 区', '滨江新城', false],
  ['a number by its end', '琼海监2026-0047', '0047', false],
  ['a unit without what most are called', '瀛海建设工程有限公司', '瀛海', false],
  ['an address without the town', '海口市琼山区滨江路', '滨江路', false],
  ['what is common, where nothing else is said', '建设工程有限公司', '建设', false],
])('%s', (_, word, key, isWhole) => expect(searchKeyFor(word)).toEqual({ key, isWhole }));

test('the key of a word is among the keys of every text that contains it', () => {
  const text = '海口市琼山区滨江路 88 号琼建示范建工集团有限公司 A 座';
  const keys = new Set(searchKeysOf(project({ address: text })));
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= text.length; end += 1) {
      expect(keys).toContain(searchKeyFor(text.slice(start, end)).key);
    }
  }
});
