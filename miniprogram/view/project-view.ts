import { FAR_METRES, metresBetween } from '../domain/project/distance';
import type { NearRow, ProjectRow, ProjectView } from '../services/project';
import { spokenDistance } from './project-choice';
import { projectStateTag } from './project-page';
import { exactTime } from './time';
import type { Tag } from './inspection-view';
import { listed } from './words';

const LOCATED: Tag = { word: '已定位', tone: 'good', sign: '✓' };
const NOT_LOCATED: Tag = { word: '未定位', tone: 'neutral', sign: '' };

export const projectCard = (row: ProjectRow) => ({
  id: row.projectId,
  name: row.name,
  subtitle: listed([row.number, row.address]),
  // Whether it was located matters while it is supervised; any other state matters more.
  tag: row.state !== 'supervised' ? projectStateTag(row.state) : row.isLocated ? LOCATED : NOT_LOCATED,
  /** '' where it is not known. */
  distance: '',
});
export type ProjectCard = ReturnType<typeof projectCard>;

/** Of those near, so many stand before the list. */
const SHOWN_NEAR = 3;

export const nearCards = (rows: readonly NearRow[]): ProjectCard[] =>
  rows.slice(0, SHOWN_NEAR).map((row) => ({ ...projectCard(row), distance: spokenDistance(row.distance) }));

/** What the list of projects gives its screen; four of its cards are about this high in the usual type, px. */
export const PROJECT_ROWS = {
  present: projectCard,
  sameness: {
    idOf: ({ id }: ProjectCard) => id,
    contentOf: (card: ProjectCard) => JSON.stringify(card),
  },
  chunkHeight: 400,
};

/** 工程列表的筛选: which projects each asks for. What only some have comes with the answer, behind the others. */
const FILTERS = [
  { value: 'all', name: '全部', query: { scope: 'visible', isUnlocated: false } },
  { value: 'unlocated', name: '未定位', query: { scope: 'visible', isUnlocated: true } },
  { value: 'own', name: '我监督的', query: { scope: 'supervised', isUnlocated: false } },
] as const;

export type ProjectFilter = (typeof FILTERS)[number]['value'];

export const projectQuery = (filter: ProjectFilter): (typeof FILTERS)[number]['query'] =>
  (FILTERS.find(({ value }) => value === filter) ?? FILTERS[0]).query;

/** Who supervises no project of their own has no use for 我监督的. */
export const projectFilters = (isSupervisor: boolean) =>
  FILTERS.filter(({ value }) => isSupervisor || value !== 'own').map(({ value, name }) => ({ value, name }));

interface ShownPosition {
  readonly lng: number;
  readonly lat: number;
  readonly accuracy: number;
  readonly takenAt: string;
  readonly address: string;
}

/** 定位时间, 经度, 纬度, 位置 as the manual lists them. Six decimals are about 0.1 m. */
export const positionRows = (position: ShownPosition) => [
  { label: '定位时间', value: exactTime(position.takenAt) },
  { label: '经度', value: position.lng.toFixed(6) },
  { label: '纬度', value: position.lat.toFixed(6) },
  { label: '精度', value: `± ${Math.round(position.accuracy)} m` },
  { label: '位置', value: position.address || '未取到地名' },
];

type Point = Pick<ShownPosition, 'lng' | 'lat'>;

const marker = (id: number, { lng, lat }: Point, title: string, picture: string) => ({
  ...{ id, longitude: lng, latitude: lat, title },
  ...{ iconPath: `/assets/map/${picture}.png`, width: 36, height: 36 },
});

/** The map of 工程定位: where the project stands, and where the phone has just measured it. */
export const locateMap = (known: Point | null, fresh: Point | null) => {
  const middle = fresh ?? known;
  if (!middle) return null;
  return {
    longitude: middle.lng,
    latitude: middle.lat,
    markers: [
      ...(known ? [marker(1, known, '当前定位', 'known')] : []),
      ...(fresh ? [marker(2, fresh, '新的定位', 'fresh')] : []),
    ],
    points: known && fresh ? [known, fresh].map(({ lng, lat }) => ({ longitude: lng, latitude: lat })) : [],
  };
};

/** How far the new position is from the present one; null where there is none. */
export const movedFrom = (known: Point | null, fresh: Point) => {
  if (!known) return null;
  const metres = metresBetween(known, fresh);
  return { words: `距当前定位 ${spokenDistance(metres)}`, isFar: metres > FAR_METRES };
};

export const locatePage = (project: ProjectView) => ({
  name: project.name,
  subtitle: `${project.number} · ${project.address}`,
  coverUrl: project.coverUrl ?? '',
  canLocate: project.actions.includes('locate'),
  known: project.position ? positionRows(project.position) : [],
  map: locateMap(project.position, null),
  history: project.history.map(({ at, by, position }) => ({
    title: `${by} 定位`,
    when: exactTime(at),
    note: `${position.lng.toFixed(6)}，${position.lat.toFixed(6)} · ${position.address}`,
    isDone: true,
  })),
});
