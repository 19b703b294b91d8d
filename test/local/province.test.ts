import { createHash } from 'node:crypto';
import { CATALOGUE } from '../../cloudfunctions/_shared/catalogue';
import { demonstration } from '../../local/seed/demonstration';
import { PARTY_PEOPLE, STATION_PEOPLE } from '../../local/seed/people';
import { PROJECTS } from '../../local/seed/projects';
import { PICTURES } from '../../local/seed/province/photos';
import { withSiteRecord } from '../../local/seed/site/site-record';
import { province } from '../../local/seed/province/province';
import type { Evidence } from '../../miniprogram/domain/evidence/evidence';
import { permits } from '../../miniprogram/domain/access/permits';
import type { InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import { isReviewerPost } from '../../miniprogram/domain/inspection/form-inspection';
import { evidenceOf, reasonOf, type Inspection } from '../../miniprogram/domain/inspection/inspection';
import { inspectionSubject } from '../../miniprogram/domain/inspection/inspection-subject';
import { brokenInspection } from '../../miniprogram/domain/inspection/verify-inspection';
import { INSPECTION_LIMITS } from '../../miniprogram/domain/inspection/limits';
import { firstBrokenLink } from '../../miniprogram/domain/integrity/event-chain';
import type { Person } from '../../miniprogram/domain/people/person';
import { isInForce, type Post, type StationPost } from '../../miniprogram/domain/people/post';
import { projectInCode } from '../../miniprogram/domain/project/project-code';
import { brokenProject } from '../../miniprogram/domain/project/verify-project';
import { projectSubject, type Project } from '../../miniprogram/domain/project/project';
import { ANCHOR } from '../support/cloud';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const fileIdOf = (path: string): string => `cloud://zhian-local.bucket/${path}`;
const made = province(ANCHOR, fileIdOf);
const all = <T>(name: string): readonly T[] => made.documents[name] as unknown as readonly T[];

const stations = all<{ _id: string; divisionCode: string; parentId: string | null; name: string }>(
  'stations',
);
const people = all<Person>('people');
const posts = all<Post>('posts');
const projects = all<Project>('projects');
const inspections = all<Inspection>('inspections');
const inbox = all<InboxItem>('inbox');

const postsOf = new Map<string, Post[]>();
for (const post of posts) postsOf.set(post.personId, [...(postsOf.get(post.personId) ?? []), post]);
const projectOf = new Map(projects.map((project) => [project._id, project]));
const requireProject = (id: string): Project => {
  const project = projectOf.get(id);
  if (!project) throw new Error(`no project ${id}`);
  return project;
};
/** Those of a long list of which it does not hold: expecting each of thousands would take a minute. */
const faulty = <T>(list: readonly T[], isRight: (each: T) => boolean): T[] =>
  list.filter((each) => !isRight(each)).slice(0, 3);

const actorOf = (personId: string, at: string) => ({
  personId,
  name: '',
  posts: (postsOf.get(personId) ?? []).filter((post) => isInForce(post, at)),
});

test('the same anchor gives the same province', () => {
  // As texts: thousands of documents are compared at once.
  expect(sha256(JSON.stringify(province(ANCHOR, fileIdOf)))).toBe(sha256(JSON.stringify(made)));
});

test('every record of it is whole: its chain, its content and what follows from them', () => {
  const asStored = <T>(record: T): Record<string, unknown> =>
    JSON.parse(JSON.stringify(record)) as Record<string, unknown>;
  expect(faulty(projects, (project) => brokenProject(asStored(project), sha256) === null)).toEqual([]);
  expect(faulty(inspections, (record) => brokenInspection(asStored(record), sha256) === null)).toEqual([]);
});

test('how much there is', () => {
  // 21 divisions; 70 + 45 + 3 + 25 + 6 + 18 + 18 + 15 + 12 + 9 + 8 + 20 + 9 + 6 + 9 + 11 + 16 + 6 + 6 + 12 = 324
  // projects and six by hand; nine inspections of each of the 318 that are supervised and six by hand.
  expect(stations).toHaveLength(21);
  expect(projects).toHaveLength(330);
  expect(inspections.filter(({ previous }) => previous === null)).toHaveLength(318 * 9 + 6);
  expect(inspections.length).toBeLessThanOrEqual(3000);
  expect(projects.filter(({ stationId }) => stationId === 'st-469023')).toHaveLength(20);
  expect(projects.filter(({ stationId }) => stationId === 'st-460100')).toHaveLength(74);
});

test('nearly every project is located, and some are in every state that a project goes through', () => {
  expect(projects.filter(({ position }) => position !== null).length).toBeGreaterThanOrEqual(300);
  const count = (state: Project['state']) => projects.filter((project) => project.state === state).length;
  // Of the ordinals 1 … 324 seven are 7 modulo 50, six 13 modulo 60, eight 23 modulo 40 and four 34 modulo 80; 307, 313
  // and 274 of them are the first of their station.
  expect(
    ['accepted', 'suspended', 'completed', 'terminated'].map((state) => count(state as Project['state'])),
  ).toEqual([6, 5, 8, 3]);
  expect(count('supervised')).toBe(330 - 22);
});

test('nothing is inspected before there are supervisors, or after the project has ended', () => {
  expect(
    faulty(inspections, ({ project, submittedAt, events }) => {
      const { state, events: ofProject } = requireProject(project.projectId);
      const ended = ofProject.find(({ kind }) => kind === state);
      const last = events[events.length - 1]?.at ?? '';
      return (
        state !== 'accepted' &&
        (state === 'supervised' || !ended || (submittedAt < ended.at && last < ended.at))
      );
    }),
  ).toEqual([]);
});

test('rejected records are corrected: the copy points at one, comes after it and is passed', () => {
  const byId = new Map(inspections.map((inspection) => [inspection._id, inspection]));
  const copies = inspections.filter(({ previous }) => previous !== null);
  expect(copies.length).toBeGreaterThan(50);
  expect(
    faulty(copies, ({ previous, authorId, submittedAt, status }) => {
      const first = byId.get(previous?.inspectionId ?? '');
      return (
        first?.status === 'rejected' &&
        first.authorId === authorId &&
        (first.events.find(({ kind }) => kind === 'rejected')?.at ?? '') < submittedAt &&
        previous?.reason === reasonOf(first) &&
        status === 'effective'
      );
    }),
  ).toEqual([]);
  const corrected = copies.map(({ previous }) => previous?.inspectionId);
  expect(new Set(corrected).size).toBe(copies.length);
  expect(
    inspections.filter(({ _id, status }) => status === 'rejected' && !corrected.includes(_id)).length,
  ).toBeGreaterThan(20);
});

test('some posts have ended: of people who left, and of supervisors who are with another station now', () => {
  const ended = posts.filter(({ to }) => to !== null);
  const inForce = (personId: string) => actorOf(personId, ANCHOR).posts;
  const left = ended.filter(({ kind }) => kind === 'party');
  // Ordinals that are 5 modulo 20: 5, 25 … 305.
  expect(left).toHaveLength(16);
  expect(faulty(left, ({ personId }) => inForce(personId).length === 0)).toEqual([]);
  const moved = ended.filter((post): post is StationPost => post.kind === 'station');
  expect(moved.length).toBeGreaterThanOrEqual(4);
  expect(
    faulty(moved, ({ personId, stationId }) => {
      const [now, ...others] = inForce(personId);
      return others.length === 0 && now?.kind === 'station' && now.stationId !== stationId;
    }),
  ).toEqual([]);
});

test('the hand-written demonstration is in it', () => {
  const ids = new Set(people.map(({ _id }) => _id));
  expect(faulty([...STATION_PEOPLE, ...PARTY_PEOPLE], ({ personId }) => ids.has(personId))).toEqual([]);
  expect(projectOf.get('pr-bj3a')).toMatchObject({ name: '滨江新城三期 A 区', position: null });
  const byHand = new Set(PROJECTS.map(({ projectId }) => projectId));
  expect(inspections.filter(({ project }) => byHand.has(project.projectId))).toHaveLength(6);
});

test('the stations are a tree under the provincial body, 洋浦 under 儋州', () => {
  expect(stations.filter(({ parentId }) => parentId === null).map(({ _id }) => _id)).toEqual(['st-460000']);
  expect(stations.find(({ _id }) => _id === 'st-460400-YP')).toMatchObject({
    name: '洋浦经济开发区质安站',
    parentId: 'st-460400',
  });
  const ids = new Set(stations.map(({ _id }) => _id));
  for (const { parentId } of stations) if (parentId !== null) expect(ids).toContain(parentId);
});

test('every station but the provincial body has its people', () => {
  for (const { _id } of stations.filter(({ parentId }) => parentId !== null)) {
    const roles = posts
      .filter((post): post is StationPost => post.kind === 'station' && post.stationId === _id)
      .map(({ role }) => role);
    const count = (role: string) => roles.filter((each) => each === role).length;
    expect([_id, count('head'), count('deputy'), count('bureau'), count('administrator')]).toEqual([
      _id,
      ...[1, 1, 1, 1],
    ]);
    expect(count('supervisor')).toBeGreaterThanOrEqual(2);
  }
});

test('ids and phones are unique; every phone is one that nobody has', () => {
  for (const [name, documents] of Object.entries(made.documents)) {
    expect([name, new Set(documents.map(({ _id }) => _id)).size]).toEqual([name, documents.length]);
  }
  expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length);
  expect(faulty(people, ({ phone }) => /^190\d{8}$/.test(phone))).toEqual([]);
  expect(new Set(projects.map(({ number }) => number)).size).toBe(330);
  expect(new Set(projects.map(({ name }) => name)).size).toBe(330);
  for (const { number } of projects) expect(projectInCode(number)).toEqual({ number });
});

