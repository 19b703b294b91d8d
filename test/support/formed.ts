import { createHash } from 'node:crypto';
import { DomainError } from '../../miniprogram/domain/errors';
import { formInspection, type SubmitInspection } from '../../miniprogram/domain/inspection/form-inspection';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import type { PartyPost, StationPost } from '../../miniprogram/domain/people/post';
import type { Project } from '../../miniprogram/domain/project/project';
import { CAST, NOW } from './cast';

/** A report of the fixed cast for tests of rules: the supervisor on the project, everything around it known. */
export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

export const project: Project = {
  _id: 'project',
  version: 1,
  state: 'supervised',
  shortNumber: '00000000150',
  number: '琼海监2026-0031',
  name: '滨江新城',
  address: '滨江路',
  stationId: 'haikou',
  stationName: '海口市质安站',
  supervisors: [{ personId: 'supervisor', name: 'supervisor', isMain: true }],
  supervisorIds: ['supervisor'],
  parties: [
    { unitId: 'builder', unitName: '琼建', unitRole: 'contractor' },
    { unitId: 'owner', unitName: '滨江置业', unitRole: 'owner' },
  ],
  searchKeys: [],
  position: null,
  place: null,
  cover: null,
  changedAt: NOW,
  events: [],
};

export const JUDGED = { severity: 'serious', unitId: null, action: 'rectify', days: 3 } as const;

export const command: SubmitInspection = {
  requestId: '11111111-1111-4111-8111-111111111111',
  projectId: 'project',
  type: 'safety',
  part: ' 3 号楼 ',
  isClear: false,
  findings: [{ evidenceIds: [], catalogueIds: ['S-1'], supplement: '', ...JUDGED }],
  reviewerIds: ['deputy', 'head'],
  recipientIds: ['contractor'],
  attendance: null,
  partnerId: null,
  previousId: null,
};

export const catalogue = new Map([
  [
    'S-1',
    {
      id: 'S-1',
      kind: 'term' as const,
      domain: 'safety' as const,
      group: '',
      discipline: 'S',
      disciplineName: '安全',
      text: '基坑周边堆载超过设计允许值',
      basis: '依据',
      severity: 'major' as const,
      types: ['safety', 'comprehensive'] as const,
      initials: 'jkzbdz',
      subjects: ['contractor'] as const,
      action: 'stop' as const,
      days: 1,
    },
  ],
]);

export const surroundings = {
  project,
  reviewerPosts: [...CAST.deputy.posts, ...CAST.head.posts, ...CAST.otherHead.posts] as StationPost[],
  recipientPosts: [...CAST.contractor.posts, ...CAST.otherContractor.posts] as PartyPost[],
  partnerPosts: [
    ...CAST.colleague.posts,
    ...CAST.supervisor.posts,
    ...CAST.otherSupervisor.posts,
  ] as StationPost[],
  previous: null,
  catalogue,
  evidence: new Map(),
  sha256,
};

export const submit = (change: Partial<SubmitInspection> = {}): Inspection =>
  formInspection({ ...command, ...change }, CAST.supervisor, NOW, surroundings);

export const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'allowed';
};
