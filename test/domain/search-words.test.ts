import { askedWords, queryWords, searchWords } from '../../miniprogram/domain/search/search-words';

describe('what a document is found by', () => {
  test('every two signs side by side, each once, over all its texts', () => {
    expect(searchWords(['滨江新城', '新城'])).toEqual(['滨江', '江新', '新城']);
  });

  test('blanks and marks do not part a word; width and case do not matter', () => {
    expect(searchWords(['3 号楼'])).toEqual(['3号', '号楼']);
    expect(searchWords(['琼监-26（Ａ 区）'])).toEqual(['琼监', '监2', '26', '6a', 'a区']);
  });

  test('a text of one sign and an empty one give nothing, a rare sign is one sign', () => {
    expect(searchWords(['桥', '', ' '])).toEqual([]);
    expect(searchWords(['𠮷田'])).toEqual(['𠮷田']);
  });
});

describe('what a query asks for', () => {
  test.each([
    ['滨江', ['滨江']],
    ['滨江新', ['滨江', '江新']],
    ['滨江 安全', ['滨江', '安全']],
    ['3 号楼', ['3号', '号楼']],
    ['号楼 3', ['楼3', '号楼']],
    ['3 号楼 12 层', ['12', '3号', '2层', '号楼']],
    ['540 号桩', ['40', '54', '0号', '号桩']],
    ['2026 滨江', ['滨江', '20', '02', '26']],
    ['Ａ区', ['a区']],
    ['琼海监2026-0031', ['31', '03', '00', '60', '监2', '琼海', '海监', '20', '02', '26']],
  ])('“%s”', (query, words) => expect(queryWords(query)).toEqual(words));

  test.each(['', ' ', '桥', '（）', ' 3 '])('“%s” cannot be looked up', (query) =>
    expect(queryWords(query)).toEqual([]),
  );

  test('what is asked for is among the words of the text it was taken from', () => {
    const words = new Set(searchWords(['琼海监2026-0031', '3 号楼 12 层作业面']));
    for (const query of ['2026-0031', '海监2026', '12 层', '3号楼', '作业面', '层作']) {
      expect(queryWords(query).filter((word) => !words.has(word))).toEqual([]);
    }
    expect(queryWords('2027').every((word) => words.has(word))).toBe(false);
  });
});

describe('what was typed into a search box', () => {
  test.each(['', '  '])('“%s” asks for everything', (keyword) => expect(askedWords(keyword)).toEqual([]));

  test('a single sign is answered with what to do', () => {
    expect(() => askedWords('桥')).toThrow('请至少输入两个字');
  });

  test('more is looked up', () => expect(askedWords(' 桥梁 ')).toEqual(['桥梁']));
});
