import { chainEvent, type Sha256 } from '../integrity/event-chain';
import { stampCommand } from '../integrity/command';
import type { Actor, UnitRole } from '../people/post';
import type { Project } from './project';
import type { ProjectState } from './project-state';
import { searchKeysOf } from './search-keys';
import { shortNumberOf } from './short-number';

/** A project as it was accepted (受理) with its supervisors assigned. */
export interface AcceptProject {
  readonly requestId: string;
  readonly projectId: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly stationId: string;
  readonly stationName: string;
  readonly supervisors: readonly {
    readonly personId: string;
    readonly name: string;
    readonly isMain: boolean;
  }[];
  readonly parties: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly unitRole: UnitRole;
  }[];
}

/** 在监 once supervisors are assigned, 受理 until then. */
export const acceptedStateOf = (supervisors: AcceptProject['supervisors']): ProjectState =>
  supervisors.length > 0 ? 'supervised' : 'accepted';

/** The project with its first event; position and cover come with the first 工程定位. */
export const formProject = (
  command: AcceptProject,
  actor: Pick<Actor, 'personId' | 'name'>,
  now: string,
  sha256: Sha256,
): Project => {
  const { projectId, number, name, address, stationId, stationName, supervisors, parties } = command;
  const content = { number, name, address, stationId, stationName, supervisors, parties };
  const accepted = chainEvent(
    [],
    {
      kind: 'accepted',
      at: now,
      by: { personId: actor.personId, name: actor.name },
      ...stampCommand('project.report', command, sha256),
      data: { ...content },
    },
    sha256,
  );
  return {
    _id: projectId,
    version: 1,
    state: acceptedStateOf(supervisors),
    shortNumber: shortNumberOf(projectId, sha256),
    ...content,
    supervisorIds: content.supervisors.map((supervisor) => supervisor.personId),
    searchKeys: searchKeysOf(content),
    position: null,
    place: null,
    cover: null,
    changedAt: now,
    events: [accepted],
  };
};
