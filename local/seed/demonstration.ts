import { createHash } from 'node:crypto';
import { CATALOGUE } from '../../cloudfunctions/_shared/catalogue';
import { formInspection } from '../../miniprogram/domain/inspection/form-inspection';
import { formReview, reviewedBy } from '../../miniprogram/domain/inspection/form-review';
import { inboxItemsFor, reviewedItemFor, type InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { proposeFinding } from '../../miniprogram/domain/inspection/propose-finding';
import type { Sha256 } from '../../miniprogram/domain/integrity/event-chain';
import { formPerson } from '../../miniprogram/domain/people/form-person';
import { formPartyPost, formStationPost } from '../../miniprogram/domain/people/form-post';
import type { Actor, PartyPost, Post, StationPost } from '../../miniprogram/domain/people/post';
import { formLocation } from '../../miniprogram/domain/project/form-location';
import { formProject } from '../../miniprogram/domain/project/form-project';
import type { Project } from '../../miniprogram/domain/project/project';
import { INSPECTIONS, type SeededInspection } from './inspections';
import { PARTY_PEOPLE, STATION_PEOPLE, STATIONS, UNITS } from './people';
import { PROJECTS, type SeededProject } from './projects';

const HOUR_MS = 60 * 60 * 1000;
const YEAR_HOURS = 365 * 24;

const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The same key always gives the same requestId, so the same anchor gives the same database. */
const requestIdOf = (key: string): string =>
  sha256(`demonstration:${key}`).replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, a: string, b: string, c: string, d: string, e: string) => `${a}-${b}-4${c}-8${d}-${e}`,
  );

const hoursBefore = (anchor: string, hours: number): string =>
  new Date(Date.parse(anchor) - hours * HOUR_MS).toISOString();

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`demonstration data names an unknown ${what}`);
  return value;
};

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
  const at = hoursBefore(anchor, YEAR_HOURS / 4);
  const command = {
    requestId: requestIdOf(`locate ${seeded.projectId}`),
    projectId: seeded.projectId,
    position: { ...seeded.point, accuracy: 12, takenAt: at },
    cover: null,
  };
  const author = actorOf(must(seeded.supervisorIds[0], 'supervisor'), posts);
  const change = formLocation(command, author, at, project, seeded.address, sha256);
  if (change === 'repeated') return project;
  return {
    ...project,
    version: change.version + 1,
    position: change.position,
    place: change.place,
    cover: change.cover,
    events: [...project.events, change.event],
  };
};

const inspectionOf = (
  seeded: SeededInspection,
  anchor: string,
  posts: readonly Post[],
  projects: readonly Project[],
): { inspection: Inspection; inbox: InboxItem[] } => {
  const project = must(
    projects.find((candidate) => candidate._id === seeded.projectId),
    'project',
  );
  const submitted = formInspection(
    {
      requestId: requestIdOf(`submit ${seeded.key}`),
      projectId: seeded.projectId,
      type: seeded.type,
      part: seeded.part,
      isClear: false,
      findings: [
        {
          photos: [],
          catalogueIds: seeded.catalogueIds,
          supplement: seeded.supplement,
          ...proposeFinding(
            seeded.catalogueIds.flatMap((id) => CATALOGUE.get(id) ?? []),
            project.parties,
          ),
        },
      ],
      reviewerIds: seeded.reviewerIds,
      recipientIds: seeded.recipientIds,
      partnerId: null,
      previousId: null,
    },
    actorOf(seeded.authorId, posts),
    hoursBefore(anchor, seeded.hoursBefore),
    {
      project,
      reviewerPosts: posts.filter((post): post is StationPost => post.kind === 'station'),
      recipientPosts: posts.filter((post): post is PartyPost => post.kind === 'party'),
      partnerPosts: [],
      previous: null,
      catalogue: CATALOGUE,
      sha256,
    },
  );
  const { review } = seeded;
  if (!review) return { inspection: submitted, inbox: inboxItemsFor(submitted) };
  const at = hoursBefore(anchor, seeded.hoursBefore - 1);
  const change = formReview(
    review.action,
    { requestId: requestIdOf(`review ${seeded.key}`), inspectionId: submitted._id, reason: review.reason },
    actorOf(review.by, posts),
    at,
    submitted,
    project,
    sha256,
  );
  if (change === 'repeated') throw new Error(`demonstration review repeated: ${seeded.key}`);
  const inspection = reviewedBy(submitted, change);
  return { inspection, inbox: [reviewedItemFor(inspection, review.by), ...inboxItemsFor(inspection)] };
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
