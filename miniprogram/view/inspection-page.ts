import type { Severity } from '../domain/catalogue/catalogue';
import { INSPECTION_TYPES } from '../domain/inspection/inspection';
import type { InspectionView } from '../services/inspection';
import { INTERNAL_TAG, SEVERITY_TONES, statusTag, type Tag } from './inspection-view';
import { exactTime } from './time';

const EVENT_TITLES: Readonly<Record<string, string>> = {
  submitted: '提交',
  approved: '审核通过',
  rejected: '审核未通过',
};

type Person = Pick<InspectionView['author'], 'name' | 'organisation' | 'position'>;

const group = (label: string, people: readonly Person[]) =>
  people.length > 0
    ? [
        {
          label,
          people: people.map(({ name, organisation, position }) => ({
            name,
            what: [organisation, position].filter(Boolean).join(' · '),
          })),
        },
      ]
    : [];

const namesOf = (people: readonly Person[]): string => people.map(({ name }) => name).join('、');

const RANKS: readonly Severity[] = ['major', 'serious', 'general'];

/** The gravest of what was cited: it stands beside the number of the problem. */
const gravest = (cited: InspectionView['findings'][number]['cited']): Tag | null => {
  const found = RANKS.flatMap((rank) => cited.find(({ severity }) => severity === rank) ?? [])[0];
  return found ? { word: found.severityName, tone: SEVERITY_TONES[found.severity], sign: '' } : null;
};

interface ProcessEvent {
  readonly title: string;
  readonly when: string;
  readonly note: string;
  readonly isDone: boolean;
}

/** What happened, and what is waited for. */
const processOf = (inspection: InspectionView): ProcessEvent[] => {
  const { timeline, status, reviewers, recipients, effectiveAt } = inspection;
  const happened = timeline.map((event) => ({
    title: `${event.by} ${EVENT_TITLES[event.kind] ?? event.kind}`,
    when: exactTime(event.at),
    note: event.reason,
    isDone: true,
  }));
  const review = {
    title: `等待 ${namesOf(reviewers)} 审核`,
    when: '',
    note: reviewers.length > 1 ? '其中一人审核即可' : '',
    isDone: false,
  };
  return [
    ...happened,
    ...(status === 'pendingReview' && reviewers.length > 0 ? [review] : []),
    ...(effectiveAt !== null && recipients.length > 0
      ? [{ title: `已下达 ${namesOf(recipients)}`, when: exactTime(effectiveAt), note: '', isDone: true }]
      : []),
  ];
};

/** 监督检查记录 as its page shows it. */
export const inspectionPage = (inspection: InspectionView) => ({
  title: inspection.project.name,
  number: inspection.project.number,
  tag: statusTag(inspection.status),
  internalTag: inspection.isInternal ? INTERNAL_TAG : null,
  rejectionReason: inspection.rejectionReason,
  facts: [
    { label: '抽查类型', value: INSPECTION_TYPES[inspection.type] },
    { label: '抽查部位', value: inspection.part },
    { label: '监督站', value: inspection.stationName },
    { label: '提交时间', value: exactTime(inspection.submittedAt) },
  ],
  people: [
    ...group('提交人', [inspection.author]),
    ...group('上报接收人', inspection.reviewers),
    ...group('下达接收人', inspection.recipients),
  ],
  findings: inspection.findings.map((finding) => ({
    order: finding.order,
    photos: finding.photos.map((photo) => photo.url ?? ''),
    gravest: gravest(finding.cited),
    cited: finding.cited.map((cited, index) => ({
      order: index + 1,
      text: cited.text,
      basis: cited.basis,
      tag: {
        word: `${cited.severityName} · ${cited.kind}`,
        tone: SEVERITY_TONES[cited.severity],
        sign: '',
      } satisfies Tag,
    })),
    supplement: finding.supplement,
  })),
  timeline: processOf(inspection),
  canApprove: inspection.actions.includes('approve'),
  canReject: inspection.actions.includes('reject'),
});

type InspectionPage = ReturnType<typeof inspectionPage>;

export const EMPTY_INSPECTION_PAGE: InspectionPage = {
  title: '',
  number: '',
  tag: { word: '', tone: 'neutral', sign: '' },
  internalTag: null,
  rejectionReason: '',
  facts: [],
  people: [],
  findings: [],
  timeline: [],
  canApprove: false,
  canReject: false,
};
