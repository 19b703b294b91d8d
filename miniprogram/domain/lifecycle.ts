import { permits } from './access/permits';
import type { Subject } from './access/scopes';
import { VERB_NAMES, type Verb } from './access/verbs';
import { DomainError } from './errors';
import type { Actor } from './people/post';

/** One row of a lifecycle: from where, to where, and who. Whatever is not a row is refused. */
export interface Transition<Status extends string> {
  readonly from: readonly Status[];
  readonly to: Status;
  readonly verb: Verb;
}

export interface Lifecycle<Status extends string, Action extends string> {
  readonly transitions: Readonly<Record<Action, Transition<Status>>>;
  readonly statusNames: Readonly<Record<Status, string>>;
}

interface Stateful<Status extends string> {
  readonly status: Status;
}

/** The actions the actor may take on the record as it stands: pages draw their buttons from this. */
export const availableActions = <Status extends string, Action extends string>(
  lifecycle: Lifecycle<Status, Action>,
  actor: Actor,
  record: Stateful<Status>,
  subject: Subject,
): Action[] =>
  (Object.keys(lifecycle.transitions) as Action[]).filter((action) => {
    const { from, verb } = lifecycle.transitions[action];
    return from.includes(record.status) && permits(actor, verb, subject);
  });

/**
 * The transition, or a refusal: first whether the person may at all, then whether the state allows it.
 * @throws DomainError access.denied, state.refused
 */
export const requireTransition = <Status extends string, Action extends string>(
  lifecycle: Lifecycle<Status, Action>,
  action: Action,
  actor: Actor,
  record: Stateful<Status>,
  subject: Subject,
): Transition<Status> => {
  const transition = lifecycle.transitions[action];
  const what = VERB_NAMES[transition.verb];
  if (!permits(actor, transition.verb, subject)) throw new DomainError('access.denied', { what });
  if (!transition.from.includes(record.status)) {
    throw new DomainError('state.refused', { state: lifecycle.statusNames[record.status], what });
  }
  return transition;
};
