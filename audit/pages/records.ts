import { CONTRACTOR, HEAD, SUPERVISOR } from './people';
import type { MadeName } from './screen';

/** A record made before the pictures are taken, and what becomes of it. */
export interface MadeRecord {
  readonly name: MadeName;
  /** Of the author. */
  readonly as: string;
  readonly report: object;
  /** The one it is the corrected copy of. */
  readonly corrects?: MadeName;
  readonly then: readonly { readonly as: string; readonly action: string; readonly data: object }[];
}

/** The same every time: pictures of two days are the same. */
const requestIdOf = (number: number): string => `7c1f1c52-6a0e-4f0e-9d6c-2f4b8f2d9b${10 + number}`;

const FINDING = {
  evidenceIds: [],
  catalogueIds: ['Q-CON-001', 'Q-REB-001'],
  supplement: '5 层楼板回弹值偏低，钢筋间距大于设计。',
  severity: 'serious',
  unitId: 'u-build-1',
  action: 'partialStop',
  days: 15,
};

/** 陈海生 on 江东文旅城二标段, whose earlier record cites the same entries. */
const REPORT = {
  requestId: requestIdOf(0),
  projectId: 'pr-jdwl',
  type: 'quality',
  part: '3 号楼 6 层楼板',
  isClear: false,
  findings: [FINDING],
  reviewerIds: ['p0101', 'p0102'],
  recipientIds: ['p0302', 'p0306'],
  attendance: null,
  partnerId: null,
};

export const RECORDS: readonly MadeRecord[] = [
  {
    name: 'clear',
    as: SUPERVISOR,
    report: {
      ...REPORT,
      requestId: requestIdOf(1),
      part: '地下室 B2 层',
      isClear: true,
      findings: [],
      recipientIds: [],
      partnerId: 'p0104',
    },
    then: [],
  },
  {
    name: 'rejected',
    as: SUPERVISOR,
    report: { ...REPORT, requestId: requestIdOf(2) },
    then: [
      {
        as: HEAD,
        action: 'reject',
        data: { requestId: requestIdOf(3), reason: '没有写明回弹值，请补充后重新上报' },
      },
    ],
  },
  {
    name: 'corrected',
    as: SUPERVISOR,
    report: { ...REPORT, requestId: requestIdOf(4) },
    corrects: 'rejected',
    then: [],
  },
  {
    name: 'read',
    as: SUPERVISOR,
    report: {
      ...REPORT,
      requestId: requestIdOf(5),
      type: 'safety',
      part: '1 号施工升降机',
      findings: [{ ...FINDING, catalogueIds: ['S-SCO-004'], supplement: '', action: 'rectify', days: 3 }],
      partnerId: 'p0102',
      reviewerIds: [],
    },
    then: [
      { as: '19000000102', action: 'confirm', data: { requestId: requestIdOf(6) } },
      { as: CONTRACTOR, action: 'read', data: {} },
    ],
  },
];
