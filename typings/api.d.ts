/** The cloud functions' contracts, types only: erased before anything runs. */
export interface Api {
  readonly session: typeof import('../cloudfunctions/session/actions').actions;
  readonly project: typeof import('../cloudfunctions/project/actions').actions;
  readonly inspection: typeof import('../cloudfunctions/inspection/actions').actions;
}
