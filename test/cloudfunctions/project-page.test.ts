import { randomUUID } from 'node:crypto';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { holderOf, ROOT, startSeededCloud, type Envelope, type TestCloud } from '../support/cloud';

let started: TestCloud;
const STRANGER = '19000009999';
const SUPERVISOR = '19000000103';
const COLLEAGUE = '19000000104';
const HEAD = '19000000101';
const DEPUTY = '19000000102';
const ADMINISTRATOR = '19000000109';
const BUREAU = '19000000108';
const PROVINCE = '19000000001';
const CONTRACTOR = '19000000302';
const OTHER_CONTRACTOR = '19000000308';
const OTHER_SUPERVISOR = '19000000203';
const OTHER_HEAD = '19000000201';
const EVERYBODY = [
  ...[SUPERVISOR, COLLEAGUE, HEAD, DEPUTY, ADMINISTRATOR, BUREAU, PROVINCE],
  ...[CONTRACTOR, OTHER_CONTRACTOR, OTHER_SUPERVISOR, OTHER_HEAD],
];

const as = (phone: string) => holderOf(started.cloud.url, phone);

interface Person {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly canCall: boolean;
}
interface Opened {
  readonly project: {
    readonly projectId: string;
    readonly supervisors: readonly Person[];
    readonly keyPosts: readonly Person[];
    readonly actions: readonly string[];
    readonly banners: readonly object[];
  };
  readonly rows: readonly { readonly recordId: string; readonly part: string }[];
}

const open = (phone: string, project: object = { projectId: 'pr-jdwl' }): Promise<Envelope> =>
  as(phone).call('project', 'open', { project });
const opened = async (phone: string, project?: object): Promise<Opened> => {
  const answer = await open(phone, project);
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Opened;
};
const shortNumberOf = async (projectId: string): Promise<string> => {
  const { data } = await started.database.collection('projects').doc(projectId).get();
  return (data as { shortNumber: string }[])[0]?.shortNumber ?? '';
};
const readsOf = async (readerId: string) =>
  (await started.database.collection('personalDataReads').where({ readerId }).limit(100).get()).data as {
    personIds: string[];
    what: string;
    projectId: string;
    at: string;
  }[];

beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of EVERYBODY) expect(await as(phone).enter()).toMatchObject({ ok: true });
});
afterAll(() => started.close());

