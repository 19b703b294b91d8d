import { EVERYBODY, TestStation, type Somebody } from '../support/station';

/** What lists, counts and the home page still name of records, once the post that let somebody read them has ended. */
let station: TestStation;
let posts: readonly { readonly _id: string }[];
beforeAll(async () => {
  station = await TestStation.open();
  posts = (await station.database.collection('posts').limit(1000).get()).data as typeof posts;
});
// Everybody is in office again, and of records there are none: every test counts its own.
beforeEach(async () => {
  const { command } = station.database;
  for (const name of ['inspections', 'inbox', 'posts'])
    await station.database
      .collection(name)
      .where({ _id: command.gt('') })
      .remove();
  await station.database.collection('posts').add(posts);
});
afterAll(() => station.close());

const HAIKOU = 'st-460100';
const SANYA = 'st-460200';
const ENDED = { to: '2026-11-01T00:00:00.000Z' };

const change = (postId: string, data: object) =>
  station.database.collection('posts').doc(postId).update(data);

/** The person holds another post from now on, their old one stands ended beside it. */
const moves = async (personId: string, to: object): Promise<void> => {
  const old = await station.document<{ _id: string }>('posts', `${personId}.${HAIKOU}`);
  await station.database.collection('posts').add({ ...old, ...to, _id: `${personId}.new` });
  await change(old._id, ENDED);
};

interface Row {
  readonly inspectionId: string;
}
const rowsOf = async (who: Somebody, action: string, tab: string | null, keyword = '') => {
  const answer = await station.call(who, action, { tab, keyword, cursor: null });
  expect(answer).toMatchObject({ ok: true });
  const { rows, counts } = answer.data as { rows: Row[]; counts: Record<string, number> };
  return { ids: rows.map(({ inspectionId }) => inspectionId), counts };
};
const received = (who: Somebody, tab: string | null, keyword?: string) =>
  rowsOf(who, 'listReceived', tab, keyword);
const sent = (who: Somebody, tab: string, keyword?: string) => rowsOf(who, 'listSent', tab, keyword);
const homeOf = async (who: Somebody) =>
  (await station.as(who).call('session', 'home', {})).data as {
    counts: Record<string, number>;
    duties: readonly Row[];
  };
const NOTHING = { ids: [], counts: { toReview: 0, toConfirm: 0, delivered: 0 } };

test('a party sees what was delivered to them on the projects they are still with', async () => {
  const [left, kept] = [
    await station.submitted({ reviewerIds: [] }),
    await station.submitted({ reviewerIds: [], projectId: 'pr-jdwl' }),
  ];
  expect((await received('contractor', 'delivered')).ids).toEqual([kept, left]);
  await change('p0302.pr-bj3a', ENDED);
  expect(await received('contractor', 'delivered')).toEqual({
    ids: [kept],
    counts: { toReview: 0, toConfirm: 0, delivered: 1 },
  });
  expect((await received('contractor', null)).ids).toEqual([kept]);
  // By a word of both, and by one of the project that was left.
  expect((await received('contractor', 'delivered', '陈海生')).ids).toEqual([kept]);
  expect((await received('contractor', 'delivered', '滨江新城')).ids).toEqual([]);
  expect((await homeOf('contractor')).counts).toMatchObject({ delivered: 1 });
  expect((await station.read('contractor', left)).error?.code).toBe('record.notVisible');
  expect(await station.read('contractor', kept)).toMatchObject({ ok: true });
});

