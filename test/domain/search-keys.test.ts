import { projectSearch, searchKeysOf } from '../../miniprogram/domain/project/search-keys';

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

test('full width, capitals and blanks make no difference to the keys', () => {
  expect(searchKeysOf(project({ name: 'Ａ 区　２' }))).toEqual(searchKeysOf(project({ name: 'a区2' })));
});

test.each([
  ['one character', '桥', '桥'],
  ['four characters', '滨江新城', '滨江新城'],
  ['capital letters', 'AB区', 'ab区'],
  ['full width', '２０２６', '2026'],
  ['a longer word by its beginning', '滨江新城三期A区', '滨江新城'],
  ['a number by its end', '琼海监2026-0047', '0047'],
  ['a unit without what most are called', '瀛海建设工程有限公司', '瀛海'],
  ['an address without the town', '海口市琼山区滨江路', '滨江路'],
  ['what is common, where nothing else is said', '建设工程有限公司', '建设'],
  ['of several words the longest', '桥 滨江 二标', '滨江'],
  ['of several as long a number', '滨江新城 0047', '0047'],
])('is looked up by %s', (_, keyword, key) => expect(projectSearch(keyword)?.key).toBe(key));

test('nothing is looked up where nothing was typed', () => expect(projectSearch(' 　 ')).toBeNull());

const FOUND = project({
  name: '滨江新城三期 A 区',
  number: '琼海监2026-0031',
  address: '海口市琼山区滨江路 88 号',
  parties: [{ unitName: '琼建示范建工集团有限公司' }],
});
test.each([
  ['滨江 三期', true],
  ['三期 滨江', true],
  ['滨江新城三期A区', true],
  ['滨江新城三期 A 区', true],
  ['滨江新城三期ａ区', true],
  ['２０２６', true],
  ['琼海监２０２６－００３１', true],
  ['琼建示范 滨江路88号', true],
  ['滨江 四期', false],
  ['新城滨江', false],
  // The end of the name and the beginning of the number: two texts.
  ['区琼海监', false],
])('“%s” is said of it: %s', (keyword, isSaid) => {
  const search = projectSearch(keyword);
  expect(search?.isSaidOf(FOUND)).toBe(isSaid);
  // What is found is found by the key.
  if (isSaid) expect(searchKeysOf(FOUND)).toContain(search?.key);
});

test('the key of a word is among the keys of every text that contains it', () => {
  const text = '海口市琼山区滨江路 88 号琼建示范建工集团有限公司 A 座';
  const keys = new Set(searchKeysOf(project({ address: text })));
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= text.length; end += 1) {
      const search = projectSearch(text.slice(start, end));
      if (search) expect(keys).toContain(search.key);
    }
  }
});
