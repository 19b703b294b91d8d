import { formPerson } from '../../miniprogram/domain/people/form-person';
import { formPartyPost, formStationPost } from '../../miniprogram/domain/people/form-post';
import type { Actor, PartyPost, Post, StationPost } from '../../miniprogram/domain/people/post';
import { formProject } from '../../miniprogram/domain/project/form-project';
import type { Project } from '../../miniprogram/domain/project/project';
import { hoursBefore, inspected, locatedBy, must, requestIdOf, sha256, type Inspected } from './forming';
import { INSPECTIONS, type SeededInspection } from './inspections';
import { PARTY_PEOPLE, STATION_PEOPLE, STATIONS, UNITS } from './people';
import { PROJECTS, type SeededProject } from './projects';

const YEAR_HOURS = 365 * 24;

const stationPosts = (from: string): StationPost[] =>
  STATION_PEOPLE.map(({ personId, name, role, position, stationId, certificate }) =>
    formStationPost(
      {
        person: { personId, name },
        role,
        position,
        station: { stationId, name: must(STATIONS[stationId], 'station').name },
        areaStationIds: [stationId],
        certificate,
      },
      from,
    ),
  );

const partyPosts = (from: string): PartyPost[] =>
  PARTY_PEOPLE.flatMap(({ personId, name, position, unitId, isKey, projectIds }) =>
    projectIds.map((projectId) => {
      const { name: projectName } = must(
        PROJECTS.find((project) => project.projectId === projectId),
        'project',
      );
      const unit = { unitId, ...must(UNITS[unitId], 'unit') };
      const project = { projectId, name: projectName };
      return formPartyPost({ person: { personId, name }, position, project, unit, isKey }, from);
    }),
  );

const nameOf = (personId: string): string =>
  must(
    [...STATION_PEOPLE, ...PARTY_PEOPLE].find((person) => person.personId === personId),
    'person',
  ).name;

const actorOf = (personId: string, posts: readonly Post[]): Actor => ({
  personId,
  name: nameOf(personId),
  posts: posts.filter((post) => post.personId === personId),
});

const accepted = (seeded: SeededProject, anchor: string): Project => {
  const { projectId, number, name, address, stationId, supervisorIds, unitIds } = seeded;
  const head = must(
    STATION_PEOPLE.find((person) => person.stationId === stationId && person.role === 'head'),
    'head of station',
  );
  return formProject(
    {
      requestId: requestIdOf(`accept ${projectId}`),
      projectId,
      number,
      name,
      address,
      stationId,
      stationName: must(STATIONS[stationId], 'station').name,
      supervisors: supervisorIds.map((personId, index) => ({
        personId,
        name: nameOf(personId),
        isMain: index === 0,
      })),
      parties: unitIds.map((unitId) => {
        const unit = must(UNITS[unitId], 'unit');
        return { unitId, unitName: unit.name, unitRole: unit.role };
      }),
    },
    head,
    hoursBefore(anchor, YEAR_HOURS / 2),
    sha256,
  );
};

const located = (seeded: SeededProject, anchor: string, posts: readonly Post[]): Project => {
  const project = accepted(seeded, anchor);
  if (!seeded.point) return project;
  const author = actorOf(must(seeded.supervisorIds[0], 'supervisor'), posts);
  return locatedBy(project, author, {
    point: seeded.point,
    accuracy: 12,
    at: hoursBefore(anchor, YEAR_HOURS / 4),
    address: seeded.address,
    cover: null,
  });
};

const inspectionOf = (
  seeded: SeededInspection,
  anchor: string,
  posts: readonly Post[],
  projects: readonly Project[],
): Inspected => {
  const { key, type, part, catalogueIds, supplement, reviewerIds, recipientIds, review } = seeded;
  return inspected({
    key,
    project: must(
      projects.find((candidate) => candidate._id === seeded.projectId),
      'project',
    ),
    author: actorOf(seeded.authorId, posts),
    at: hoursBefore(anchor, seeded.hoursBefore),
    previous: null,
    content: {
      type,
      part,
      findings: [{ evidence: [], catalogueIds, supplement }],
      reviewerIds,
      recipientIds,
    },
    reviewerPosts: posts.filter((post): post is StationPost => post.kind === 'station'),
    recipientPosts: posts.filter((post): post is PartyPost => post.kind === 'party'),
    partner: null,
    review: review && {
      by: actorOf(review.by, posts),
      action: review.action,
      reason: review.reason,
      at: hoursBefore(anchor, seeded.hoursBefore - 1),
    },
  });
};

/**
 * The demonstration, collection by collection: deterministic, every instant counted back from the anchor.
 * @param anchor instant, ISO
 */
export const demonstration = (
  anchor: string,
): Readonly<Record<string, readonly { readonly _id: string }[]>> => {
  const from = hoursBefore(anchor, YEAR_HOURS);
  const posts: Post[] = [...stationPosts(from), ...partyPosts(from)];
  const projects = PROJECTS.map((project) => located(project, anchor, posts));
  const inspections = INSPECTIONS.map((inspection) => inspectionOf(inspection, anchor, posts, projects));
  return {
    stations: Object.entries(STATIONS).map(([_id, station]) => ({ _id, ...station })),
    units: Object.entries(UNITS).map(([_id, unit]) => ({ _id, ...unit })),
    people: [...STATION_PEOPLE, ...PARTY_PEOPLE].map(formPerson),
    posts,
    projects,
    inspections: inspections.map(({ inspection }) => inspection),
    inbox: inspections.flatMap(({ inbox }) => inbox),
  };
};
