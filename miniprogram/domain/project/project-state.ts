import { VERB_NAMES, type Verb } from '../access/verbs';
import { DomainError } from '../errors';
import type { Lifecycle } from '../lifecycle';

export const PROJECT_STATES = {
  reported: '报监',
  returned: '退回',
  accepted: '受理',
  supervised: '在监',
  suspended: '中止',
  completed: '竣工',
  terminated: '终止',
} as const;
export type ProjectState = keyof typeof PROJECT_STATES;

export type ProjectAction =
  | 'reportAgain'
  | 'sendBack'
  | 'accept'
  | 'assign'
  | 'suspend'
  | 'resume'
  | 'complete'
  | 'terminate';

/** 报监 → (退回 →) 受理 → 在监 ⇄ 中止 → 竣工 / 终止; nothing leads out of the last two. */
export const PROJECT_LIFECYCLE = {
  transitions: {
    reportAgain: { from: ['returned'], to: 'reported', verb: 'project.report' },
    sendBack: { from: ['reported'], to: 'returned', verb: 'project.accept' },
    accept: { from: ['reported'], to: 'accepted', verb: 'project.accept' },
    assign: { from: ['accepted', 'supervised'], to: 'supervised', verb: 'project.accept' },
    suspend: { from: ['supervised'], to: 'suspended', verb: 'project.accept' },
    resume: { from: ['suspended'], to: 'supervised', verb: 'project.accept' },
    complete: { from: ['supervised'], to: 'completed', verb: 'project.accept' },
    terminate: { from: ['supervised', 'suspended'], to: 'terminated', verb: 'project.accept' },
  },
  statusNames: PROJECT_STATES,
} as const satisfies Lifecycle<ProjectState, ProjectAction>;

/**
 * What is done on a project beside its own lifecycle, and in which of its states (docs/decisions/0016). What stands is
 * read, reviewed and confirmed in every state.
 */
const WORK = {
  'inspection.submit': ['supervised', 'suspended'],
  'project.locate': ['accepted', 'supervised', 'suspended'],
  'project.siteCode': ['accepted', 'supervised', 'suspended'],
} as const satisfies Partial<Record<Verb, readonly ProjectState[]>>;
export type ProjectWork = keyof typeof WORK;

export const isOpenFor = (work: ProjectWork, state: ProjectState): boolean => {
  const open: readonly ProjectState[] = WORK[work];
  return open.includes(state);
};

/** @throws DomainError project.stateRefused */
export const requireOpenFor = (work: ProjectWork, { state }: { readonly state: ProjectState }): void => {
  if (isOpenFor(work, state)) return;
  throw new DomainError('project.stateRefused', { state: PROJECT_STATES[state], what: VERB_NAMES[work] });
};
