import { INSPECTION_TYPES } from '../domain/inspection/inspection';
import type { InspectionView } from '../services/inspection';
import {
  CONFIRMED_TAG,
  INTERNAL_TAG,
  READ_TAG,
  statusTag,
  UNCONFIRMED_TAG,
  UNREAD_TAG,
  type Tag,
} from './inspection-view';
import { findingCards } from './inspection-finding';
import { pastProblems } from './past-problems';
import { exactTime } from './time';
import { listed } from './words';

const REFUSED_TAG: Tag = { word: '拒签', tone: 'waiting', sign: '' };

const EVENT_TITLES: Readonly<Record<string, string>> = {
  submitted: '提交',
  confirmed: '确认共同检查',
  approved: '审核通过',
  rejected: '审核未通过',
};

type Person = Pick<InspectionView['author'], 'name' | 'organisation' | 'position'>;

/** What stands beside a person: what they have done, and when. */
interface Mark {
  readonly tag: Tag | null;
  readonly when: string;
}
const UNMARKED: Mark = { tag: null, when: '' };

/** So many of a group stand there with all that is known of them; the others follow in a line each, when asked for. */
const MOST_PEOPLE = 10;

const RECIPIENTS = '下达接收人';

const described = <P extends Person>(person: P, markOf: (person: P) => Mark) => ({
  name: person.name,
  what: listed([person.organisation, person.position]),
  ...markOf(person),
});

const lineOf = ({ name, what, tag }: ReturnType<typeof described>): string => listed([name, what, tag?.word]);

const group = <P extends Person>(
  label: string,
  people: readonly P[],
  markOf: (person: P) => Mark = () => UNMARKED,
) =>
  people.length > 0
    ? [
        {
          label,
          people: people.slice(0, MOST_PEOPLE).map((person) => described(person, markOf)),
          moreCount: Math.max(0, people.length - MOST_PEOPLE),
        },
      ]
    : [];

/** The people of a group beyond the first, a line each. */
export const otherPeople = (inspection: InspectionView, label: string): string[] => {
  const { recipients, reviewers, tellsReaders } = inspection;
  return label === RECIPIENTS
    ? recipients
        .slice(MOST_PEOPLE)
        .map((person) => lineOf(described(person, tellsReaders ? readingOf : () => UNMARKED)))
    : reviewers.slice(MOST_PEOPLE).map((person) => lineOf(described(person, () => UNMARKED)));
};

const namesOf = (people: readonly Person[]): string => people.map(({ name }) => name).join('、');

const confirmationOf = ({ isConfirmed }: { readonly isConfirmed: boolean }): Mark => ({
  tag: isConfirmed ? CONFIRMED_TAG : UNCONFIRMED_TAG,
  when: '',
});

const readingOf = ({ readAt }: { readonly readAt: string | null }): Mark =>
  readAt === null ? { tag: UNREAD_TAG, when: '' } : { tag: READ_TAG, when: `${exactTime(readAt)} 打开` };

/** 现场签字: who of which unit, and the signature or why there is none. */
const attendanceOf = ({ attendance }: InspectionView) =>
  attendance && {
    name: attendance.name,
    unit: `${attendance.unit.name}（${attendance.unit.role}）`,
    isSigned: attendance.signature !== null,
    evidenceId: attendance.signature?.evidenceId ?? '',
    picture: attendance.signature?.url ?? '',
    refusal: attendance.refusal,
    tag: REFUSED_TAG,
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
  typeName: INSPECTION_TYPES[inspection.type] as string,
  authorName: inspection.author.name,
  tag: statusTag(inspection.status),
  internalTag: inspection.isInternal ? INTERNAL_TAG : null,
  isClear: inspection.isClear,
  rejectionReason: inspection.rejectionReason,
  /** The rejected record this one corrects, and the copy that corrects this one; '' for none. */
  previousId: inspection.previous?.inspectionId ?? '',
  previousReason: inspection.previous?.reason ?? '',
  nextId: inspection.nextId ?? '',
  facts: [
    { label: '抽查类型', value: INSPECTION_TYPES[inspection.type] },
    { label: '抽查部位', value: inspection.part },
    { label: '监督站', value: inspection.stationName },
    { label: '提交时间', value: exactTime(inspection.submittedAt) },
  ],
  people: [
    ...group('提交人', [inspection.author]),
    ...group('共同检查人', inspection.partner ? [inspection.partner] : [], confirmationOf),
    ...group('上报接收人', inspection.reviewers),
    ...group(RECIPIENTS, inspection.recipients, inspection.tellsReaders ? readingOf : undefined),
  ],
  findings: findingCards(inspection.findings, []),
  attendance: attendanceOf(inspection),
  timeline: processOf(inspection),
  canApprove: inspection.actions.includes('approve'),
  canReject: inspection.actions.includes('reject'),
  canConfirm: inspection.actions.includes('confirm'),
  canResubmit: inspection.actions.includes('resubmit'),
  /** What the reviewer compares with; nothing to compare where nothing is cited. */
  past:
    inspection.past && inspection.citedIds.length > 0
      ? pastProblems(inspection.past, inspection.citedIds.length)
      : null,
});

type InspectionPage = ReturnType<typeof inspectionPage>;

export const EMPTY_INSPECTION_PAGE: InspectionPage = {
  title: '',
  number: '',
  typeName: '',
  authorName: '',
  tag: { word: '', tone: 'neutral', sign: '' },
  internalTag: null,
  isClear: false,
  rejectionReason: '',
  previousId: '',
  previousReason: '',
  nextId: '',
  facts: [],
  people: [],
  findings: [],
  attendance: null,
  timeline: [],
  canApprove: false,
  canReject: false,
  canConfirm: false,
  canResubmit: false,
  past: null,
};

/** A card in a chat. Without a picture of ours WeChat would take one of the page, evidence and all. */
export interface ChatCard {
  readonly title: string;
  readonly path: string;
  readonly imageUrl: string;
}
const CARD_PICTURE = '/assets/share.png';

/** Which record it is, and nothing of what is in it. @param typeName 质量, 安全 or 综合 */
export const recordCardInChat = (inspectionId: string, projectName: string, typeName: string): ChatCard => ({
  title: `${projectName} · ${typeName}监督检查记录`,
  path: `/pages/inspection/detail/detail?id=${inspectionId}`,
  imageUrl: CARD_PICTURE,
});

/** Of a page that has no record to tell of. */
export const HOME_CARD: ChatCard = { title: '质安监督', path: '/pages/home/home', imageUrl: CARD_PICTURE };
