import { holderOf, startSeededCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;
const STRANGER = '19000009999';
const SUPERVISOR = '19000000103';
const COLLEAGUE = '19000000104';
const HEAD = '19000000101';
const ADMINISTRATOR = '19000000109';
const BUREAU = '19000000108';
const PROVINCE = '19000000001';
const CONTRACTOR = '19000000302';
const OTHER_SUPERVISOR = '19000000203';

const as = (phone: string) => holderOf(started.cloud.url, phone);

beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of [
    ...[SUPERVISOR, COLLEAGUE, HEAD, ADMINISTRATOR],
    ...[BUREAU, PROVINCE, CONTRACTOR, OTHER_SUPERVISOR],
  ]) {
    expect(await as(phone).enter()).toMatchObject({ ok: true });
  }
});
afterAll(() => started.close());

/** Beside 白沙门; 海甸大道 (110.3412, 20.0726) and 江东文旅城 (110.4391, 20.0322) lie further to the east. */
const AT_BAISHAMEN = { lng: 110.3305, lat: 20.0791 };
const SANYA = { lng: 109.5, lat: 18.25 };

const near = async (phone: string, point: object = AT_BAISHAMEN, scope = 'visible') => {
  const answer = await as(phone).call('project', 'nearby', { ...point, scope });
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { rows: { projectId: string; distance: number }[] }).rows;
};
const idsNear = async (...asked: Parameters<typeof near>): Promise<string[]> =>
  (await near(...asked)).map(({ projectId }) => projectId);

const ALL = ['pr-bsm', 'pr-hddd', 'pr-jdwl'];

describe('附近工程', () => {
  test('nearest first, with whole metres', async () => {
    const rows = await near(HEAD);
    expect(rows.map(({ projectId }) => projectId)).toEqual(ALL);
    // Δlat 0.0065° = 723.6 m, Δlng 0.0107° · cos 20.076° = 1118.8 m: 1332 m. Δlat 0.0469° = 5221 m, Δlng 0.1086° · cos
    // 20.056° = 11356 m: 12499 m.
    expect(rows[0]?.distance).toBe(0);
    expect(Math.abs((rows[1]?.distance ?? 0) - 1332)).toBeLessThan(5);
    expect(Math.abs((rows[2]?.distance ?? 0) - 12_499)).toBeLessThan(20);
  });

  test.each([
    ['a supervisor, of the station', SUPERVISOR, 'visible', ALL],
    ['a supervisor, of their own', SUPERVISOR, 'supervised', ['pr-bsm', 'pr-jdwl']],
    ['a colleague, of their own', COLLEAGUE, 'supervised', ['pr-hddd', 'pr-jdwl']],
    ['the bureau', BUREAU, 'visible', ALL],
    ['the bureau, which supervises none', BUREAU, 'supervised', []],
    ['the province', PROVINCE, 'visible', ALL],
    ['a contractor, of those it takes part in', CONTRACTOR, 'visible', ['pr-jdwl']],
    ['a contractor, who supervises none', CONTRACTOR, 'supervised', []],
    ['an administrator', ADMINISTRATOR, 'visible', []],
    ["another station's supervisor, standing here", OTHER_SUPERVISOR, 'visible', []],
  ])('%s', async (_, phone, scope, ids) => {
    expect(await idsNear(phone, AT_BAISHAMEN, scope)).toEqual(ids);
  });

  test('what is further than 20 km or was never located does not appear', async () => {
    // 琼海 lies 90 km away; 0.18° of latitude are 20,037 m, 0.179° are 19,926 m.
    expect(await idsNear(HEAD, { lng: 110.47, lat: 19.25 })).toEqual([]);
    expect(await idsNear(SUPERVISOR, { lng: 110.3305, lat: 20.0791 - 0.18 }, 'visible')).not.toContain(
      'pr-bsm',
    );
    expect(await idsNear(SUPERVISOR, { lng: 110.3305, lat: 20.0791 - 0.179 }, 'visible')).toContain('pr-bsm');
    expect(await idsNear(OTHER_SUPERVISOR, SANYA)).toEqual(['pr-syw']);
    expect(await idsNear(PROVINCE, SANYA)).not.toContain('pr-jyw');
  });

  test('a project that is located now is near from now on', async () => {
    const point = { lng: 110.354, lat: 20.003 };
    expect(await idsNear(SUPERVISOR, point)).not.toContain('pr-bj3a');
    const position = { ...point, accuracy: 10, takenAt: '2026-11-23T01:58:00.000Z' };
    const requestId = '5a8d0a0e-4f4b-4b6e-9b1d-2f7f8f7c1a01';
    expect(
      await as(SUPERVISOR).call('project', 'locate', {
        requestId,
        projectId: 'pr-bj3a',
        position,
        coverId: null,
      }),
    ).toMatchObject({ ok: true });
    expect((await near(SUPERVISOR, point))[0]).toMatchObject({ projectId: 'pr-bj3a', distance: 0 });
  });

  test('at most twenty', async () => {
    const copies = Array.from({ length: 25 }, (_, index) => ({
      _id: `pr-copy-${index}`,
      version: 1,
      shortNumber: `副本${index}`,
      number: `副本${index}`,
      name: `副本 ${index}`,
      address: '',
      stationId: 'st-none',
      supervisorIds: [],
      parties: [],
      position: { lng: 108.5, lat: 19.1 + index / 1000, accuracy: 1, takenAt: '', address: '' },
      place: { type: 'Point', coordinates: [108.5, 19.1 + index / 1000] },
      events: [],
    }));
    await started.database.collection('projects').add(copies);
    const ids = await idsNear(PROVINCE, { lng: 108.5, lat: 19.1 });
    expect(ids).toEqual(copies.slice(0, 20).map(({ _id }) => _id));
  });

  test('no positions, people or events of the project go out with it', async () => {
    const [row] = await near(CONTRACTOR);
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['address', 'distance', 'isLocated', 'name', 'number', 'projectId', 'state'].sort(),
    );
  });

  test('a stranger is offered nothing', async () => {
    expect(await as(STRANGER).call('project', 'nearby', { ...AT_BAISHAMEN, scope: 'visible' })).toMatchObject(
      {
        ok: false,
        error: { code: 'auth.notEntered' },
      },
    );
  });

  test.each([
    ['no latitude', { lng: 110, scope: 'visible' }, '纬度'],
    ['a longitude that is none', { lng: 181, lat: 20, scope: 'visible' }, '经度'],
    ['an operator object', { lng: { $gt: 0 }, lat: 20, scope: 'visible' }, '经度'],
    ['another scope', { ...AT_BAISHAMEN, scope: 'all' }, '工程范围'],
    ['a condition of their own', { ...AT_BAISHAMEN, scope: 'visible', stationId: 'x' }, '监督站'],
  ])('%s is refused by name', async (_, data, named) => {
    const answer = await as(HEAD).call('project', 'nearby', data);
    expect(answer.ok).toBe(false);
    expect(answer.error?.message).toContain(named);
  });
});
