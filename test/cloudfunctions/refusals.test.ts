import { randomUUID } from 'node:crypto';
import { goodReport } from '../support/report';
import { TestStation, type Somebody } from '../support/station';

/**
 * Wrong role, right role on the wrong project, foreign ids: what the tables of every-action.test.ts cannot tell. 陈海生
 * (supervisor) supervises pr-bj3a, pr-bsm and pr-jdwl, 李文静 (colleague) pr-bj3a, pr-hddd and pr-jdwl.
 */
let station: TestStation;
/** Of pr-bj3a, by the supervisor. */
let waiting: string;
let rejected: string;
let delivered: string;
beforeAll(async () => {
  station = await TestStation.open();
  waiting = await station.submitted();
  rejected = await station.rejected();
  delivered = await station.submitted({ reviewerIds: [] });
});
afterAll(() => station.close());

type Call = readonly [name: string, action: string, data: object];
const asked = (who: Somebody, [name, action, data]: Call) => station.as(who).call(name, action, data);
const standing = async () => [
  await station.count('inspections'),
  await station.count('inbox'),
  await station.document('inspections', waiting),
  await station.document('projects', 'pr-bsm'),
];

const BSM = { projectId: 'pr-bsm' };
const locate = (): Call => [
  'project',
  'locate',
  {
    requestId: randomUUID(),
    ...BSM,
    position: { lng: 110.3305, lat: 20.0791, accuracy: 5, takenAt: '2026-11-20T00:00:00.000Z' },
    coverId: null,
  },
];
const submit = (): Call => [
  'inspection',
  'submit',
  {
    ...goodReport(),
    ...BSM,
    requestId: randomUUID(),
    isClear: true,
    findings: [],
    recipientIds: [],
    reviewerIds: [],
  },
];
const nameable = (): Call => ['inspection', 'nameablePeople', BSM];
const same = (): Call => [
  'inspection',
  'sameProblems',
  { ...BSM, catalogueIds: ['S-SCO-004'], exceptId: null },
];
const readProject = (): Call => ['project', 'read', BSM];
const find = (): Call => ['project', 'find', { project: BSM }];
const timeline = (): Call => ['project', 'timeline', { ...BSM, cursor: null }];
const siteCode = (): Call => ['project', 'siteCode', BSM];
const correction = (): Call => ['inspection', 'correction', { inspectionId: rejected }];
const read = (): Call => ['inspection', 'read', { inspectionId: waiting }];
const readDelivered = (): Call => ['inspection', 'read', { inspectionId: delivered }];

test.each<[string, () => Call, Somebody, string]>([
  ['locating', locate, 'colleague', 'access.denied'],
  ['locating', locate, 'otherHead', 'input.projectUnavailable'],
  ['reporting', submit, 'colleague', 'input.projectUnavailable'],
  ['reporting', submit, 'otherHead', 'input.projectUnavailable'],
  ['naming people', nameable, 'colleague', 'input.projectUnavailable'],
  ['naming people', nameable, 'bureau', 'input.projectUnavailable'],
  ['naming people', nameable, 'administrator', 'input.projectUnavailable'],
  ['naming people', nameable, 'contractor', 'input.projectUnavailable'],
  ['naming people', nameable, 'otherSupervisor', 'input.projectUnavailable'],
  ['what was before', same, 'colleague', 'input.projectUnavailable'],
  ['what was before', same, 'bureau', 'input.projectUnavailable'],
  ['the project', readProject, 'administrator', 'record.notVisible'],
  ['the project', readProject, 'otherSupervisor', 'record.notVisible'],
  ['the project', readProject, 'otherBureau', 'record.notVisible'],
  ['the project', readProject, 'contractor', 'record.notVisible'],
  ['finding it', find, 'contractor', 'record.notVisible'],
  ['finding it', find, 'otherHead', 'record.notVisible'],
  ['its records', timeline, 'contractor', 'record.notVisible'],
  ['its code', siteCode, 'bureau', 'access.denied'],
  ['its code', siteCode, 'contractor', 'record.notVisible'],
  ['a correction', correction, 'colleague', 'record.notVisible'],
  ['a correction', correction, 'head', 'record.notVisible'],
  ['a correction', correction, 'bureau', 'record.notVisible'],
  ['a correction', correction, 'administrator', 'record.notVisible'],
  ['a correction', correction, 'province', 'record.notVisible'],
  ['a correction', correction, 'contractor', 'record.notVisible'],
  ['a waiting record', read, 'colleague', 'record.notVisible'],
  ['a waiting record', read, 'bureau', 'record.notVisible'],
  ['a waiting record', read, 'contractor', 'record.notVisible'],
  ['a delivered record', readDelivered, 'administrator', 'record.notVisible'],
  ['a delivered record', readDelivered, 'otherBureau', 'record.notVisible'],
  ['a delivered record', readDelivered, 'otherContractor', 'record.notVisible'],
])('%s is refused to the wrong person, and nothing changes', async (_, call, who, code) => {
  const before = await standing();
  const answer = await asked(who, call());
  expect(answer).toMatchObject({ ok: false, error: { code } });
  expect(answer.data).toBeUndefined();
  expect(await standing()).toEqual(before);
});

test.each<[string, () => Call, Somebody]>([
  ['reading the project', readProject, 'supervisor'],
  ['reading the project', readProject, 'bureau'],
  ['reading the project', readProject, 'otherContractor'],
  ['what was before', same, 'head'],
  ['naming people', nameable, 'province'],
  ['a correction', correction, 'supervisor'],
  ['a delivered record', readDelivered, 'bureau'],
])('%s is granted to the right one', async (_, call, who) => {
  expect(await asked(who, call())).toMatchObject({ ok: true });
});

