import { formPerson } from '../../../miniprogram/domain/people/form-person';
import { formPartyPost, formStationPost } from '../../../miniprogram/domain/people/form-post';
import type { Actor, PartyPost, StationPost } from '../../../miniprogram/domain/people/post';
import { formProject } from '../../../miniprogram/domain/project/form-project';
import type { Project } from '../../../miniprogram/domain/project/project';
import { demonstration } from '../demonstration';
import type { StoredFile } from '../file-evidence';
import { withSiteRecord } from '../site/site-record';
import type { Evidence } from '../../../miniprogram/domain/evidence/evidence';
import { changedBy, hoursBefore, locatedBy, must, requestIdOf, sha256 } from '../forming';
import { STATIONS } from '../people';
import { drawInspection, INSPECTIONS_PER_PROJECT, type InspectionScene } from './inspections';
import { workingMoment } from './moments';
import { PROVINCE_PARTY_PEOPLE } from './parties';
import { photoEvidence } from './photo-evidence';
import { PICTURES, type PictureCopy } from './photos';
import { DRAWN_PROJECTS, type DrawnProject } from './projects';
import { randomFor } from './random';
import { MOVED, PROVINCE_STATION_PEOPLE, PROVINCE_STATIONS, stationIdOf } from './stations';
import { PROVINCE_UNITS } from './units';

const DAY_HOURS = 24;
/** Everybody of the province is in office longer than any of its projects is there. */
const IN_OFFICE_DAYS = 730;
/** Who came from another station came before the first project was accepted. */
const MOVED_DAYS_AGO = 400;

export interface Province {
  /** Documents by collection, the hand-written demonstration among them. */
  readonly documents: Readonly<Record<string, readonly { readonly _id: string }[]>>;
  /** What stands in the storage: each a copy of one of PICTURES. */
  readonly copies: readonly PictureCopy[];
  /** What stands there besides, of the hand-written demonstration. */
  readonly files: readonly StoredFile[];
}

type Posts<P> = ReadonlyMap<string, readonly P[]>;

const grouped = <T>(all: readonly T[], keyOf: (each: T) => string): Posts<T> => {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
};

const stationOf = (stationId: string) =>
  must(
    PROVINCE_STATIONS.find((station) => station.stationId === stationId),
    'station',
  );

const stationPosts = (from: string, movedAt: string): StationPost[] =>
  PROVINCE_STATION_PEOPLE.flatMap(({ personId, name, role, position, stationId, certificate }) => {
    const postAt = (station: string, since: string): StationPost =>
      formStationPost(
        {
          person: { personId, name },
          role,
          position,
          station: stationOf(station),
          areaStationIds: [station],
          certificate,
        },
        since,
      );
    const moved = MOVED.find((each) => each.personId === personId);
    if (!moved) return [postAt(stationId, from)];
    return [{ ...postAt(moved.formerStationId, from), to: movedAt }, postAt(stationId, movedAt)];
  });

const partyPosts = (from: string, anchor: string): PartyPost[] => {
  const projects = new Map(DRAWN_PROJECTS.map((project) => [project.projectId, project]));
  const units = new Map(PROVINCE_UNITS.map((unit) => [unit.unitId, unit]));
  return PROVINCE_PARTY_PEOPLE.flatMap(
    ({ personId, name, position, unitId, isKey, projectIds, leftDaysAgo }) =>
      projectIds.map((projectId) => ({
        ...formPartyPost(
          {
            person: { personId, name },
            position,
            project: must(projects.get(projectId), 'project'),
            unit: must(units.get(unitId), 'unit'),
            isKey,
          },
          from,
        ),
        to: leftDaysAgo === undefined ? null : hoursBefore(anchor, leftDaysAgo * DAY_HOURS),
      })),
  );
};

const actorOf = (post: StationPost): Actor => ({
  personId: post.personId,
  name: post.personName,
  posts: [post],
});

/** Dealt in turn, so that everybody has about as many; one in two has an assistant. */
const supervisorsOf = (
  { projectId, serial, fate }: DrawnProject,
  posts: readonly StationPost[],
): StationPost[] => {
  if (fate === 'unassigned') return [];
  const all = posts.filter(({ role, to }) => role === 'supervisor' && to === null);
  const main = must(all[serial % all.length], 'supervisor');
  const random = randomFor(`supervisors of ${projectId}`);
  const others = all.filter((post) => post !== main);
  return random.chance(0.5) ? [main, random.pick(others)] : [main];
};

