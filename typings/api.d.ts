import type { actions as evidence } from '../cloudfunctions/evidence/actions';
import type { actions as inspection } from '../cloudfunctions/inspection/actions';
import type { actions as project } from '../cloudfunctions/project/actions';
import type { actions as session } from '../cloudfunctions/session/actions';

/** The cloud functions' contracts, types only: erased before anything runs. */
export interface Api {
  readonly session: typeof session;
  readonly project: typeof project;
  readonly evidence: typeof evidence;
  readonly inspection: typeof inspection;
}
