import { UNIT_ROLES, type UnitRole } from '../../../miniprogram/domain/people/post';
import { DIVISIONS } from './divisions';
import { must } from '../forming';

export interface SeededUnit {
  readonly unitId: string;
  readonly name: string;
  readonly role: UnitRole;
}

/** What invented names of units are made of, and what they end with. No unit of the demonstration by hand is among them. */
const MADE_OF: Readonly<Record<UnitRole, readonly [beginnings: string, ending: string]>> = {
  owner: [
    '椰岸 蓝礁 望海 琼枝 南薰 海棠里 金椰 绿洲湾 云帆 鹿回 琼台 东坡园 锦帆 碧海阁 长堤 星屿',
    '置业有限公司',
  ],
  contractor: [
    '海岳 琼筑 南疆 椰城二建 鼎基 中屿 恒砥 广厦琼 金琼 瀛海 固川 海石 筑安 天工琼 宏岛 北门江',
    '建设工程有限公司',
  ],
  supervision: ['海准 正衡 琼鉴 明察 方圆岛 南监 中椰 信尺', '工程监理有限公司'],
  surveyor: ['琼勘 海岩 南地 热岛 深钻', '岩土工程勘察有限公司'],
  designer: ['椰影 海构 琼绘 南筑 岛线 青瓦', '建筑设计有限公司'],
  tester: ['琼测 海准信 南检 中试岛 标石', '工程检测有限公司'],
};

const SHORT: Readonly<Record<UnitRole, string>> = {
  owner: 'owner',
  contractor: 'build',
  supervision: 'super',
  surveyor: 'survey',
  designer: 'design',
  tester: 'test',
};

const ROLES = Object.keys(UNIT_ROLES) as UnitRole[];

const unitsOf = (role: UnitRole): SeededUnit[] => {
  const [beginnings, ending] = MADE_OF[role];
  return beginnings.split(' ').map((beginning, index) => ({
    // Numbers up to 100 are the hand-written ones'.
    unitId: `u-${SHORT[role]}-${101 + index}`,
    name: `${beginning}${ending}`,
    role,
  }));
};

/** Every role's units. */
export const UNIT_POOL: Readonly<Record<UnitRole, readonly SeededUnit[]>> = {
  owner: unitsOf('owner'),
  contractor: unitsOf('contractor'),
  supervision: unitsOf('supervision'),
  surveyor: unitsOf('surveyor'),
  designer: unitsOf('designer'),
  tester: unitsOf('tester'),
};

/** Who has schools, roads and waterworks built in a division: one a division. */
const PUBLIC_OWNERS: ReadonlyMap<string, SeededUnit> = new Map(
  DIVISIONS.map(({ code, towns }) => [
    code,
    { unitId: `u-public-${code}`, name: `${must(towns[0], 'town')}示范工程建设管理中心`, role: 'owner' },
  ]),
);

export const publicOwnerOf = (code: string): SeededUnit => must(PUBLIC_OWNERS.get(code), 'division');

export const PROVINCE_UNITS: readonly SeededUnit[] = [
  ...ROLES.flatMap((role) => UNIT_POOL[role]),
  ...PUBLIC_OWNERS.values(),
];