const projectOf = (
  drawn: DrawnProject,
  supervisors: readonly StationPost[],
  head: Actor,
  anchor: string,
): Project => {
  const { projectId, name, address, units, division, acceptedDaysAgo, serial } = drawn;
  const acceptedAt = hoursBefore(anchor, acceptedDaysAgo * DAY_HOURS);
  const stationId = stationIdOf(division.code);
  return formProject(
    {
      requestId: requestIdOf(`accept ${projectId}`),
      projectId,
      number: `${division.mark}${acceptedAt.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
      name,
      address,
      stationId,
      stationName: stationOf(stationId).name,
      supervisors: supervisors.map(({ personId, personName }, index) => ({
        personId,
        name: personName,
        isMain: index === 0,
      })),
      parties: units.map(({ unitId, name: unitName, role }) => ({ unitId, unitName, unitRole: role })),
    },
    head,
    acceptedAt,
    sha256,
  );
};

interface Located {
  readonly project: Project;
  readonly copies: readonly PictureCopy[];
  readonly evidence: readonly Evidence[];
}

const located = (
  project: Project,
  { point, hasCover, acceptedDaysAgo, address }: DrawnProject,
  author: Actor,
  { anchor, fileIdOf }: Pick<InspectionScene, 'anchor' | 'fileIdOf'>,
): Located => {
  if (!point) return { project, copies: [], evidence: [] };
  const random = randomFor(`location of ${project._id}`);
  const at = workingMoment(anchor, acceptedDaysAgo - 3, random);
  const picture = random.pick(PICTURES);
  const requestId = requestIdOf(`cover ${project._id}`);
  const drawn = hasCover
    ? photoEvidence(picture, { requestId, author, takenAt: at, receivedAt: at }, fileIdOf)
    : null;
  return {
    project: locatedBy(project, author, {
      point,
      accuracy: random.between(5, 40),
      at,
      address,
      cover: drawn?.evidence ?? null,
    }),
    copies: drawn ? [drawn.copy] : [],
    evidence: drawn ? [{ ...drawn.evidence, citedIn: project._id }] : [],
  };
};

/** What became of it, in the hands of the head. */
const fated = (project: Project, { fate }: DrawnProject, head: Actor, anchor: string): Project =>
  typeof fate === 'string'
    ? project
    : changedBy(project, head, {
        action: fate.action,
        reason: fate.reason,
        at: workingMoment(anchor, fate.daysAgo, randomFor(`end of ${project._id}`)),
      });

type Scene = Omit<Located, 'project'> & { readonly scene: InspectionScene };

/**
 * The demonstration of the whole province: the hand-written one with, for every division, a station with its people,
 * its projects with their parties and positions, and a year of inspections. Deterministic: only the instants differ
 * from anchor to anchor, and what depends on how late it is.
 * @param anchor instant, ISO
 * @param fileIdOf what the storage calls a file at a path
 */
export const province = (anchor: string, fileIdOf: (path: string) => string): Province => {
  const { documents: byHand, files } = withSiteRecord(demonstration(anchor), anchor, fileIdOf);
  const from = hoursBefore(anchor, IN_OFFICE_DAYS * DAY_HOURS);
  const movedAt = hoursBefore(anchor, MOVED_DAYS_AGO * DAY_HOURS);
  const made = { station: stationPosts(from, movedAt), party: partyPosts(from, anchor) };
  const handWritten = (byHand['posts'] ?? []) as unknown as readonly (StationPost | PartyPost)[];
  const ofStations = grouped(
    [...handWritten.filter((post): post is StationPost => post.kind === 'station'), ...made.station],
    ({ stationId }) => stationId,
  );
  const ofProjects = grouped(made.party, ({ projectId }) => projectId);
  const scenes = DRAWN_PROJECTS.map((drawn): Scene => {
    const posts = must(ofStations.get(stationIdOf(drawn.division.code)), 'station');
    const leader = (role: 'head' | 'deputy'): StationPost =>
      must(
        posts.find((post) => post.role === role),
        role,
      );
    const supervisors = supervisorsOf(drawn, posts);
    const [head, deputy] = [leader('head'), leader('deputy')];
    const accepted = projectOf(drawn, supervisors, actorOf(head), anchor);
    const actors = supervisors.map(actorOf);
    // Where nobody supervises it yet the head was on the site.
    const { project, ...covers } = located(accepted, drawn, actors[0] ?? actorOf(head), { anchor, fileIdOf });
    const scene = {
      drawn,
      project,
      supervisors: actors,
      head: actorOf(head),
      deputy: actorOf(deputy),
      leaderPosts: [head, deputy],
      partyPosts: ofProjects.get(drawn.projectId) ?? [],
      anchor,
      fileIdOf,
    };
    return { scene, ...covers };
  });
  const inspections = scenes
    .filter(({ scene }) => scene.supervisors.length > 0)
    .flatMap(({ scene }) =>
      Array.from({ length: INSPECTIONS_PER_PROJECT }, (_, index) => drawInspection(scene, index)).flat(),
    );
  const of = (name: string): readonly { readonly _id: string }[] => byHand[name] ?? [];
  return {
    documents: {
      stations: [
        ...of('stations'),
        ...PROVINCE_STATIONS.filter(({ stationId }) => !(stationId in STATIONS)).map(
          ({ stationId: _id, ...station }) => ({ _id, ...station }),
        ),
      ],
      units: [...of('units'), ...PROVINCE_UNITS.map(({ unitId: _id, ...unit }) => ({ _id, ...unit }))],
      people: [...of('people'), ...[...PROVINCE_STATION_PEOPLE, ...PROVINCE_PARTY_PEOPLE].map(formPerson)],
      posts: [...of('posts'), ...made.station, ...made.party],
      projects: [
        ...of('projects'),
        ...scenes.map(({ scene: { project, drawn, head } }) => fated(project, drawn, head, anchor)),
      ],
      inspections: [...of('inspections'), ...inspections.map(({ inspection }) => inspection)],
      evidence: [
        ...of('evidence'),
        ...scenes.flatMap(({ evidence }) => evidence),
        ...inspections.flatMap(({ evidence }) => evidence),
      ],
      inbox: [...of('inbox'), ...inspections.flatMap(({ inbox }) => inbox)],
    },
    files,
    copies: [...scenes.flatMap(({ copies }) => copies), ...inspections.flatMap(({ copies }) => copies)],
  };
};
