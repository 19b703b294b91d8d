import type { CatalogueEntry } from '../../miniprogram/domain/catalogue/catalogue';
import { catalogueRows, placeTitle, type CataloguePlace } from '../../miniprogram/view/catalogue-rows';

const entry = (id: string, change: Partial<CatalogueEntry>): CatalogueEntry => ({
  id,
  kind: 'term',
  domain: 'quality',
  group: '主体结构',
  discipline: 'Q-REB',
  disciplineName: '钢筋',
  text: id,
  basis: `《${id}》`,
  severity: 'general',
  types: ['quality', 'comprehensive'],
  initials: '',
  subjects: ['contractor'],
  action: 'rectify',
  days: 3,
  ...change,
});

const CONCRETE = { discipline: 'Q-CON', disciplineName: '混凝土' };
const PIT = {
  domain: 'safety',
  group: '基坑与模板支架',
  discipline: 'S-PIT',
  disciplineName: '基坑',
  types: ['safety', 'comprehensive'],
} as const;
const ENTRIES = [
  entry('Q-REB-001', { text: '钢筋未复验', initials: 'gjwfy', severity: 'major' }),
  entry('Q-REB-002', { text: '间距不符', initials: 'jjbf' }),
  entry('Q-CON-001', { ...CONCRETE, text: '蜂窝露筋', initials: 'fwlj', severity: 'serious' }),
  entry('Q-CON-002', { ...CONCRETE, kind: 'violation', text: '偷工减料', initials: 'tgjl' }),
  entry('S-PIT-001', { ...PIT, text: '基坑堆载', initials: 'jkdz' }),
];

const NOTHING = { picked: [], favourites: [], recent: [] };
const place = (change: Partial<CataloguePlace>): CataloguePlace => ({
  type: 'quality',
  shelf: 'term',
  discipline: '',
  keyword: '',
  kind: 'all',
  ...change,
});
const idsAt = (change: Partial<CataloguePlace>, own: object = {}): string[] =>
  catalogueRows(ENTRIES, place(change), { ...NOTHING, ...own }).map(({ id }) => id);

describe('the tree', () => {
  test('parts, their disciplines with how many, and how many of them are chosen', () => {
    expect(catalogueRows(ENTRIES, place({}), { ...NOTHING, picked: ['Q-REB-002'] })).toEqual([
      { row: 'heading', id: 'heading:主体结构', title: '主体结构' },
      { row: 'discipline', id: 'Q-REB', name: '钢筋', count: 2, pickedCount: 1 },
      { row: 'discipline', id: 'Q-CON', name: '混凝土', count: 1, pickedCount: 0 },
    ]);
  });

  test.each([
    ['safety', ['heading:基坑与模板支架', 'S-PIT']],
    ['comprehensive', ['heading:主体结构', 'Q-REB', 'Q-CON', 'heading:基坑与模板支架', 'S-PIT']],
  ] as const)('%s has its own disciplines only', (type, ids) => {
    expect(idsAt({ type })).toEqual(ids);
  });

  test('the other kind has its own, and a discipline opens with its entries of that kind', () => {
    expect(idsAt({ shelf: 'violation' })).toEqual(['heading:主体结构', 'Q-CON']);
    expect(idsAt({ shelf: 'violation', discipline: 'Q-CON' })).toEqual(['Q-CON-002']);
    expect(idsAt({ discipline: 'Q-CON' })).toEqual(['Q-CON-001']);
  });

  test('an entry says its gravity and clause; the discipline it stands in is not said again', () => {
    expect(
      catalogueRows(ENTRIES, place({ discipline: 'Q-REB' }), {
        picked: ['Q-REB-001'],
        favourites: ['Q-REB-001'],
        recent: [],
      })[0],
    ).toEqual({
      row: 'entry',
      id: 'Q-REB-001',
      text: '钢筋未复验',
      basis: '《Q-REB-001》',
      note: '',
      tag: { word: '重大', tone: 'bad', sign: '' },
      isPicked: true,
      isFavourite: true,
    });
  });
});

describe('the search', () => {
  test.each([
    ['a word', '露筋', ['Q-CON-001']],
    ['initials', 'tgjl', ['Q-CON-002']],
    ['initials in capitals', 'GJWFY', ['Q-REB-001']],
    ['two words, both of them', '钢筋 间距', ['Q-REB-002']],
    ['the number', 'q-con-001', ['Q-CON-001']],
    ['what another type has', '堆载', []],
  ])('finds by %s, in both kinds of the type', (_, keyword, ids) => {
    expect(idsAt({ keyword, shelf: 'usual', discipline: 'Q-REB' })).toEqual(ids);
  });

  test('what was found says where it stands', () => {
    expect(catalogueRows(ENTRIES, place({ keyword: 'tgjl' }), NOTHING)).toMatchObject([
      { note: '违法违规行为 · 混凝土' },
    ]);
  });

  test('of what is found one of the two selections, when it is asked for', () => {
    // 间距 and 偷工 both have a j in their initials.
    const found = { keyword: 'j', shelf: 'usual' } as const;
    expect(idsAt({ ...found, kind: 'violation' })).toEqual(['Q-CON-002']);
    expect(idsAt({ ...found, kind: 'term' })).not.toContain('Q-CON-002');
    expect(idsAt({ ...found, kind: 'term' }).length + 1).toBe(idsAt(found).length);
    // Without a keyword the shelf says the kind.
    expect(idsAt({ kind: 'violation' })).toEqual(idsAt({}));
  });

  test('blanks search nothing', () => expect(idsAt({ keyword: '  ' })).toEqual(idsAt({})));
});

describe('常用', () => {
  test('favourites, then what was chosen lately and is none; of the type, and still in the catalogue', () => {
    const own = {
      favourites: ['Q-CON-002', 'S-PIT-001', 'gone'],
      recent: ['Q-REB-002', 'Q-CON-002', 'S-PIT-001'],
    };
    expect(idsAt({ shelf: 'usual' }, own)).toEqual([
      'heading:收藏',
      'Q-CON-002',
      'heading:最近使用',
      'Q-REB-002',
    ]);
    expect(idsAt({ shelf: 'usual' })).toEqual([]);
  });
});

describe('what stands above the rows', () => {
  const titleAt = (change: Partial<CataloguePlace>) =>
    placeTitle(catalogueRows(ENTRIES, place(change), NOTHING), ENTRIES, place(change));
  test('nothing, an open discipline, or how many were found', () => {
    expect(titleAt({})).toBeNull();
    expect(titleAt({ discipline: 'Q-REB' })).toEqual({ name: '钢筋', count: 2, isOpenDiscipline: true });
    expect(titleAt({ discipline: 'Q-REB', keyword: '钢筋' })).toEqual({
      name: '查找结果',
      count: 2,
      isOpenDiscipline: false,
    });
  });
});