describe('the project page', () => {
  test('tells what the project is, who takes part and what the person may do', async () => {
    const { project } = await opened(SUPERVISOR);
    expect(project).toMatchObject({
      projectId: 'pr-jdwl',
      name: '江东文旅城二标段',
      number: '琼海监2025-0188',
      address: '海口市美兰区江东大道',
      state: 'supervised',
      stationName: '海口市质安站',
      place: { lng: 110.4391, lat: 20.0322 },
      coverUrl: null,
      banners: [],
      actions: ['locate', 'report', 'siteCode'],
      supervisors: [
        {
          personId: 'p0103',
          name: '陈海生',
          isMain: true,
          phone: '19000000103',
          canCall: false,
          isSelf: true,
        },
        {
          personId: 'p0104',
          name: '李文静',
          isMain: false,
          phone: '19000000104',
          canCall: true,
          isSelf: false,
        },
      ],
      parties: [
        { unitName: '海口滨江置业有限公司', unitRole: 'owner' },
        { unitName: '琼建示范建工集团有限公司', unitRole: 'contractor' },
        { unitName: '椰城工程监理有限公司', unitRole: 'supervision' },
      ],
    });
    expect(project.keyPosts.map(({ name, phone }) => [name, phone]).sort()).toEqual(
      [
        ['罗启明', '19000000301'],
        ['赵铁山', '19000000302'],
        ['孙监明', '19000000306'],
      ].sort(),
    );
  });

  test('who holds no key post is not named; an ended post is gone at once', async () => {
    const names = async (): Promise<string[]> =>
      (await opened(HEAD, { projectId: 'pr-bj3a' })).project.keyPosts.map(({ name }) => name);
    expect(await names()).toContain('周平安');
    expect(await names()).not.toContain('石岩');
    await started.database
      .collection('posts')
      .doc('p0304.pr-bj3a')
      .update({ to: '2026-11-01T00:00:00.000Z' });
    expect(await names()).not.toContain('周平安');
  });

  test.each([
    ['its supervisor', SUPERVISOR, ['locate', 'report', 'siteCode']],
    ['a colleague at the station who supervises it too', COLLEAGUE, ['locate', 'report', 'siteCode']],
    ['the head', HEAD, ['locate', 'report', 'siteCode']],
    ['the province', PROVINCE, ['locate', 'report', 'siteCode']],
    ['the bureau', BUREAU, []],
    ['a contractor', CONTRACTOR, ['siteCode']],
  ])('%s may do just this', async (_, phone, actions) => {
    expect((await opened(phone)).project.actions).toEqual(actions);
  });

  test.each([
    ['a stranger', STRANGER, 'auth.notEntered'],
    ['an administrator', ADMINISTRATOR, 'record.notVisible'],
    ["another project's contractor", OTHER_CONTRACTOR, 'record.notVisible'],
    ["another station's supervisor", OTHER_SUPERVISOR, 'record.notVisible'],
    ["another station's head", OTHER_HEAD, 'record.notVisible'],
  ])('%s is told nothing of it', async (_, phone, code) => {
    const answer = await open(phone);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(answer)).not.toContain('江东');
    expect(await as(phone).call('project', 'timeline', { projectId: 'pr-jdwl', cursor: null })).toMatchObject(
      { ok: false, error: { code } },
    );
  });

  test('by the short number of its code it is the same page; an unknown number is told like a foreign one', async () => {
    const shortNumber = await shortNumberOf('pr-jdwl');
    expect((await opened(CONTRACTOR, { shortNumber })).project.projectId).toBe('pr-jdwl');
    expect((await opened(CONTRACTOR, { number: '琼海监2025-0188' })).project.projectId).toBe('pr-jdwl');
    for (const named of [{ shortNumber: '00000000150' }, { number: '琼海监2099-0001' }, { shortNumber }]) {
      expect(await open(OTHER_SUPERVISOR, named)).toMatchObject({
        ok: false,
        error: { code: 'project.notFound' },
      });
    }
    const found = await as(SUPERVISOR).call('project', 'find', { project: { shortNumber } });
    expect(found).toMatchObject({
      ok: true,
      data: { projectId: 'pr-jdwl', name: '江东文旅城二标段', actions: ['locate', 'report', 'siteCode'] },
    });
    for (const phone of [STRANGER, ADMINISTRATOR, OTHER_SUPERVISOR, OTHER_CONTRACTOR]) {
      const answer = await as(phone).call('project', 'find', { project: { shortNumber } });
      expect(answer.ok).toBe(false);
      expect(JSON.stringify(answer)).not.toContain('江东');
    }
  });

  test.each([
    ['two names at once', { projectId: 'pr-jdwl', number: '琼海监2025-0188' }],
    ['an operator object', { number: { $gt: '' } }],
    ['a condition of their own', { stationId: 'st-460100' }],
    ['nothing', {}],
  ])('%s is refused', async (_, project) => {
    for (const action of ['open', 'find']) {
      const answer = await as(HEAD).call('project', action, { project });
      expect(answer.ok).toBe(false);
      expect(answer.error?.message).toContain('工程');
    }
  });
});

