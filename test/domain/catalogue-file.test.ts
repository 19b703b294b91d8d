import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../../cloudfunctions/_shared/catalogue';
import type { CatalogueEntry } from '../../miniprogram/domain/catalogue/catalogue';
import {
  catalogueVersion,
  CATALOGUE_VERSION_SHAPE,
  CatalogueFileError,
  isCatalogueOf,
  packCatalogue,
  unpackCatalogue,
} from '../../miniprogram/domain/catalogue/catalogue-file';

const entry = (change: Partial<CatalogueEntry>): CatalogueEntry => ({
  id: 'S-PIT-003',
  kind: 'term',
  domain: 'safety',
  group: '基坑与模板支架',
  discipline: 'S-PIT',
  disciplineName: '基坑、边坡工程',
  text: '基坑周边堆载超过设计允许值',
  basis: '《建筑基坑支护技术规程》',
  severity: 'major',
  types: ['safety', 'comprehensive'],
  initials: 'jkzbdz',
  subjects: ['contractor'],
  action: 'stop',
  days: 1,
  ...change,
});

const PACKED =
  '{"disciplines":[["S-PIT","基坑、边坡工程","基坑与模板支架",1]],' +
  '"entries":[["003",0,0,2,6,"基坑周边堆载超过设计允许值","《建筑基坑支护技术规程》","jkzbdz",[1],2,1],' +
  '["004",0,1,0,7,"未监测","","wjc",[0,2],3,15]]}';
const ENTRIES = [
  entry({}),
  entry({
    id: 'S-PIT-004',
    kind: 'violation',
    severity: 'general',
    types: ['quality', 'safety', 'comprehensive'],
    text: '未监测',
    basis: '',
    initials: 'wjc',
    subjects: ['owner', 'supervision'],
    action: 'badConduct',
    days: 15,
  }),
];

describe('the file of the catalogue', () => {
  test('a discipline stands in it once, values of few by their place', () => {
    expect(packCatalogue(ENTRIES)).toBe(PACKED);
    expect(unpackCatalogue(PACKED)).toEqual(ENTRIES);
  });

  test('an id that does not begin with its discipline cannot be written', () => {
    expect(() => packCatalogue([entry({ discipline: 'S-XXX' })])).toThrow(CatalogueFileError);
  });

  test.each([
    ['cut off', PACKED.slice(0, -5)],
    ['nothing', ''],
    ['a page of a captive portal', '<html></html>'],
    ['null', 'null'],
    ['an entry of no discipline', PACKED.replace('["003",0', '["003",5')],
    ['a severity that is none', PACKED.replace('0,0,2,6', '0,0,9,6')],
  ])('%s is no catalogue', (_, text) => {
    expect(() => unpackCatalogue(text)).toThrow(CatalogueFileError);
  });

  test('its version says which bytes it is', () => {
    const version = catalogueVersion('1.0.0', 'abc', (text) =>
      createHash('sha256').update(text).digest('hex'),
    );
    // SHA-256 of "abc", FIPS 180-2 B.1.
    expect(version).toBe('1.0.0-ba7816bf8f01cfea');
    expect(version).toMatch(CATALOGUE_VERSION_SHAPE);
    expect(isCatalogueOf(version, `ba7816bf8f01cfea${'0'.repeat(48)}`)).toBe(true);
    expect(isCatalogueOf(version, `ba7816bf8f01cfeb${'0'.repeat(48)}`)).toBe(false);
    expect('../../x-ba7816bf8f01cfea').not.toMatch(CATALOGUE_VERSION_SHAPE);
  });

  test('the built one is all of data/catalogue.json, named by its own bytes, and small', () => {
    const folder = path.resolve(__dirname, '../../dist/catalogue');
    const names = readdirSync(folder);
    expect(names).toHaveLength(1);
    const [name = ''] = names;
    const bytes = readFileSync(path.join(folder, name));
    expect(name.slice(-21, -5)).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 16));
    expect(bytes.length).toBeLessThan(128 * 1024);
    const entries = unpackCatalogue(bytes.toString('utf8'));
    expect(entries).toHaveLength(485);
    expect(entries).toEqual([...CATALOGUE.values()]);
    expect(entries.every(({ group }) => group !== '')).toBe(true);
    expect(entries.find(({ id }) => id === 'S-TYP-006')).toEqual({
      id: 'S-TYP-006',
      kind: 'term',
      domain: 'safety',
      group: '用工与防灾',
      discipline: 'S-TYP',
      disciplineName: '防台防汛与高温',
      text: '高温天气未调整作业时间、未落实防暑降温措施',
      basis: '《防暑降温措施管理办法》（安监总安健〔2012〕89号）第八条',
      severity: 'general',
      types: ['safety', 'comprehensive'],
      initials: 'gwtqwtzzysjwlsfsjwcs ftfxygw gw zs',
      subjects: ['contractor'],
      action: 'rectify',
      days: 1,
    });
  });

  // Written out from data/catalogue.json.
  test.each([
    ['Q-ACT-012', ['owner', 'contractor', 'supervision'], 'partialStop', 10],
    ['S-PIT-006', ['contractor'], 'partialStop', 1],
    // 安装拆卸单位 is no party of a project: the contractor answers for it.
    ['Q-LFT-001', ['contractor'], 'rectify', 7],
  ])('%s proposes whose duty it is, what to do and how long it may take', (id, subjects, action, days) => {
    expect(CATALOGUE.get(id)).toMatchObject({ subjects, action, days });
  });
});
