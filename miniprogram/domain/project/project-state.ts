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
