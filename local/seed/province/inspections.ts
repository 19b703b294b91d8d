import type { InboxItem } from '../../../miniprogram/domain/inbox/inbox-item';
import type { Actor, PartyPost, StationPost } from '../../../miniprogram/domain/people/post';
import type { Project } from '../../../miniprogram/domain/project/project';
import { inspected, must, requestIdOf, type Inspected, type SeededSubmission } from '../forming';
import { drawFindings } from './findings';
import { NUMERALS } from './kinds';
import { minutesAfter, workingMoment } from './moments';
import { photoEvidence } from './photo-evidence';
import { PICTURES, type PictureCopy } from './photos';
import type { DrawnProject } from './projects';
import { randomFor, type Random } from './random';

/** What the inspections of one project are made in. */
export interface InspectionScene {
  readonly drawn: DrawnProject;
  readonly project: Project;
  /** Main supervisor first. */
  readonly supervisors: readonly Actor[];
  readonly head: Actor;
  readonly deputy: Actor;
  /** Of head and deputy. */
  readonly leaderPosts: readonly StationPost[];
  /** Of the project. */
  readonly partyPosts: readonly PartyPost[];
  readonly anchor: string;
  readonly fileIdOf: (path: string) => string;
}

export interface DrawnInspection extends Inspected {
  readonly copies: readonly PictureCopy[];
}

export const INSPECTIONS_PER_PROJECT = 9;
const YEAR_DAYS = 365;

const MAIN_SHARE = 0.7;
const REVIEWED_SHARE = 0.88;
const INTERNAL_SHARE = 0.12;
const PHOTO_SHARE = 0.25;
const REJECTED_SHARE = 0.08;
/** Of those of the last days, and of older ones. */
const WAITING_SHARE = 0.7;
const FORGOTTEN_SHARE = 0.01;
const LAST_DAYS = 3;
/** Of what came to somebody longer ago than LAST_DAYS. */
const READ_SHARE = 0.9;

const CORRECTED_SHARE = 0.6;

const PARTNER_SHARE = 0.6;
const CONFIRMED_SHARE = 0.97;

const REASONS = [
  '照片看不清具体部位，请补拍后重新上报',
  '问题描述与所引条款不一致，请核对',
  '责任单位未写明，请补充',
  '抽查部位不准确，请写明楼号和楼层',
];

/** The first project of a station always has one that waits for its head. */
const isFirstOfStation = ({ drawn }: InspectionScene, index: number): boolean =>
  index === 0 && drawn.projectId.endsWith('-001');

const leadersFor = ({ head, deputy }: InspectionScene, random: Random): Actor[] => {
  const draw = random.next();
  return draw < 0.6 ? [head] : draw < 0.8 ? [deputy] : [head, deputy];
};

/** Another of the project's supervisors went along, mostly, and mostly said so within the day. */
const partnerFor = (
  { supervisors, anchor }: InspectionScene,
  author: Actor,
  submittedAt: string,
  random: Random,
): SeededSubmission['partner'] => {
  const others = supervisors.filter(({ personId }) => personId !== author.personId);
  if (others.length === 0 || !random.chance(PARTNER_SHARE)) return null;
  const at = minutesAfter(submittedAt, random.between(31 * 60, 40 * 60));
  const confirmsAt = random.chance(CONFIRMED_SHARE) && at <= anchor ? at : null;
  return { actor: random.pick(others), confirmsAt };
};

const RECEIVING = ['项目经理', '总监', '安全员', '质量员'];

/** 项目经理 always, the others now and then. */
const recipientsFor = ({ partyPosts }: InspectionScene, random: Random): string[] =>
  partyPosts
    .filter(({ position }) => RECEIVING.includes(position))
    .filter(({ position }) => position === '项目经理' || random.chance(0.4))
    .map(({ personId }) => personId);

const reviewFor = (
  leaders: readonly Actor[],
  submittedAt: string,
  anchor: string,
  isRecent: boolean,
  random: Random,
): SeededSubmission['review'] => {
  const isWaiting = random.chance(isRecent ? WAITING_SHARE : FORGOTTEN_SHARE);
  const at = minutesAfter(submittedAt, random.between(20, 30 * 60));
  const isRejected = random.chance(REJECTED_SHARE);
  const reason = isRejected ? random.pick(REASONS) : '';
  if (leaders.length === 0 || isWaiting || at > anchor) return null;
  return { by: random.pick(leaders), action: isRejected ? 'reject' : 'approve', reason, at };
};

/** Opened by whoever got it, mostly, if that is some days ago. */
const readLater = (item: InboxItem, anchor: string, random: Random): InboxItem => {
  const readAt = minutesAfter(item.at, random.between(5, 36 * 60));
  const isRead = random.chance(READ_SHARE);
  return isRead && item.box !== 'inspection.toReview' && readAt <= minutesAfter(anchor, -LAST_DAYS * 24 * 60)
    ? { ...item, readAt }
    : item;
};