test('every post is of somebody, every party and supervisor of a project is there', () => {
  const persons = new Set(people.map(({ _id }) => _id));
  const units = new Set(all<{ _id: string }>('units').map(({ _id }) => _id));
  expect(faulty(posts, ({ personId }) => persons.has(personId))).toEqual([]);
  expect(
    faulty(
      projects,
      ({ parties, supervisors, state }) =>
        parties.every(({ unitId }) => units.has(unitId)) &&
        supervisors.filter(({ isMain }) => isMain).length === (state === 'accepted' ? 0 : 1),
    ),
  ).toEqual([]);
  expect(
    faulty(projects, ({ supervisorIds, stationId }) =>
      supervisorIds.every((id) =>
        actorOf(id, ANCHOR).posts.every(
          (post) => post.kind === 'station' && post.role === 'supervisor' && post.stationId === stationId,
        ),
      ),
    ),
  ).toEqual([]);
});

test('a project of the province has six parties and its key posts', () => {
  const ofProject = posts.filter((post) => post.kind === 'party' && post.projectId === 'pr-469023-007');
  expect(ofProject.map(({ position }) => position).sort()).toEqual(
    [
      ...['建设单位项目负责人', '项目经理', '技术负责人', '安全员', '质量员', '总监', '专监'],
      ...['勘察项目负责人', '设计项目负责人', '检测项目负责人'],
    ].sort(),
  );
  expect(requireProject('pr-469023-007').parties).toHaveLength(6);
});