test.each([
  ['the administrator', { role: 'administrator', position: '站管理员' }],
  ['the bureau', { role: 'bureau' }],
  ['another station', { stationId: SANYA, areaStationIds: [SANYA] }],
])('who is with %s now is told nothing of what they sent, 内档 or not', async (_, to) => {
  const internal = await station.submitted({ reviewerIds: [], recipientIds: [] });
  const waiting = await station.submitted();
  expect(await sent('supervisor', 'effective')).toEqual({
    ids: [internal],
    counts: { pendingReview: 1, effective: 1, rejected: 0 },
  });
  await moves('p0103', to);
  for (const tab of ['pendingReview', 'effective', 'rejected']) {
    expect(await sent('supervisor', tab)).toEqual({
      ids: [],
      counts: { pendingReview: 0, effective: 0, rejected: 0 },
    });
  }
  expect((await sent('supervisor', 'effective', '滨江')).ids).toEqual([]);
  for (const id of [internal, waiting])
    expect((await station.read('supervisor', id)).error?.code).toBe('record.notVisible');
});

test('who went to the province sees what they sent, as they may read all', async () => {
  const id = await station.submitted({ reviewerIds: [] });
  await moves('p0103', { role: 'province', stationId: 'st-460000' });
  expect(await sent('supervisor', 'effective')).toMatchObject({ ids: [id], counts: { effective: 1 } });
  expect((await sent('supervisor', 'effective', '滨江')).ids).toEqual([id]);
});

test('a partner who is administrator now has no duty of it, neither at home nor in 待办', async () => {
  await station.submitted({ partnerId: 'p0104', reviewerIds: [] });
  expect((await homeOf('colleague')).counts).toMatchObject({ toConfirm: 1 });
  await moves('p0104', { role: 'administrator', position: '站管理员' });
  const home = await homeOf('colleague');
  expect([home.duties, home.counts]).toEqual([[], { toReview: 0, toConfirm: 0, delivered: 0 }]);
  for (const tab of ['duties', 'toConfirm', null]) {
    expect(await received('colleague', tab)).toEqual(NOTHING);
    expect((await received('colleague', tab, '滨江')).ids).toEqual([]);
  }
});

test('a reviewer who went to another station sees of both only what is of the new one', async () => {
  const waiting = await station.submitted();
  const decided = await station.submitted();
  await station.review('deputy', 'approve', decided, '');
  expect((await received('deputy', 'toReview')).ids).toEqual([waiting]);
  await moves('p0102', { stationId: SANYA, areaStationIds: [SANYA] });
  const elsewhere = await station.submitted(
    {
      projectId: 'pr-syw',
      findings: [],
      isClear: true,
      reviewerIds: ['p0102'],
      recipientIds: [],
    },
    'otherSupervisor',
  );
  expect(await received('deputy', 'toReview')).toEqual({
    ids: [elsewhere],
    counts: { toReview: 1, toConfirm: 0, delivered: 0 },
  });
  expect((await received('deputy', 'duties')).ids).toEqual([elsewhere]);
  expect((await received('deputy', 'reviewed')).ids).toEqual([]);
  expect((await received('deputy', 'reviewed', '滨江')).ids).toEqual([]);
  const home = await homeOf('deputy');
  expect([home.duties.length, home.counts['toReview']]).toEqual([1, 1]);
  for (const id of [waiting, decided])
    expect((await station.read('deputy', id)).error?.code).toBe('record.notVisible');
});

test('whatever stands in a list of somebody’s, they may read', async () => {
  await station.submitted({ partnerId: 'p0104', recipientIds: ['p0302', 'p0306'] });
  await station.submitted({ reviewerIds: [], recipientIds: ['p0302', 'p0306'] });
  await station.review('deputy', 'approve', await station.submitted(), '');
  await change('p0306.pr-bj3a', ENDED);
  await moves('p0102', { role: 'administrator' });
  for (const who of EVERYBODY.filter((each) => each !== 'stranger')) {
    for (const tab of ['toReview', 'reviewed', 'delivered', 'toConfirm', 'duties'])
      for (const id of (await received(who, tab)).ids)
        expect(await station.read(who, id)).toMatchObject({ ok: true });
    for (const tab of ['pendingReview', 'effective', 'rejected'])
      for (const id of (await sent(who, tab)).ids)
        expect(await station.read(who, id)).toMatchObject({ ok: true });
  }
});
