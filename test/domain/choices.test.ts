import { metresBetween } from '../../miniprogram/domain/project/distance';
import { peopleGroups } from '../../miniprogram/view/people-groups';
import { projectChoice, spokenDistance } from '../../miniprogram/view/project-choice';
import { projectFilters, projectQuery } from '../../miniprogram/view/project-view';

const person = (personId: string, name: string, position: string, organisation: string) => ({
  personId,
  name,
  position,
  organisation,
});
const PEOPLE = [
  person('1', '罗启明', '项目负责人', '海口滨江置业有限公司'),
  person('2', '赵铁山', '项目经理', '琼建示范建工集团有限公司'),
  person('3', '钱学农', '技术负责人', '琼建示范建工集团有限公司'),
  person('4', '孙监明', '总监', '椰城工程监理有限公司'),
];
const grouped = (keyword = '', recent: string[] = [], picked: string[] = []) =>
  peopleGroups(PEOPLE, { keyword, recent, picked }).map(({ title, people }) => [
    title,
    people.map(({ name }) => name).join(),
  ]);

describe('people on offer', () => {
  test('stand by unit, in the order they come', () => {
    expect(grouped()).toEqual([
      ['海口滨江置业有限公司', '罗启明'],
      ['琼建示范建工集团有限公司', '赵铁山,钱学农'],
      ['椰城工程监理有限公司', '孙监明'],
    ]);
  });

  test('those chosen lately stand first and once; who is not on offer any more does not', () => {
    expect(grouped('', ['4', 'gone', '2'])).toEqual([
      ['最近', '孙监明,赵铁山'],
      ['海口滨江置业有限公司', '罗启明'],
      ['琼建示范建工集团有限公司', '钱学农'],
    ]);
    expect(peopleGroups(PEOPLE, { keyword: '', recent: ['4'], picked: [] })[0]?.isMixed).toBe(true);
  });

  test.each([
    ['name', '铁山', [['琼建示范建工集团有限公司', '赵铁山']]],
    ['unit', '监理', [['椰城工程监理有限公司', '孙监明']]],
    [
      'post',
      '负责人',
      [
        ['海口滨江置业有限公司', '罗启明'],
        ['琼建示范建工集团有限公司', '钱学农'],
      ],
    ],
    ['unit and post', '琼建 经理', [['琼建示范建工集团有限公司', '赵铁山']]],
    ['nobody', '王', []],
  ])('are found by %s', (_, keyword, groups) => {
    expect(grouped(keyword, ['2'])).toEqual(groups);
  });

  test('who is picked says so wherever they stand', () => {
    const [recent] = peopleGroups(PEOPLE, { keyword: '', recent: ['2'], picked: ['2'] });
    expect(recent?.people[0]).toMatchObject({ personId: '2', isPicked: true });
  });
});

test.each([
  [0, '0 m'],
  [650, '650 m'],
  [999, '999 m'],
  [1000, '1.0 km'],
  [3249, '3.2 km'],
  [9949, '9.9 km'],
  [9950, '10 km'],
  [12_499, '12 km'],
])('%d metres are %s', (metres, words) => expect(spokenDistance(metres)).toBe(words));

test('a project without a distance shows none', () => {
  const row = { projectId: 'p', name: '甲', number: '琼海监2026-0001', address: '乙' };
  expect(projectChoice(row).distance).toBe('');
  expect(projectChoice({ ...row, distance: 40 }).distance).toBe('40 m');
});

test('metres along the sphere: a degree of latitude, and one of longitude at 60°', () => {
  // 2π · 6,378,100 m / 360 = 111,319 m; at 60° half of it, less the bend of the great circle.
  expect(metresBetween({ lng: 110, lat: 19 }, { lng: 110, lat: 20 })).toBe(111_319);
  expect(metresBetween({ lng: 110, lat: 20 }, { lng: 110, lat: 20 })).toBe(0);
  expect(Math.abs(metresBetween({ lng: 110, lat: 60 }, { lng: 111, lat: 60 }) - 55_658)).toBeLessThan(3);
});

test('filters of 工程列表 ask for what they say', () => {
  expect(projectFilters(true).map(({ name }) => name)).toEqual(['全部', '未定位', '我监督的']);
  expect(projectFilters(false).map(({ name }) => name)).toEqual(['全部', '未定位']);
  expect(projectQuery('all')).toEqual({ scope: 'visible', isUnlocated: false });
  expect(projectQuery('own')).toEqual({ scope: 'supervised', isUnlocated: false });
  expect(projectQuery('unlocated')).toEqual({ scope: 'visible', isUnlocated: true });
});
