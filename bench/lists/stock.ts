import { hoursBefore, inspected, must, requestIdOf, sha256 } from '../../local/seed/forming';
import { BRANDS } from '../../local/seed/province/kinds';
import { UNIT_POOL } from '../../local/seed/province/units';
import { inboxItemsFor, reviewedItemFor, type InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { formPerson } from '../../miniprogram/domain/people/form-person';
import { formPartyPost, formStationPost } from '../../miniprogram/domain/people/form-post';
import type {
  Actor,
  PartyPost,
  PersonRef,
  StationPost,
  StationRole,
} from '../../miniprogram/domain/people/post';
import { formProject } from '../../miniprogram/domain/project/form-project';
import { placeOf, type Project } from '../../miniprogram/domain/project/project';
import { searchWords } from '../../miniprogram/domain/search/search-words';

/**
 * A province of as many inspections as are wanted. What one person is asked for grows with it: one in ten is of the first
 * project, which the supervisor wrote half of, with the colleague along; the head reviews what is of the first station;
 * the contractor receives what is delivered of the first project. That is the older half of it: the newer is 内档, so
 * that whoever may not read 内档 finds thousands of them before the first record that they may.
 */
export const NOW = '2026-11-23T02:00:00.000Z';
const STATIONS = 20;
const INSPECTIONS_PER_PROJECT = 60;
const LEAST_PROJECTS = 30;
const PROJECTS_PER_SUPERVISOR = 12;
const OF_CONTRACTOR = 3;

/** Who asks. */
export const ASKERS = {
  supervisor: '19000000901',
  head: '19000000902',
  bureau: '19000000903',
  province: '19000000904',
  contractor: '19000000905',
  /** Supervisor of the first station, of none of the contractor's projects. */
  colleague: '19000000906',
} as const;
export type Asker = keyof typeof ASKERS;

export const stationIdOf = (index: number): string => `st-${index}`;
export const stationOf = (index: number) => ({
  stationId: stationIdOf(index),
  name: `第${index + 1}质安站`,
});

/** A quarter of everything is the first station's. */
const stationIndexOf = (project: number): number => (project % 4 === 0 ? 0 : 1 + (project % (STATIONS - 1)));

const FROM = hoursBefore(NOW, 5 * 365 * 24);

const stationPost = (asker: Asker, role: StationRole, areas: readonly number[]): StationPost =>
  formStationPost(
    {
      person: { personId: asker, name: asker },
      role,
      position: role,
      station: stationOf(0),
      areaStationIds: areas.map(stationIdOf),
      certificate: null,
    },
    FROM,
  );

export const STATION_POSTS: Readonly<Record<Exclude<Asker, 'contractor'>, StationPost>> = {
  supervisor: stationPost('supervisor', 'supervisor', [0]),
  head: stationPost('head', 'head', [0]),
  bureau: stationPost('bureau', 'bureau', [0, 1]),
  province: stationPost('province', 'province', [0]),
  colleague: stationPost('colleague', 'supervisor', [0]),
};

const actorOf = (post: StationPost): Actor => ({
  personId: post.personId,
  name: post.personName,
  posts: [post],
});
const SUPERVISOR = actorOf(STATION_POSTS.supervisor);
const HEAD = actorOf(STATION_POSTS.head);

export const projectCountOf = (inspections: number): number =>
  Math.max(LEAST_PROJECTS, Math.ceil(inspections / INSPECTIONS_PER_PROJECT));

const KINDS = ['雅苑', '学校教学楼', '路道路工程', '大桥', '水厂'];
const ROADS = ['文明路', '解放路', '滨河路', '新民路', '南环路', '迎宾大道', '建设路'];
/** About one project in the square of so many degrees, in the first station's city and round about. */
const SPREAD = 0.0037;
const ROW = 60;

/** @param index from 0 */
export const projectOf = (index: number): Project => {
  const station = stationIndexOf(index);
  const placed = Math.floor(index / 4);
  const isOwn = station === 0 && placed < PROJECTS_PER_SUPERVISOR;
  const supervisorId = isOwn ? 'supervisor' : `s-${Math.floor(index / PROJECTS_PER_SUPERVISOR)}`;
  const serial = String(index + 1).padStart(4, '0');
  const unit = (role: 'owner' | 'contractor' | 'supervision', step: number) => {
    const pool = UNIT_POOL[role];
    const { unitId, name } = must(pool[(index * step) % pool.length], 'unit');
    return { unitId, unitName: name, unitRole: role };
  };
  const project = formProject(
    {
      requestId: requestIdOf(`bench ${index}`),
      projectId: `pr-${index}`,
      number: `琼海监2026-${serial}`,
      name: `${must(BRANDS[index % BRANDS.length], 'brand')}${must(KINDS[Math.floor(index / 7) % KINDS.length], 'kind')}${index} 标段`,
      address: `第${station + 1}市${must(ROADS[(index * 3) % ROADS.length], 'road')} ${index % 180} 号`,
      stationId: stationIdOf(station),
      stationName: stationOf(station).name,
      supervisors: [{ personId: supervisorId, name: supervisorId, isMain: true }],
      parties: [unit('owner', 1), unit('contractor', 5), unit('supervision', 3)],
    },
    HEAD,
    FROM,
    sha256,
  );
  if (index % 5 === 4) return project;
  const point = { lng: 110.1 + (index % ROW) * SPREAD, lat: 19.9 + Math.floor(index / ROW) * SPREAD };
  return {
    ...project,
    position: { ...point, accuracy: 10, takenAt: NOW, address: project.address },
    place: placeOf(point),
  };
};

export const partyPosts = (): PartyPost[] =>
  Array.from({ length: OF_CONTRACTOR }, (_, index) =>
    formPartyPost(
      {
        person: { personId: 'contractor', name: 'contractor' },
        position: '项目经理',
        project: { projectId: `pr-${index * 4}`, name: projectOf(index * 4).name },
        unit: { unitId: 'u', name: '施工单位', role: 'contractor' },
        isKey: true,
      },
      FROM,
    ),
  );

export const people = () =>
  Object.entries(ASKERS).map(([personId, phone]) => formPerson({ personId, name: personId, phone }));

/** One record of each end, formed and reviewed as the functions do it; all others are made after them. */
const patterns = (): Readonly<Record<Inspection['status'], Inspection>> => {
  const [recipient] = partyPosts();
  const make = (action: 'approve' | 'reject' | null): Inspection =>
    inspected({
      key: `bench ${String(action)}`,
      project: projectOf(0),
      author: SUPERVISOR,
      at: hoursBefore(NOW, 48),
      previous: null,
      content: {
        type: 'safety',
        part: '3 号楼 12 层外架',
        findings: [{ evidence: [], catalogueIds: ['S-SCO-004', 'S-PIT-006'], supplement: '东侧栏杆缺失' }],
        reviewerIds: ['head'],
        recipientIds: ['contractor'],
      },
      reviewerPosts: [STATION_POSTS.head],
      recipientPosts: recipient ? [recipient] : [],
      partner: { actor: actorOf(STATION_POSTS.colleague), confirmsAt: action && hoursBefore(NOW, 46) },
      review: action && {
        by: HEAD,
        action,
        reason: action === 'reject' ? '请补拍' : '',
        at: hoursBefore(NOW, 47),
      },
    }).inspection;
  return { pendingReview: make(null), effective: make('approve'), rejected: make('reject') };
};

export interface Stocked {
  readonly inspection: Inspection;
  readonly inbox: readonly InboxItem[];
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const PARTS = ['外架', '基坑', '塔吊', '模板支撑', '临边防护', '配电箱'];

/** @param count of all inspections. @returns the one of an index from 0, the oldest first */
export const inspectionsOf = (count: number): ((index: number) => Stocked) => {
  const pattern = patterns();
  const projects = Array.from({ length: projectCountOf(count) }, (_, index) => {
    const { _id, name, number, stationId, stationName } = projectOf(index);
    return { project: { projectId: _id, name, number }, stationId, stationName };
  });
  return (index) => {
    const isLate = index >= count - count / 100;
    const status = isLate ? 'pendingReview' : index % 13 === 0 ? 'rejected' : 'effective';
    const whole = pattern[status];
    const number = index % 10 === 0 ? 0 : 1 + (index % (projects.length - 1));
    const { project, stationId, stationName } = must(projects[number], 'project');
    const submittedAt = new Date(Date.parse(NOW) - YEAR_MS + (index * YEAR_MS) / (count + 1)).toISOString();
    const decidedAt = new Date(Date.parse(submittedAt) + HOUR_MS).toISOString();
    const someone = (ref: PersonRef, personId: string): PersonRef => ({ ...ref, personId, name: personId });
    const isOwn = stationId === stationIdOf(0);
    const author = index % 20 === 0 ? whole.author : someone(whole.author, `s-${index % 97}`);
    const isInternal = number === 0 ? index >= count / 2 : index % 7 === 0;
    const recipients = whole.recipients.map((ref) => (number === 0 ? ref : someone(ref, `c-${number}`)));
    // What nobody asks for is found by words, and stands in lists, one time in ten: it must only be there to be passed by.
    const isThin = index % 100 > 10 && number !== 0;
    const part = `${index % 40} 号楼 ${index % 30} 层${must(PARTS[index % PARTS.length], 'part')}`;
    const _id = sha256(`bench ${index}`).slice(0, 32);
    const inspection: Inspection = {
      ...whole,
      _id,
      claims: [_id],
      project,
      stationId,
      stationName,
      part,
      authorId: author.personId,
      author,
      partner: index % 40 === 0 ? whole.partner : null,
      reviewers: whole.reviewers.map((ref) => (isOwn ? ref : someone(ref, `h-${stationId}`))),
      recipients: isInternal ? [] : recipients,
      hasRecipients: !isInternal,
      words: isThin ? [] : searchWords([project.name, project.number, part, author.name]),
      submittedAt,
      effectiveAt: status === 'effective' ? decidedAt : null,
      events: whole.events.map((event, place) => ({ ...event, at: place === 0 ? submittedAt : decidedAt })),
    };
    const reviewed =
      status === 'pendingReview'
        ? []
        : inspection.reviewers.map(({ personId }) => ({
            ...reviewedItemFor(inspection, personId),
            readAt: decidedAt,
          }));
    const inbox = [...reviewed, ...inboxItemsFor(inspection)];
    return { inspection, inbox: inbox.filter(({ personId }) => !isThin || personId in ASKERS) };
  };
};
