import type { StationRole, UnitRole } from '../../miniprogram/domain/people/post';

/**
 * The demonstration's people by hand. Every name is invented and every number begins with 190 0000: no such numbers are given out.
 * The phone's panel lists them from here (LISTED_PEOPLE); README's table says the same.
 */
export interface StationPerson {
  readonly personId: string;
  readonly phone: string;
  readonly name: string;
  readonly role: StationRole;
  readonly position: string;
  readonly stationId: string;
  readonly certificate: string | null;
}

export interface PartyPerson {
  readonly personId: string;
  readonly phone: string;
  readonly name: string;
  readonly unitId: string;
  readonly position: string;
  readonly isKey: boolean;
  readonly projectIds: readonly string[];
  /** Their posts ended so many days before the anchor. */
  readonly leftDaysAgo?: number;
}

export const PROVINCE_STATION = 'st-460000';
export const HAIKOU_STATION = 'st-460100';
export const SANYA_STATION = 'st-460200';

export const STATIONS: Readonly<
  Record<string, { name: string; divisionCode: string; parentId: string | null }>
> = {
  [PROVINCE_STATION]: { name: '省质监总局', divisionCode: '460000', parentId: null },
  [HAIKOU_STATION]: { name: '海口市质安站', divisionCode: '460100', parentId: PROVINCE_STATION },
  [SANYA_STATION]: { name: '三亚市质安站', divisionCode: '460200', parentId: PROVINCE_STATION },
};

const at = (
  stationId: string,
  phone: string,
  name: string,
  role: StationRole,
  position: string,
  certificate: string | null = null,
): StationPerson => ({
  personId: `p${phone.slice(-4)}`,
  phone,
  name,
  role,
  position,
  stationId,
  certificate,
});

export const STATION_PEOPLE: readonly StationPerson[] = [
  at(PROVINCE_STATION, '19000000001', '郑国栋', 'province', '省总站监督科科长', '琼Z-0001'),
  at(HAIKOU_STATION, '19000000101', '王立新', 'head', '站长', '琼A-0101'),
  at(HAIKOU_STATION, '19000000102', '林淑芬', 'deputy', '副站长', '琼A-0102'),
  at(HAIKOU_STATION, '19000000103', '陈海生', 'supervisor', '监督员', '琼A-0213'),
  at(HAIKOU_STATION, '19000000104', '李文静', 'supervisor', '监督员', '琼A-0176'),
  at(HAIKOU_STATION, '19000000108', '符永强', 'bureau', '海口市住建局质安科科员'),
  at(HAIKOU_STATION, '19000000109', '何雅琴', 'administrator', '站管理员'),
  at(SANYA_STATION, '19000000201', '黎志远', 'head', '站长', '琼B-0101'),
  at(SANYA_STATION, '19000000202', '吴晓岚', 'deputy', '副站长', '琼B-0102'),
  at(SANYA_STATION, '19000000203', '周大勇', 'supervisor', '监督员', '琼B-0203'),
  at(SANYA_STATION, '19000000204', '苏慧敏', 'supervisor', '监督员', '琼B-0204'),
  at(SANYA_STATION, '19000000208', '邢增光', 'bureau', '三亚市住建局质安科科员'),
  at(SANYA_STATION, '19000000209', '韩雪梅', 'administrator', '站管理员'),
];

export const UNITS: Readonly<Record<string, { name: string; role: UnitRole }>> = {
  'u-owner-1': { name: '海口滨江置业有限公司', role: 'owner' },
  'u-owner-2': { name: '三亚湾城市建设投资有限公司', role: 'owner' },
  'u-build-1': { name: '琼建示范建工集团有限公司', role: 'contractor' },
  'u-build-2': { name: '南渡江路桥工程有限公司', role: 'contractor' },
  'u-super-1': { name: '椰城工程监理有限公司', role: 'supervision' },
  'u-super-2': { name: '鹿城建设监理有限公司', role: 'supervision' },
  'u-survey-1': { name: '琼州岩土勘察院', role: 'surveyor' },
  'u-design-1': { name: '海岛建筑设计研究院', role: 'designer' },
  'u-test-1': { name: '海南正度工程检测有限公司', role: 'tester' },
};

const of = (
  unitId: string,
  phone: string,
  name: string,
  position: string,
  isKey: boolean,
  projectIds: readonly string[],
): PartyPerson => ({ personId: `p${phone.slice(-4)}`, phone, name, unitId, position, isKey, projectIds });

export const PARTY_PEOPLE: readonly PartyPerson[] = [
  of('u-owner-1', '19000000301', '罗启明', '建设单位项目负责人', true, ['pr-bj3a', 'pr-jdwl']),
  of('u-build-1', '19000000302', '赵铁山', '项目经理', true, ['pr-bj3a', 'pr-jdwl']),
  of('u-build-1', '19000000303', '钱学农', '技术负责人', true, ['pr-bj3a']),
  of('u-build-1', '19000000304', '周平安', '安全员', true, ['pr-bj3a']),
  of('u-build-1', '19000000305', '吴正方', '质量员', true, ['pr-bj3a']),
  of('u-super-1', '19000000306', '孙监明', '总监', true, ['pr-bj3a', 'pr-jdwl', 'pr-bsm']),
  of('u-super-1', '19000000307', '郑细心', '专监', true, ['pr-bj3a']),
  of('u-build-2', '19000000308', '冯路生', '项目经理', true, ['pr-hddd', 'pr-bsm']),
  of('u-survey-1', '19000000309', '石岩', '勘察项目负责人', false, ['pr-bj3a']),
  of('u-design-1', '19000000310', '杜蓝图', '设计项目负责人', false, ['pr-bj3a', 'pr-syw']),
  of('u-test-1', '19000000311', '江正度', '检测项目负责人', false, ['pr-bj3a']),
  of('u-owner-2', '19000000401', '麦海棠', '建设单位项目负责人', true, ['pr-syw', 'pr-jyw']),
  of('u-build-1', '19000000402', '许筑成', '项目经理', true, ['pr-syw']),
  of('u-super-2', '19000000403', '邓督远', '总监', true, ['pr-syw', 'pr-jyw']),
];

/** Who can hold a phone, in words. Bureau staff belong to no station: their position names their bureau. */
export const LISTED_PEOPLE: readonly {
  readonly phone: string;
  readonly name: string;
  readonly role: string;
}[] = [
  ...STATION_PEOPLE.map(({ phone, name, role, position, stationId }) => ({
    phone,
    name,
    role: role === 'bureau' ? position : `${STATIONS[stationId]?.name ?? ''} ${position}`,
  })),
  ...PARTY_PEOPLE.map(({ phone, name, position, unitId }) => ({
    phone,
    name,
    role: `${UNITS[unitId]?.name ?? ''} ${position}`,
  })),
];