test.each<[string, (id: string) => Call, string]>([
  ['reading', (inspectionId) => ['inspection', 'read', { inspectionId }], 'record.notVisible'],
  ['correcting', (inspectionId) => ['inspection', 'correction', { inspectionId }], 'record.notVisible'],
  [
    'approving',
    (inspectionId) => ['inspection', 'approve', { requestId: randomUUID(), inspectionId, reason: '' }],
    'record.notVisible',
  ],
  [
    'rejecting',
    (inspectionId) => ['inspection', 'reject', { requestId: randomUUID(), inspectionId, reason: '补拍' }],
    'record.notVisible',
  ],
  [
    'confirming',
    (inspectionId) => ['inspection', 'confirm', { requestId: randomUUID(), inspectionId }],
    'record.notVisible',
  ],
  ['opening', (projectId) => ['project', 'open', { project: { projectId } }], 'record.notVisible'],
  [
    'the records of',
    (projectId) => ['project', 'timeline', { projectId, cursor: null }],
    'record.notVisible',
  ],
  ['the code of', (projectId) => ['project', 'siteCode', { projectId }], 'record.notVisible'],
  [
    'naming people of',
    (projectId) => ['inspection', 'nameablePeople', { projectId }],
    'input.projectUnavailable',
  ],
])(
  '%s what is not there, or is another kind of thing, is answered as what may not be seen',
  async (_, call, code) => {
    for (const id of ['nobody', 'p0103', 'st-460100', `${waiting}.review.p0101`])
      expect(await asked('head', call(id))).toMatchObject({ ok: false, error: { code } });
  },
);

test('a right reviewer decides nothing on a record that does not name them', async () => {
  const ofHead = await station.submitted({ reviewerIds: ['p0101'] });
  for (const action of ['approve', 'reject'] as const)
    expect(await station.review('deputy', action, ofHead)).toMatchObject({
      error: { code: 'access.denied' },
    });
});

test.each<Somebody>(['bureau', 'contractor', 'administrator', 'otherSupervisor', 'province'])(
  '%s, who sent and was sent nothing, has empty lists, wherever a cursor says to begin',
  async (who) => {
    if (who === 'contractor')
      await station.database.collection('inbox').where({ personId: 'p0302' }).remove();
    for (const cursor of [null, { key: '2999-01-01T00:00:00.000Z', id: waiting }]) {
      for (const tab of ['pendingReview', 'effective', 'rejected']) {
        if (who === 'otherSupervisor' && tab === 'effective') continue; // 周大勇 has one of the demonstration.
        const { data } = await asked(who, ['inspection', 'listSent', { tab, cursor }]);
        expect(data).toMatchObject({ rows: [], next: null });
      }
      for (const tab of ['toReview', 'reviewed', 'delivered', 'toConfirm', 'duties']) {
        const { data } = await asked(who, ['inspection', 'listReceived', { tab, cursor }]);
        expect(data).toMatchObject({ rows: [], next: null });
      }
    }
  },
);

test('a cursor of elsewhere leads to no project that may not be seen, nor to another’s records', async () => {
  const cursor = { key: '', id: 'pr-bj3a' };
  const { data } = await asked('otherHead', ['project', 'list', { keyword: '', scope: 'visible', cursor }]);
  const ids = (data as { rows: { projectId: string }[] }).rows.map(({ projectId }) => projectId);
  expect(ids.sort()).toEqual(['pr-jyw', 'pr-syw']);
  const page = await asked('bureau', [
    'project',
    'timeline',
    { projectId: 'pr-bj3a', cursor: { key: '2999-01-01T00:00:00.000Z', id: waiting } },
  ]);
  const records = (page.data as { rows: { recordId: string }[] }).rows.map(({ recordId }) => recordId);
  expect(records).toContain(delivered);
  for (const id of [waiting, rejected]) expect(records).not.toContain(id);
});

test('a point is named for everybody who has entered, and only one that is on the earth', async () => {
  for (const who of ['administrator', 'bureau', 'contractor'] as const)
    expect(await asked(who, ['project', 'namePoint', { lng: 110.35, lat: 20.01 }])).toMatchObject({
      ok: true,
      data: { address: '海南省海口市' },
    });
  for (const point of [
    { lng: 181, lat: 20 },
    { lng: 110, lat: -91 },
    { lng: '110', lat: 20 },
  ])
    expect(await asked('head', ['project', 'namePoint', point])).toMatchObject({
      error: { code: 'input.malformed' },
    });
});

test('of a project that has ended it is still told what it is and what was before, and nothing is offered', async () => {
  const projects = station.database.collection('projects');
  await projects.doc('pr-bsm').update({ state: 'terminated' });
  for (const call of [readProject(), find()])
    expect(await asked('supervisor', call)).toMatchObject({ ok: true, data: { actions: [] } });
  expect(await asked('supervisor', same())).toMatchObject({ ok: true });
  expect(await asked('supervisor', timeline())).toMatchObject({ ok: true });
  await projects.doc('pr-bsm').update({ state: 'supervised' });
});

test('whose last post has ended neither enters nor comes home', async () => {
  const posts = station.database.collection('posts');
  await posts.doc('p0208.st-460200').update({ to: '2026-11-01T00:00:00.000Z' });
  expect(await station.as('otherBureau').enter()).toMatchObject({ error: { code: 'auth.noPostInForce' } });
  expect(await station.as('otherBureau').call('session', 'home', {})).toMatchObject({
    ok: false,
    error: { code: 'auth.noPostInForce' },
  });
});