describe('phone numbers', () => {
  test.each([
    ['a supervisor of the station', SUPERVISOR, 'p0103'],
    ['the head', HEAD, 'p0101'],
    ['a contractor of the project', CONTRACTOR, 'p0302'],
  ])('%s sees them whole, and that is noted', async (_, phone, personId) => {
    const before = await readsOf(personId);
    const { project } = await opened(phone);
    expect(project.keyPosts).toContainEqual(
      expect.objectContaining({ name: '孙监明', phone: '19000000306', canCall: true }),
    );
    const after = await readsOf(personId);
    expect(after).toHaveLength(before.length + 1);
    const asked = ['p0103', 'p0104', 'p0301', 'p0302', 'p0306'].filter((id) => id !== personId);
    expect(after.map(({ personIds }) => [...personIds].sort())).toContainEqual(asked);
    expect(after[0]).toMatchObject({ what: 'phone', projectId: expect.stringMatching(/^pr-/) as string });
  });

  test.each([
    ['the bureau', BUREAU, 'p0108'],
    ['the province', PROVINCE, 'p0001'],
  ])('%s sees them masked, and nothing is noted', async (_, phone, personId) => {
    const answer = await open(phone);
    const { project } = answer.data as Opened;
    expect(project.keyPosts).toContainEqual(
      expect.objectContaining({ name: '孙监明', phone: '190****0306', canCall: false }),
    );
    expect(JSON.stringify(answer)).not.toMatch(/1900000\d{4}/);
    expect(await readsOf(personId)).toEqual([]);
  });

  test('no openids, request ids, hashes, files or other projects go out with the page', async () => {
    const text = JSON.stringify(await open(HEAD));
    for (const word of ['openid', 'requestId', 'commandHash', 'hash', 'cloud://', 'events', '滨江新城']) {
      expect(text).not.toContain(word);
    }
  });
});

describe('工程定位 · far from where the project is', () => {
  const locate = (more: object = {}): Promise<Envelope> =>
    as(SUPERVISOR).call('project', 'locate', {
      requestId: randomUUID(),
      projectId: 'pr-bsm',
      // 0.01° of latitude, 1113 m, north of where it stands.
      position: { lng: 110.3305, lat: 20.0891, accuracy: 9, takenAt: '2026-11-23T01:00:00.000Z' },
      coverId: null,
      ...more,
    });

  test('is refused with the distance until the person says it is right', async () => {
    const refused = await locate();
    expect(refused).toMatchObject({ ok: false, error: { code: 'input.positionFar' } });
    expect(refused.error?.message).toContain('1113 m');
    expect(await locate({ isFarConfirmed: 'yes' })).toMatchObject({ ok: false });
    const { data } = await started.database.collection('projects').doc('pr-bsm').get();
    expect(data).toMatchObject([{ position: { lat: 20.0791 } }]);
    expect(await locate({ isFarConfirmed: true })).toMatchObject({ ok: true });
  });
});

