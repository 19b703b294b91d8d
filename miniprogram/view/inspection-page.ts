import { INSPECTION_TYPES } from '../domain/inspection/inspection';
import type { InspectionView } from '../services/inspection';
import { INTERNAL_TAG, severityTag, statusTag } from './inspection-view';
import { exactTime } from './time';

const EVENT_TITLES: Readonly<Record<string, string>> = {
  submitted: '提交',
  approved: '审核通过',
  rejected: '审核未通过',
};

const people = (list: InspectionView['recipients']): string =>
  list.map(({ name, organisation, position }) => `${name}（${organisation} ${position}）`).join('、');

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
    { label: '提交人', value: `${inspection.author.name} · ${inspection.author.position}` },
    { label: '提交时间', value: exactTime(inspection.submittedAt) },
    ...(inspection.reviewers.length > 0
      ? [{ label: '上报接收人', value: people(inspection.reviewers) }]
      : []),
    ...(inspection.recipients.length > 0
      ? [{ label: '下达接收人', value: people(inspection.recipients) }]
      : []),
  ],
  findings: inspection.findings.map((finding) => ({
    order: finding.order,
    photos: finding.photos.map((photo) => photo.url ?? ''),
    cited: finding.cited.map((cited) => ({
      text: cited.text,
      basis: cited.basis,
      tag: severityTag(cited.severity, `${cited.severityName} · ${cited.kind}`),
    })),
    supplement: finding.supplement,
  })),
  timeline: inspection.timeline.map((event) => ({
    title: `${event.by} ${EVENT_TITLES[event.kind] ?? event.kind}`,
    when: exactTime(event.at),
    note: event.reason,
    isDone: true,
  })),
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
  findings: [],
  timeline: [],
  canApprove: false,
  canReject: false,
};
