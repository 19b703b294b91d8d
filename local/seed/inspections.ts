import type { InspectionType } from '../../miniprogram/domain/inspection/inspection';

export interface SeededInspection {
  readonly key: string;
  readonly projectId: string;
  readonly authorId: string;
  readonly type: InspectionType;
  readonly part: string;
  readonly catalogueIds: readonly string[];
  readonly supplement: string;
  readonly reviewerIds: readonly string[];
  readonly recipientIds: readonly string[];
  /** Submitted this many hours before the anchor. */
  readonly hoursBefore: number;
  readonly review: {
    readonly by: string;
    readonly action: 'approve' | 'reject';
    readonly reason: string;
  } | null;
}

export const INSPECTIONS: readonly SeededInspection[] = [
  {
    key: 'bsm-waiting',
    projectId: 'pr-bsm',
    authorId: 'p0103',
    type: 'safety',
    part: '二沉池基坑北侧',
    catalogueIds: ['S-PIT-006'],
    supplement: '坑边 2 m 内堆放钢筋约 3 吨，要求当日清走。',
    reviewerIds: ['p0101'],
    recipientIds: ['p0308'],
    hoursBefore: 3,
    review: null,
  },
  {
    key: 'jdwl-approved',
    projectId: 'pr-jdwl',
    authorId: 'p0103',
    type: 'quality',
    part: '3 号楼 5 层楼板',
    catalogueIds: ['Q-CON-001', 'Q-REB-001'],
    supplement: '',
    reviewerIds: ['p0102'],
    recipientIds: ['p0302', 'p0306'],
    hoursBefore: 50,
    review: { by: 'p0102', action: 'approve', reason: '' },
  },
  {
    key: 'hddd-rejected',
    projectId: 'pr-hddd',
    authorId: 'p0104',
    type: 'quality',
    part: 'K2+300 路基',
    catalogueIds: ['Q-MUN-001'],
    supplement: '压实度待复测。',
    reviewerIds: ['p0101', 'p0102'],
    recipientIds: ['p0308'],
    hoursBefore: 75,
    review: { by: 'p0101', action: 'reject', reason: '缺少现场照片，请补拍后重新上报' },
  },
  {
    key: 'jdwl-internal',
    projectId: 'pr-jdwl',
    authorId: 'p0104',
    type: 'comprehensive',
    part: '售楼处及样板区',
    catalogueIds: [],
    supplement: '外围巡查，围挡完好，未进入施工区。',
    reviewerIds: [],
    recipientIds: [],
    hoursBefore: 120,
    review: null,
  },
  {
    key: 'syw-approved',
    projectId: 'pr-syw',
    authorId: 'p0203',
    type: 'safety',
    part: '1 号塔吊',
    catalogueIds: ['S-MGT-001'],
    supplement: '',
    reviewerIds: ['p0201'],
    recipientIds: ['p0402'],
    hoursBefore: 30,
    review: { by: 'p0201', action: 'approve', reason: '' },
  },
];
