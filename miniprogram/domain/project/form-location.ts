import { permits } from '../access/permits';
import { VERB_NAMES } from '../access/verbs';
import { DomainError } from '../errors';
import { isCitable, type Evidence } from '../evidence/evidence';
import { findRepeat, stampCommand } from '../integrity/command';
import { chainEvent, type ChainedEvent, type Sha256 } from '../integrity/event-chain';
import type { Actor } from '../people/post';
import { isInsideProvince } from './bounds';
import { FAR_METRES, metresBetween } from './distance';
import { requireOpenFor } from './project-state';
import { placeOf, projectSubject, type Cover, type Place, type Position, type Project } from './project';

export interface LocateProject {
  readonly requestId: string;
  readonly projectId: string;
  readonly position: Omit<Position, 'address'>;
  /** The evidence that becomes the cover photo, or null to keep the present one. */
  readonly coverId: string | null;
  /** The person looked at a distance beyond FAR_METRES from the present position and stays with it. */
  readonly isFarConfirmed?: boolean;
}

/** What a location writes; `version` is the one it was formed on and must still stand. */
export interface ProjectChange {
  readonly version: number;
  readonly position: Position;
  readonly place: Place;
  readonly cover: Cover | null;
  readonly event: ChainedEvent;
}

/** What the function read for the command. */
export interface LocationSurroundings {
  readonly project: Project;
  /** What the map service calls the point. */
  readonly address: string;
  /** What was found under `coverId`. */
  readonly cover: Evidence | null;
}

const coverOf = (
  { coverId, projectId }: LocateProject,
  { personId }: Actor,
  now: string,
  cover: Evidence | null,
): Cover | null => {
  if (coverId === null) return null;
  const what = '封面照片';
  if (cover?.ownerId !== personId || cover.kind !== 'photo')
    throw new DomainError('evidence.notKept', { what });
  // Marked for this project is what an earlier try of the same left.
  if (cover.citedIn !== null && cover.citedIn !== projectId) throw new DomainError('evidence.used', { what });
  if (cover.citedIn === null && !isCitable(cover, now)) throw new DomainError('evidence.expired', { what });
  const { fileID, sha256, bytes } = cover;
  return { fileID, sha256, bytes };
};

/**
 * 工程定位: the new position with the earlier ones kept in the events, or `repeated`.
 * @throws DomainError access.denied, project.stateRefused, input.positionOutside, input.positionFar, command.reused, evidence.notKept, .used, .expired
 */
export const formLocation = (
  command: LocateProject,
  actor: Actor,
  now: string,
  { project, address, cover: found }: LocationSurroundings,
  sha256: Sha256,
): ProjectChange | 'repeated' => {
  if (!permits(actor, 'project.locate', projectSubject(project))) {
    throw new DomainError('access.denied', { what: VERB_NAMES['project.locate'] });
  }
  const stamp = stampCommand('project.locate', command, sha256);
  if (findRepeat(project.events, actor.personId, stamp)) return 'repeated';
  requireOpenFor('project.locate', project);
  if (!isInsideProvince(command.position)) throw new DomainError('input.positionOutside');
  const moved = project.position ? metresBetween(project.position, command.position) : 0;
  if (moved > FAR_METRES && command.isFarConfirmed !== true) {
    throw new DomainError('input.positionFar', { metres: moved, most: FAR_METRES });
  }
  const cover = coverOf(command, actor, now, found);
  const position = { ...command.position, address };
  const event = chainEvent(
    project.events,
    {
      kind: 'located',
      at: now,
      by: { personId: actor.personId, name: actor.name },
      ...stamp,
      data: { position, cover },
    },
    sha256,
  );
  return {
    version: project.version,
    position,
    place: placeOf(position),
    cover: cover ?? project.cover,
    event,
  };
};
