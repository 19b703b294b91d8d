import type { Role } from '../people/post';
import type { Scope } from './scopes';

type VerbRow = Readonly<Partial<Record<Role, readonly Scope[]>>>;

/**
 * Who may do what: one row a verb, a cell lists the scopes of which one must hold.
 * What is not in the table is refused. Source: domain.md, "Who may do what".
 */
export const VERBS = {
  'project.read': {
    supervisor: ['ownStation'],
    deputy: ['ownStation'],
    head: ['ownStation'],
    bureau: ['ownArea'],
    province: ['everywhere'],
    participant: ['ownProject'],
  },
  'project.report': {
    participant: ['ownedProject'],
    administrator: ['ownStation'],
  },
  'project.accept': {
    head: ['ownStation'],
    province: ['everywhere'],
  },
  // Full phone numbers: people of the same project or station; everybody else sees them masked.
  'project.phones': {
    supervisor: ['ownStation'],
    deputy: ['ownStation'],
    head: ['ownStation'],
    participant: ['ownProject'],
  },
  'project.siteCode': {
    supervisor: ['ownStation'],
    deputy: ['ownStation'],
    head: ['ownStation'],
    province: ['everywhere'],
    participant: ['ownProject'],
  },
  'station.poster': {
    deputy: ['ownStation'],
    head: ['ownStation'],
    administrator: ['ownStation'],
    province: ['everywhere'],
  },
  'project.locate': {
    supervisor: ['supervisedProject'],
    deputy: ['ownStation'],
    head: ['ownStation'],
    province: ['everywhere'],
  },
  'inspection.submit': {
    supervisor: ['supervisedProject'],
    deputy: ['ownStation'],
    head: ['ownStation'],
    province: ['everywhere'],
  },
  'inspection.review': {
    supervisor: ['namedReviewer'],
    deputy: ['namedReviewer'],
    head: ['namedReviewer'],
    province: ['namedReviewer'],
  },
  'inspection.read': {
    supervisor: [
      'ownStationEffectiveDelivered',
      'supervisedProjectEffective',
      'author',
      'partner',
      'namedReviewer',
    ],
    deputy: ['ownStation', 'author', 'partner', 'namedReviewer'],
    head: ['ownStation', 'author', 'partner', 'namedReviewer'],
    bureau: ['ownAreaEffectiveDelivered'],
    province: ['everywhere'],
    participant: ['deliveredTo'],
  },
  // How the station came to it: whom it was reported to and what they said (docs/decisions/0004).
  'inspection.readReview': {
    supervisor: ['ownStation', 'author', 'partner', 'namedReviewer'],
    deputy: ['ownStation', 'author', 'partner', 'namedReviewer'],
    head: ['ownStation', 'author', 'partner', 'namedReviewer'],
    province: ['everywhere'],
  },
  // 共同检查人 confirms having been there.
  'inspection.confirm': { supervisor: ['partner'], deputy: ['partner'], head: ['partner'] },
  // A corrected copy of what was not passed.
  'inspection.resubmit': {
    supervisor: ['author'],
    deputy: ['author'],
    head: ['author'],
    province: ['author'],
  },
  // A file becomes evidence: those who report and those who reply (docs/decisions/0005).
  'evidence.confirm': {
    supervisor: ['everywhere'],
    deputy: ['everywhere'],
    head: ['everywhere'],
    province: ['everywhere'],
    participant: ['everywhere'],
  },
  // 待核: what the content check said of a picture.
  'evidence.verify': { deputy: ['ownStation'], head: ['ownStation'], province: ['everywhere'] },
} as const satisfies Record<string, VerbRow>;

export type Verb = keyof typeof VERBS;

/** What the person was about to do, in words for a refusal. */
export const VERB_NAMES: Readonly<Record<Verb, string>> = {
  'project.read': '查看工程',
  'project.report': '报监',
  'project.accept': '受理工程',
  'project.phones': '查看电话号码',
  'project.siteCode': '生成工地码',
  'station.poster': '生成入口码海报',
  'project.locate': '工程定位',
  'inspection.submit': '监督上报',
  'inspection.review': '审核监督检查记录',
  'inspection.read': '查看监督检查记录',
  'inspection.readReview': '查看审核意见',
  'inspection.confirm': '确认共同检查',
  'inspection.resubmit': '更正后重新上报',
  'evidence.confirm': '保存证据',
  'evidence.verify': '核对证据',
};
