import { HAIKOU_STATION, SANYA_STATION } from './people';

export interface SeededProject {
  readonly projectId: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly stationId: string;
  /** Main supervisor first. */
  readonly supervisorIds: readonly string[];
  readonly unitIds: readonly string[];
  /** GCJ-02; null where nobody has located it yet. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
}

export const PROJECTS: readonly SeededProject[] = [
  {
    projectId: 'pr-bj3a',
    number: '琼海监2026-0031',
    name: '滨江新城三期 A 区',
    address: '海口市琼山区滨江路 88 号',
    stationId: HAIKOU_STATION,
    supervisorIds: ['p0103', 'p0104'],
    unitIds: ['u-owner-1', 'u-build-1', 'u-super-1', 'u-survey-1', 'u-design-1', 'u-test-1'],
    point: null,
  },
  {
    projectId: 'pr-hddd',
    number: '琼海监2026-0047',
    name: '海甸大道改造工程',
    address: '海口市美兰区海甸岛海甸大道',
    stationId: HAIKOU_STATION,
    supervisorIds: ['p0104'],
    unitIds: ['u-build-2'],
    point: { lng: 110.3412, lat: 20.0726 },
  },
  {
    projectId: 'pr-bsm',
    number: '琼海监2026-0052',
    name: '白沙门污水处理厂扩建工程',
    address: '海口市美兰区白沙门路',
    stationId: HAIKOU_STATION,
    supervisorIds: ['p0103'],
    unitIds: ['u-build-2', 'u-super-1'],
    point: { lng: 110.3305, lat: 20.0791 },
  },
  {
    projectId: 'pr-jdwl',
    number: '琼海监2025-0188',
    name: '江东文旅城二标段',
    address: '海口市美兰区江东大道',
    stationId: HAIKOU_STATION,
    supervisorIds: ['p0103', 'p0104'],
    unitIds: ['u-owner-1', 'u-build-1', 'u-super-1'],
    point: { lng: 110.4391, lat: 20.0322 },
  },
  {
    projectId: 'pr-syw',
    number: '琼亚监2026-0019',
    name: '三亚湾滨海公寓一期',
    address: '三亚市天涯区三亚湾路',
    stationId: SANYA_STATION,
    supervisorIds: ['p0203'],
    unitIds: ['u-owner-2', 'u-build-1', 'u-super-2', 'u-design-1'],
    point: { lng: 109.4702, lat: 18.2731 },
  },
  {
    projectId: 'pr-jyw',
    number: '琼亚监2026-0024',
    name: '吉阳中学教学楼',
    address: '三亚市吉阳区迎宾路',
    stationId: SANYA_STATION,
    supervisorIds: ['p0204', 'p0203'],
    unitIds: ['u-owner-2', 'u-super-2'],
    point: null,
  },
];
