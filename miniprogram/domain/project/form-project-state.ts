import { findRepeat, stampCommand } from '../integrity/command';
import { chainEvent, type ChainedEvent, type Sha256 } from '../integrity/event-chain';
import { requireTransition } from '../lifecycle';
import type { Actor } from '../people/post';
import { projectSubject, type Project } from './project';
import { PROJECT_LIFECYCLE, type ProjectAction, type ProjectState } from './project-state';

export interface ChangeProjectState {
  readonly requestId: string;
  readonly projectId: string;
  readonly reason: string;
}

/** What a change of state writes; `version` is the one it was formed on and must still stand. */
export interface ProjectStateChange {
  readonly version: number;
  readonly state: ProjectState;
  readonly event: ChainedEvent;
}

/**
 * 中止, 恢复, 竣工, 终止 …: the next state of a project with its event, or `repeated`.
 * @throws DomainError access.denied, state.refused, command.reused
 */
export const formProjectState = (
  action: ProjectAction,
  command: ChangeProjectState,
  actor: Actor,
  now: string,
  project: Project,
  sha256: Sha256,
): ProjectStateChange | 'repeated' => {
  const stamp = stampCommand(`project.${action}`, command, sha256);
  if (findRepeat(project.events, actor.personId, stamp)) return 'repeated';
  const { to } = requireTransition(
    PROJECT_LIFECYCLE,
    action,
    actor,
    { status: project.state },
    projectSubject(project),
  );
  const event = chainEvent(
    project.events,
    {
      kind: to,
      at: now,
      by: { personId: actor.personId, name: actor.name },
      ...stamp,
      data: { reason: command.reason },
    },
    sha256,
  );
  return { version: project.version, state: to, event };
};
