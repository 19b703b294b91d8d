import catalogue from '../../../data/catalogue.json';
import { must } from '../forming';
import { DIVISIONS, type SeededDivision } from './divisions';
import { BRANDS, KINDS, NUMERALS, type ProjectKind } from './kinds';
import { LAND, LAND_MARGIN } from './land';
import { randomFor, type Random } from './random';
import { publicOwnerOf, UNIT_POOL, type SeededUnit } from './units';

/** A project of the province before it is formed. */
export interface DrawnProject {
  readonly projectId: string;
  /** Its place among all of them, from 1. */
  readonly ordinal: number;
  readonly division: SeededDivision;
  readonly kind: ProjectKind;
  readonly name: string;
  readonly address: string;
  readonly units: readonly SeededUnit[];
  /** GCJ-02; null where nobody has located it yet. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly hasCover: boolean;
  /** Accepted so many days before the anchor: after the hand-written leaders came into office, a year before it. */
  readonly acceptedDaysAgo: number;
  readonly fate: Fate;
  /** Of 监督注册号, within its station. */
  readonly serial: number;
}

/**
 * What became of the project: most are 在监. An action of PROJECT_LIFECYCLE so many days before the anchor; `unassigned`:
 * 受理, nobody supervises it yet.
 */
export type Fate =
  | 'supervised'
  | 'unassigned'
  | {
      readonly action: 'suspend' | 'complete' | 'terminate';
      readonly reason: string;
      readonly daysAgo: number;
    };

const REASONS = {
  suspend: '建设单位申请中止施工，资金未落实',
  complete: '竣工验收合格，办理终止监督手续',
  terminate: '项目取消，建设单位申请终止监督',
} as const;

/** One in fifty, sixty, forty and eighty; the first of a station has a record that waits, and goes on. */
const fateOf = (ordinal: number, isFirst: boolean, random: Random): Fate => {
  if (isFirst) return 'supervised';
  const ended = (action: keyof typeof REASONS): Fate => ({
    action,
    reason: REASONS[action],
    daysAgo: random.between(8, 25),
  });
  if (ordinal % 50 === 7) return 'unassigned';
  if (ordinal % 60 === 13) return ended('suspend');
  if (ordinal % 40 === 23) return ended('complete');
  return ordinal % 80 === 34 ? ended('terminate') : 'supervised';
};

/** Serials below are the hand-written projects'. */
const FIRST_SERIAL = 301;
/** On the sphere the product measures on: 6,378,100 m · π / 180. */
const METRES_PER_DEGREE = 111_319;

const located = (share: number, division: SeededDivision, random: Random): DrawnProject['point'] => {
  if (!random.chance(share)) return null;
  const { center } = must(
    catalogue.divisions.find(({ code }) => code === division.code),
    'division',
  );
  const offsets = must(LAND[division.code], 'land');
  if (offsets.length === 0) return { lng: center.lng, lat: center.lat };
  const [east, north] = random.pick(offsets);
  const [x, y] = [east, north].map((metres) => metres + random.between(-LAND_MARGIN, LAND_MARGIN));
  const round = (degrees: number): number => Number(degrees.toFixed(6));
  return {
    lng: round(center.lng + must(x, 'offset') / (METRES_PER_DEGREE * Math.cos((center.lat * Math.PI) / 180))),
    lat: round(center.lat + must(y, 'offset') / METRES_PER_DEGREE),
  };
};

const kindFor = (random: Random): ProjectKind => {
  let left = random.next() * KINDS.reduce((sum, { weight }) => sum + weight, 0);
  return must(
    KINDS.find(({ weight }) => (left -= weight) < 0),
    'kind',
  );
};

/** A name nobody has yet; the first that is drawn unless it is taken. */
const nameOf = (
  kind: ProjectKind,
  division: SeededDivision,
  town: string,
  taken: Set<string>,
  random: Random,
) => {
  const others = division.towns.filter((each) => each !== town);
  for (;;) {
    const pattern = random.pick(kind.names);
    const name = pattern
      .replace('T', town)
      .replace('N', others.length > 0 ? random.pick(others) : '县界')
      .replace('B', random.pick(BRANDS))
      .replace('#', random.pick(NUMERALS));
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
};

const unitsFor = (kind: ProjectKind, division: SeededDivision, random: Random): SeededUnit[] => [
  kind.isPublic ? publicOwnerOf(division.code) : random.pick(UNIT_POOL.owner),
  random.pick(UNIT_POOL.contractor),
  random.pick(UNIT_POOL.supervision),
  random.pick(UNIT_POOL.surveyor),
  random.pick(UNIT_POOL.designer),
  random.pick(UNIT_POOL.tester),
];

const ROADS = '人民路,解放路,文明路,建设路,椰林大道,滨河路,环城路,迎宾大道,新民路,南环路'.split(',');
const LOCATED_SHARE = 0.96;
const COVER_SHARE = 0.4;

const draw = (division: SeededDivision, index: number, ordinal: number, taken: Set<string>): DrawnProject => {
  const projectId = `pr-${division.code}-${String(index + 1).padStart(3, '0')}`;
  const random = randomFor(projectId);
  const kind = kindFor(random);
  const point = located(LOCATED_SHARE, division, random);
  // What has a position lies round the centre, in the first of the towns.
  const town = point ? must(division.towns[0], 'town') : random.pick(division.towns);
  const { name: divisionName } = must(
    catalogue.divisions.find(({ code }) => code === division.code),
    'division',
  );
  return {
    projectId,
    ordinal,
    division,
    kind,
    point,
    name: nameOf(kind, division, town, taken, random),
    address: `${divisionName}${town}${random.pick(ROADS)} ${random.between(1, 180)} 号`,
    units: unitsFor(kind, division, random),
    hasCover: point !== null && random.chance(COVER_SHARE),
    acceptedDaysAgo: random.between(40, 355),
    fate: fateOf(ordinal, index === 0, randomFor(`fate of ${projectId}`)),
    serial: FIRST_SERIAL + index,
  };
};

const drawAll = (): DrawnProject[] => {
  const taken = new Set<string>();
  const drawn: DrawnProject[] = [];
  for (const division of DIVISIONS) {
    for (let index = 0; index < division.projects; index += 1) {
      drawn.push(draw(division, index, drawn.length + 1, taken));
    }
  }
  return drawn;
};

export const DRAWN_PROJECTS: readonly DrawnProject[] = drawAll();
