import type { Actor, Role } from '../people/post';
import { SCOPES, type Scope, type Subject } from './scopes';
import { VERBS, type Verb } from './verbs';

/** Whether one of the actor's posts in force allows the verb on the subject; several posts add up. */
export const permits = (actor: Actor, verb: Verb, subject: Subject): boolean => {
  const row: Readonly<Partial<Record<string, readonly Scope[]>>> = VERBS[verb];
  return actor.posts.some((post) =>
    (row[post.role] ?? []).some((scope) => SCOPES[scope](actor, post, subject)),
  );
};

/** Whether one of the roles allows the verb on anything at all: what a page offers before it knows on what. */
export const mayEver = (roles: readonly Role[], verb: Verb): boolean => {
  const row: Readonly<Partial<Record<string, readonly Scope[]>>> = VERBS[verb];
  return roles.some((role) => (row[role] ?? []).length > 0);
};