describe('inspections', () => {
  test('are there in every state and of every type, some by nobody reviewed, some 内档', () => {
    const count = (is: (inspection: Inspection) => boolean) => inspections.filter(is).length;
    for (const status of ['pendingReview', 'effective', 'rejected']) {
      expect(count((each) => each.status === status)).toBeGreaterThan(50);
    }
    for (const type of ['quality', 'safety', 'comprehensive']) {
      expect(count((each) => each.type === type)).toBeGreaterThan(200);
    }
    expect(count(({ reviewers }) => reviewers.length === 0)).toBeGreaterThan(100);
    expect(count(({ reviewers }) => reviewers.length === 2)).toBeGreaterThan(100);
    expect(count(({ recipients }) => recipients.length === 0)).toBeGreaterThan(100);
    expect(count(({ findings }) => findings.some(({ evidence }) => evidence.length > 0))).toBeGreaterThan(
      400,
    );
  });

  test('one waits for the head of every station', () => {
    for (const { _id } of stations.filter(({ parentId }) => parentId !== null)) {
      const head = posts.find(
        (post) => post.kind === 'station' && post.stationId === _id && post.role === 'head',
      );
      const duties = inbox.filter(
        ({ personId, box }) => personId === head?.personId && box === 'inspection.toReview',
      );
      expect([_id, duties.length > 0]).toEqual([_id, true]);
    }
  });

  test('lie within the year before the anchor, after their project was accepted; reviews follow', () => {
    const yearBefore = '2025-11-23T02:00:00.000Z';
    expect(
      faulty(inspections, ({ submittedAt }) => submittedAt > yearBefore && submittedAt < ANCHOR),
    ).toEqual([]);
    expect(
      faulty(
        inspections,
        ({ submittedAt, project }) => (requireProject(project.projectId).events[0]?.at ?? '') < submittedAt,
      ),
    ).toEqual([]);
    expect(
      faulty(
        inspections,
        ({ events: [first, second] }) =>
          first !== undefined && (second === undefined || (second.at > first.at && second.at <= ANCHOR)),
      ),
    ).toEqual([]);
    expect(
      faulty(inspections, ({ submittedAt, findings }) =>
        findings.every(({ evidence }) => evidence.every(({ takenAt }) => takenAt <= submittedAt)),
      ),
    ).toEqual([]);
  });

  test('are by a supervisor of the project, who may submit them; reviewers and recipients may be named', () => {
    expect(
      faulty(inspections, ({ authorId, submittedAt, stationId, project: { projectId } }) => {
        const project = requireProject(projectId);
        return (
          project.supervisorIds.includes(authorId) &&
          stationId === project.stationId &&
          permits(actorOf(authorId, submittedAt), 'inspection.submit', projectSubject(project))
        );
      }),
    ).toEqual([]);
    expect(
      faulty(inspections, ({ authorId, submittedAt, project: { projectId }, reviewers }) =>
        reviewers.every(
          ({ personId }) =>
            personId !== authorId &&
            actorOf(personId, submittedAt).posts.some(
              (post) => post.kind === 'station' && isReviewerPost(post, requireProject(projectId)),
            ),
        ),
      ),
    ).toEqual([]);
    expect(
      faulty(inspections, ({ submittedAt, project: { projectId }, recipients }) =>
        recipients.every(({ personId }) =>
          actorOf(personId, submittedAt).posts.some(
            (post) => post.kind === 'party' && post.projectId === projectId,
          ),
        ),
      ),
    ).toEqual([]);
  });

  test('keep to the limits, cite only entries of their type, and say why they were rejected', () => {
    expect(
      faulty(
        inspections,
        ({ part, isClear, findings }) =>
          part.length <= INSPECTION_LIMITS.partLength &&
          /^[^#]+$/.test(part) &&
          isClear === (findings.length === 0) &&
          findings.length <= INSPECTION_LIMITS.findings,
      ),
    ).toEqual([]);
    expect(
      faulty(inspections, ({ type, findings }) =>
        findings.every(
          ({ cited, evidence, supplement }) =>
            cited.length + evidence.length + supplement.length > 0 &&
            new Set(cited.map(({ id }) => id)).size === cited.length &&
            cited.every(({ id }) => CATALOGUE.get(id)?.types.includes(type)),
        ),
      ),
    ).toEqual([]);
    expect(
      faulty(
        inspections,
        (inspection) => (reasonOf(inspection) !== '') === (inspection.status === 'rejected'),
      ),
    ).toEqual([]);
  });

  test('their photos are evidence of the author, each cited once, and stand where it is kept', () => {
    const kept = new Map<string, { bytes: Buffer; sha256: string }>([
      ...made.copies.map(({ path, picture }) => [fileIdOf(path), picture] as const),
      ...made.files.map(({ path, bytes }) => [fileIdOf(path), { bytes, sha256: hashOf(bytes) }] as const),
    ]);
    expect(kept.size).toBe(made.copies.length + made.files.length);
    const documents = new Map(all<Evidence>('evidence').map((each) => [each._id, each]));
    // A corrected copy uses what the first had.
    const firsts = inspections.filter(({ previous }) => previous === null);
    const cited = firsts.flatMap((inspection) => {
      const { _id, authorId, submittedAt } = inspection;
      return evidenceOf(inspection).map((entry) => ({ _id, authorId, submittedAt, entry }));
    });
    expect(cited.length).toBeGreaterThan(400);
    expect(new Set(cited.map(({ entry }) => entry.evidenceId)).size).toBe(cited.length);
    expect(
      faulty(cited, ({ _id, authorId, submittedAt, entry }) => {
        const document = documents.get(entry.evidenceId);
        const picture = kept.get(entry.fileID);
        return (
          entry.fileID.startsWith(fileIdOf(`evidence/${entry.evidenceId}`)) &&
          document?.ownerId === authorId &&
          document.citedIn === _id &&
          document.fileID === entry.fileID &&
          document.receivedAt <= submittedAt &&
          picture?.sha256 === entry.sha256 &&
          picture.bytes.length === entry.bytes
        );
      }),
    ).toEqual([]);
    // The rest are covers.
    const covered = projects.filter(({ cover }) => cover !== null);
    expect(documents.size).toBe(cited.length + covered.length);
    const covers = [...documents.values()].filter(({ citedIn }) => projectOf.has(citedIn ?? ''));
    expect(
      faulty(covers, ({ citedIn, fileID }) => projectOf.get(citedIn ?? '')?.cover?.fileID === fileID),
    ).toEqual([]);
    expect(covers).toHaveLength(covered.length);
  });

  test('whoever has a row of theirs may read them, and every chain is whole', () => {
    const byId = new Map(inspections.map((inspection) => [inspection._id, inspection]));
    expect(
      faulty(inbox, ({ personId, recordId }) => {
        const inspection = byId.get(recordId);
        if (!inspection) return false;
        const subject = inspectionSubject(inspection, requireProject(inspection.project.projectId));
        return permits(actorOf(personId, ANCHOR), 'inspection.read', subject);
      }),
    ).toEqual([]);
    expect(
      faulty([...projects, ...inspections], ({ events }) => firstBrokenLink(events, sha256) === -1),
    ).toEqual([]);
  });
});

test('one record by hand has all that evidence may be, whatever the anchor', () => {
  const record = inspections.find(({ attendance }) => attendance !== null);
  const [first, second] = record?.findings ?? [];
  expect(first?.evidence.map(({ kind, order, annotates }) => [kind, order, annotates !== null])).toEqual([
    ['photo', 1, false],
    ['photo', 1, true],
    ['photo', 2, false],
    ['voice', 1, false],
  ]);
  expect(second?.evidence.map(({ kind }) => kind)).toEqual(['photo']);
  expect(record?.attendance).toMatchObject({ name: '赵铁山', signature: { kind: 'signature' }, refusal: '' });
  // Two files a photo: itself and its thumbnail.
  expect(made.files).toHaveLength(10);
  const later = withSiteRecord(
    demonstration('2027-01-05T02:00:00.000Z'),
    '2027-01-05T02:00:00.000Z',
    fileIdOf,
  );
  const hashes = (files: typeof made.files) => files.map(({ path, bytes }) => `${path} ${hashOf(bytes)}`);
  expect(hashes(later.files)).toEqual(hashes(made.files));
});

test('the pictures are PNG, small, and no two alike', () => {
  for (const { bytes, sha256: digest } of PICTURES) {
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.length).toBeLessThan(2048);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
  }
  expect(new Set(PICTURES.map(({ sha256: digest }) => digest)).size).toBe(PICTURES.length);
});