describe('工地码', () => {
  const make = (phone: string, projectId = 'pr-jdwl'): Promise<Envelope> =>
    as(phone).call('project', 'siteCode', { projectId });

  test.each([
    ['a stranger', STRANGER, 'auth.notEntered'],
    ['the bureau, which may read', BUREAU, 'access.denied'],
    ['an administrator', ADMINISTRATOR, 'record.notVisible'],
    ["another project's contractor", OTHER_CONTRACTOR, 'record.notVisible'],
    ["another station's supervisor", OTHER_SUPERVISOR, 'record.notVisible'],
  ])('%s gets none', async (_, phone, code) => {
    expect(await make(phone)).toMatchObject({ ok: false, error: { code } });
    expect((await started.database.collection('codes').get()).data).toEqual([]);
  });

  test('leads to the project page with the short number, and is made once', async () => {
    const first = await make(SUPERVISOR);
    expect(first).toMatchObject({
      ok: true,
      data: {
        name: '江东文旅城二标段',
        number: '琼海监2025-0188',
        stationName: '海口市质安站',
        parties: [
          { unitName: '海口滨江置业有限公司', unitRole: 'owner' },
          { unitName: '琼建示范建工集团有限公司', unitRole: 'contractor' },
          { unitName: '椰城工程监理有限公司', unitRole: 'supervision' },
        ],
      },
    });
    expect(JSON.stringify(first)).not.toMatch(/1900000\d{4}|personId/);
    expect(await make(CONTRACTOR)).toEqual(first);
    const { data } = await started.database.collection('codes').get();
    const shortNumber = await shortNumberOf('pr-jdwl');
    expect(data).toMatchObject([
      { _id: 'site.pr-jdwl', page: 'pages/project/detail/detail', scene: shortNumber },
    ]);
    const { fileID } = first.data as { fileID: string };
    const { fileContent } = await started.app.downloadFile({ fileID });
    const { data: pixels, width, height } = PNG.sync.read(fileContent as Buffer);
    expect(width).toBe(600);
    const read = jsQR(new Uint8ClampedArray(pixels), width, height)?.data ?? '';
    expect(read).toContain(`/pages/project/detail/detail?scene=${encodeURIComponent(shortNumber)}`);
  });

  test('eight at once make one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => make(HEAD, 'pr-bsm')));
    const fileIDs = new Set(answers.map(({ data }) => (data as { fileID: string }).fileID));
    expect(fileIDs.size).toBe(1);
    const { data } = await started.database.collection('codes').where({ _id: 'site.pr-bsm' }).get();
    expect(data).toHaveLength(1);
  });

  test('the pages that the codes name are pages of the program', () => {
    const { pages } = JSON.parse(readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8')) as {
      pages: string[];
    };
    expect(pages).toEqual(
      expect.arrayContaining(['pages/project/detail/detail', 'pages/entry/entry']) as string[],
    );
  });
});

describe('the poster with the station’s entry code', () => {
  const make = (phone: string, stationId: string | null = null): Promise<Envelope> =>
    as(phone).call('session', 'entryPoster', { stationId });

  test.each([
    ['a stranger', STRANGER, null, 'auth.notEntered'],
    ['a supervisor', SUPERVISOR, null, 'access.denied'],
    ['the bureau', BUREAU, null, 'access.denied'],
    ['a contractor', CONTRACTOR, null, 'access.denied'],
    ["another station's head", OTHER_HEAD, 'st-460100', 'access.denied'],
    ['a head, for a station that is not there', HEAD, 'st-999999', 'access.denied'],
  ])('%s gets none', async (_, phone, stationId, code) => {
    expect(await make(phone, stationId)).toMatchObject({ ok: false, error: { code } });
    const { data } = await started.database.collection('codes').where({ page: 'pages/entry/entry' }).get();
    expect(data).toEqual([]);
  });

  test.each([
    ['the head', HEAD],
    ['the deputy', DEPUTY],
    ['the administrator', ADMINISTRATOR],
  ])('%s gets the one of the station', async (_, phone) => {
    expect(await make(phone)).toMatchObject({
      ok: true,
      data: {
        stationId: 'st-460100',
        stationName: '海口市质安站',
        stations: [{ stationId: 'st-460100', name: '海口市质安站' }],
      },
    });
    const { data } = await started.database.collection('codes').where({ _id: 'entry.st-460100' }).get();
    expect(data).toMatchObject([{ page: 'pages/entry/entry', scene: 'st-460100' }]);
  });

  test('the province chooses among all, its own first', async () => {
    expect(await make(PROVINCE)).toMatchObject({
      data: {
        stationName: '省质监总局',
        stations: [{ name: '省质监总局' }, { name: '海口市质安站' }, { name: '三亚市质安站' }],
      },
    });
    expect(await make(PROVINCE, 'st-460200')).toMatchObject({ data: { stationName: '三亚市质安站' } });
  });

  test.each([{ $gt: '' }, 7])('a station named %j is refused by name', async (stationId) => {
    const answer = await as(HEAD).call('session', 'entryPoster', { stationId });
    expect(answer.error?.message).toContain('监督站');
  });
});
