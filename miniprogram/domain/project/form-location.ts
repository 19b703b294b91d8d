import { permits } from '../access/permits';
import { VERB_NAMES } from '../access/verbs';
import { DomainError } from '../errors';
import { findRepeat, stampCommand } from '../integrity/command';
import { chainEvent, type ChainedEvent, type Sha256 } from '../integrity/event-chain';
import type { Actor } from '../people/post';
import { isInsideProvince } from './bounds';
import { FAR_METRES, metresBetween } from './distance';
import { placeOf, projectSubject, type Cover, type Place, type Position, type Project } from './project';

export interface LocateProject {
  readonly requestId: string;
  readonly projectId: string;
  readonly position: Omit<Position, 'address'>;
  /** A new cover photo, or null to keep the present one. */
  readonly cover: Cover | null;
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

/**
 * 工程定位: the new position with the earlier ones kept in the events, or `repeated`.
 * @param address what the map service calls the point
 * @throws DomainError access.denied, input.positionOutside, input.positionFar, command.reused
 */
export const formLocation = (
  command: LocateProject,
  actor: Actor,
  now: string,
  project: Project,
  address: string,
  sha256: Sha256,
): ProjectChange | 'repeated' => {
  if (!permits(actor, 'project.locate', projectSubject(project))) {
    throw new DomainError('access.denied', { what: VERB_NAMES['project.locate'] });
  }
  const stamp = stampCommand('project.locate', command, sha256);
  if (findRepeat(project.events, actor.personId, stamp)) return 'repeated';
  if (!isInsideProvince(command.position)) throw new DomainError('input.positionOutside');
  const moved = project.position ? metresBetween(project.position, command.position) : 0;
  if (moved > FAR_METRES && command.isFarConfirmed !== true) {
    throw new DomainError('input.positionFar', { metres: moved, most: FAR_METRES });
  }
  const position = { ...command.position, address };
  const event = chainEvent(
    project.events,
    {
      kind: 'located',
      at: now,
      by: { personId: actor.personId, name: actor.name },
      ...stamp,
      data: { position, cover: command.cover },
    },
    sha256,
  );
  return {
    version: project.version,
    position,
    place: placeOf(position),
    cover: command.cover ?? project.cover,
    event,
  };
};