/** The last day of the project on which it is inspected, days before the anchor. */
const lastDayOf = ({ fate }: DrawnProject): number => (typeof fate === 'string' ? 0 : fate.daysAgo + 2);

/** Three in five of the rejected are corrected, by the next day, and passed, where the project and the anchor leave time. */
const correctedCopy = (
  { anchor, drawn, head }: InspectionScene,
  seeded: SeededSubmission,
  rejected: Inspected,
): Inspected | null => {
  const { inspection, evidence } = rejected;
  const random = randomFor(`correction of ${seeded.key}`);
  const decidedAt = inspection.events.find(({ kind }) => kind === 'rejected')?.at;
  if (decidedAt === undefined || !random.chance(CORRECTED_SHARE)) return null;
  const at = minutesAfter(decidedAt, random.between(30, 20 * 60));
  const passedAt = minutesAfter(at, random.between(20, 10 * 60));
  if (passedAt > minutesAfter(anchor, -lastDayOf(drawn) * 24 * 60)) return null;
  const kept = new Map(evidence.map((each) => [each._id, each]));
  return inspected({
    ...seeded,
    key: `${seeded.key} corrected`,
    at,
    previous: inspection,
    content: {
      ...seeded.content,
      findings: seeded.content.findings.map((finding) => ({
        ...finding,
        evidence: finding.evidence.map((each) => kept.get(each._id) ?? each),
      })),
    },
    partner: null,
    review: { by: seeded.review?.by ?? head, action: 'approve', reason: '', at: passedAt },
  });
};

/**
 * The record and, where it was rejected and corrected, its copy.
 * @param index from 0; @throws DomainError when a rule of the domain is broken
 */
export const drawInspection = (scene: InspectionScene, index: number): readonly DrawnInspection[] => {
  const { drawn, project, supervisors, anchor, partyPosts, leaderPosts, fileIdOf } = scene;
  const key = `${drawn.projectId} ${index}`;
  const random = randomFor(`inspection ${key}`);
  const isFirst = isFirstOfStation(scene, index);
  const longestAgo = Math.min(YEAR_DAYS - 1, drawn.acceptedDaysAgo - 5);
  const daysAgo = isFirst ? 1 : random.between(lastDayOf(drawn), longestAgo);
  const at = workingMoment(anchor, daysAgo, random);
  const [main, ...assistants] = supervisors;
  const author =
    assistants.length > 0 && !random.chance(MAIN_SHARE) ? random.pick(assistants) : must(main, 'supervisor');
  const part = random.pick(drawn.kind.parts);
  const isReviewed = random.chance(REVIEWED_SHARE);
  const leaders = isFirst ? [scene.head] : isReviewed ? leadersFor(scene, random) : [];
  const isInternal = random.chance(INTERNAL_SHARE);
  const drawnFindings = drawFindings(part, random);
  const photos =
    drawnFindings.length === 0 || !random.chance(PHOTO_SHARE)
      ? []
      : random.some(PICTURES, random.between(1, 2)).map((picture, position) => {
          const takenAt = minutesAfter(at, position - 10);
          const requestId = requestIdOf(`submit ${key}`);
          return photoEvidence(picture, { requestId, author, takenAt, receivedAt: at }, fileIdOf);
        });
  const findings = drawnFindings.map((finding, order) => ({
    ...finding,
    evidence: order === 0 ? photos.map(({ evidence }) => evidence) : [],
  }));
  const seeded: SeededSubmission = {
    key,
    previous: null,
    project,
    author,
    at,
    content: {
      type: part.type,
      part: part.part.replace('#', String(random.between(1, NUMERALS.length))),
      findings,
      reviewerIds: leaders.map(({ personId }) => personId),
      recipientIds: isInternal ? [] : recipientsFor(scene, random),
    },
    reviewerPosts: leaderPosts,
    recipientPosts: partyPosts,
    partner: partnerFor(scene, author, at, random),
    review: isFirst ? null : reviewFor(leaders, at, anchor, daysAgo <= LAST_DAYS, random),
  };
  const first = inspected(seeded);
  const corrected = correctedCopy(scene, seeded, first);
  const readLaterIn = ({ inbox }: Inspected) => inbox.map((item) => readLater(item, anchor, random));
  return [
    { ...first, inbox: readLaterIn(first), copies: photos.map(({ copy }) => copy) },
    // Its evidence stands with the first.
    ...(corrected ? [{ ...corrected, inbox: readLaterIn(corrected), evidence: [], copies: [] }] : []),
  ];
};
