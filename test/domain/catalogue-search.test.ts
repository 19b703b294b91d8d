import { CATALOGUE } from '../../cloudfunctions/_shared/catalogue';
import { searchCatalogue } from '../../miniprogram/domain/catalogue/catalogue';

const found = (query: string, type: 'quality' | 'safety' = 'safety') =>
  searchCatalogue([...CATALOGUE.values()], type, query);

describe('searching the catalogue', () => {
  test('initials of a keyword come before the same letters in the middle of a sentence', () => {
    const ids = found('lb').map(({ id }) => id);
    // 劳保 (lbyp), 临边 and 漏保 by their keywords; then 楼板… and 漏电保护器… by their first letters.
    expect(ids.slice(0, 3)).toEqual(['S-MGT-012', 'S-HGH-008', 'S-TEL-006']);
    expect(ids[3]).toBe('S-HGH-018');
    expect(ids).toContain('S-CIV-006');
  });

  test('every word must be there, and the words of the text come first', () => {
    expect(found('临边 栏杆').map(({ id }) => id)).toEqual(['S-HGH-008']);
    expect(found('没有这样的词')).toEqual([]);
  });

  test('only terms of the type are found; nothing asked finds them all in their order', () => {
    expect(found('lb', 'quality').every(({ types }) => types.includes('quality'))).toBe(true);
    const all = found('').map(({ id }) => id);
    expect(all).toHaveLength(292);
    expect(all[0]).toBe([...CATALOGUE.values()].find(({ types }) => types.includes('safety'))?.id);
  });
});
