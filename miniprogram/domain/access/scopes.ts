import type { Actor, Post } from '../people/post';

/** What a verb is done to, as far as access needs to know it. */
export interface Subject {
  readonly stationId: string;
  readonly projectId: string;
  /** People who are the project's supervisors now (main and assistants). */
  readonly supervisorIds: readonly string[];
  /** Of a record: */
  readonly authorId?: string;
  readonly partnerId?: string;
  readonly reviewerIds?: readonly string[];
  readonly recipientIds?: readonly string[];
  readonly isEffective?: boolean;
}

type ScopeRule = (actor: Actor, post: Post, subject: Subject) => boolean;

const atOwnStation: ScopeRule = (_, post, subject) =>
  post.kind === 'station' && post.stationId === subject.stationId;
const reachesStation = (post: Post, subject: Subject): boolean =>
  post.kind === 'station' && (post.role === 'province' || post.stationId === subject.stationId);
const inOwnArea: ScopeRule = (_, post, subject) =>
  post.kind === 'station' && post.areaStationIds.includes(subject.stationId);
const supervisesProject: ScopeRule = (actor, post, subject) =>
  atOwnStation(actor, post, subject) && subject.supervisorIds.includes(actor.personId);
/** Delivered to somebody: what is not is 监督内档 and stays inside. */
const isDelivered = (subject: Subject): boolean =>
  subject.isEffective === true && (subject.recipientIds?.length ?? 0) > 0;

/** A place a post reaches to, seen from one record or project. */
export const SCOPES = {
  everywhere: () => true,
  ownStation: atOwnStation,
  ownArea: inOwnArea,
  ownProject: (_, post, subject) => post.kind === 'party' && post.projectId === subject.projectId,
  ownedProject: (_, post, subject) =>
    post.kind === 'party' && post.unitRole === 'owner' && post.projectId === subject.projectId,
  supervisedProject: supervisesProject,
  supervisedProjectEffective: (actor, post, subject) =>
    supervisesProject(actor, post, subject) && subject.isEffective === true,
  ownStationEffectiveDelivered: (actor, post, subject) =>
    atOwnStation(actor, post, subject) && isDelivered(subject),
  ownAreaEffectiveDelivered: (actor, post, subject) =>
    inOwnArea(actor, post, subject) && isDelivered(subject),
  // What somebody was to a record holds while their post reaches to its station (docs/decisions/0014).
  author: (actor, post, subject) => reachesStation(post, subject) && subject.authorId === actor.personId,
  partner: (actor, post, subject) => reachesStation(post, subject) && subject.partnerId === actor.personId,
  namedReviewer: (actor, post, subject) =>
    reachesStation(post, subject) && subject.reviewerIds?.includes(actor.personId) === true,
  deliveredTo: (actor, post, subject) =>
    post.kind === 'party' &&
    post.projectId === subject.projectId &&
    subject.isEffective === true &&
    subject.recipientIds?.includes(actor.personId) === true,
} as const satisfies Record<string, ScopeRule>;

export type Scope = keyof typeof SCOPES;
