import { randomUUID } from 'node:crypto';
import { holderOf, startSeededCloud, type Envelope, type TestCloud } from '../support/cloud';
import { jpegOf } from '../support/media';
import { confirmPhotos, goodReport, sha256 } from '../support/report';

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
const EVERYBODY = [
  SUPERVISOR,
  COLLEAGUE,
  HEAD,
  ADMINISTRATOR,
  BUREAU,
  PROVINCE,
  CONTRACTOR,
  OTHER_SUPERVISOR,
];

const as = (phone: string) => holderOf(started.cloud.url, phone);

beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of EVERYBODY) expect(await as(phone).enter()).toMatchObject({ ok: true });
});
afterAll(() => started.close());

const namesFor = async (
  phone: string,
  keyword = '',
  scope = 'visible',
  more: object = {},
): Promise<string[]> => {
  const answer = await as(phone).call('project', 'list', { keyword, scope, cursor: null, ...more });
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { rows: { name: string }[] }).rows.map(({ name }) => name).sort();
};

const HAIKOU = [
  '滨江新城三期 A 区',
  '海甸大道改造工程',
  '白沙门污水处理厂扩建工程',
  '江东文旅城二标段',
].sort();

describe('工程列表', () => {
  test('a station sees its own projects, a party those it takes part in, the province all', async () => {
    expect(await namesFor(SUPERVISOR)).toEqual(HAIKOU);
    expect(await namesFor(HEAD)).toEqual(HAIKOU);
    expect(await namesFor(BUREAU)).toEqual(HAIKOU);
    expect(await namesFor(CONTRACTOR)).toEqual(['江东文旅城二标段', '滨江新城三期 A 区'].sort());
    expect(await namesFor(ADMINISTRATOR)).toEqual([]);
    expect(await namesFor(PROVINCE)).toEqual(expect.arrayContaining(HAIKOU));
    for (const name of await namesFor(OTHER_SUPERVISOR)) expect(HAIKOU).not.toContain(name);
  });

  test('those nobody has located yet, of the same projects', async () => {
    const unlocated = { isUnlocated: true };
    expect(await namesFor(SUPERVISOR, '', 'visible', unlocated)).toEqual(['滨江新城三期 A 区']);
    expect(await namesFor(OTHER_SUPERVISOR, '', 'visible', unlocated)).toEqual(['吉阳中学教学楼']);
    expect(await namesFor(PROVINCE, '', 'visible', unlocated)).toEqual(
      ['吉阳中学教学楼', '滨江新城三期 A 区'].sort(),
    );
    expect(await namesFor(HEAD, '海甸', 'visible', unlocated)).toEqual([]);
    expect(await namesFor(ADMINISTRATOR, '', 'visible', unlocated)).toEqual([]);
  });

  test('a supervisor is told that some are their own, a head of station is not', async () => {
    const told = async (phone: string) =>
      (await as(phone).call('project', 'list', { keyword: '', scope: 'visible', cursor: null })).data;
    expect(await told(SUPERVISOR)).toMatchObject({ isSupervisor: true });
    expect(await told(HEAD)).toMatchObject({ isSupervisor: false });
    expect(await told(CONTRACTOR)).toMatchObject({ isSupervisor: false });
  });

  test('a supervisor reports on the projects assigned to them', async () => {
    expect(await namesFor(SUPERVISOR, '', 'supervised')).toEqual(
      ['滨江新城三期 A 区', '白沙门污水处理厂扩建工程', '江东文旅城二标段'].sort(),
    );
  });

  test.each([
    ['name', '滨江新城', ['滨江新城三期 A 区']],
    ['number', '2026-0047', ['海甸大道改造工程']],
    ['unit', '南渡江路桥', ['海甸大道改造工程', '白沙门污水处理厂扩建工程'].sort()],
    ['two words of a name', '滨江 三期', ['滨江新城三期 A 区']],
    ['a name without its blanks', '滨江新城三期A区', ['滨江新城三期 A 区']],
    ['a name with its blanks', '滨江新城三期 A 区', ['滨江新城三期 A 区']],
    ['words of name and unit', '海甸 南渡江', ['海甸大道改造工程']],
    ['figures of full width', '２０２６－００４７', ['海甸大道改造工程']],
    ['words that are not of one project', '滨江 海甸', []],
    ['nothing that is there', '不存在', []],
    ['signs of a pattern', '.*', []],
  ])('the keyword finds by %s', async (_, keyword, names) => {
    expect(await namesFor(HEAD, keyword)).toEqual(names);
  });

  test.each([
    ['an operator object', { keyword: { $regex: '.*' }, scope: 'visible', cursor: null }, '关键字'],
    [
      'a filter that is no yes or no',
      { keyword: '', scope: 'visible', isUnlocated: 'yes', cursor: null },
      '未定位',
    ],
    ['too long a keyword', { keyword: '长'.repeat(51), scope: 'visible', cursor: null }, '关键字'],
  ])('%s is refused by name', async (_, data, named) => {
    const answer = await as(HEAD).call('project', 'list', data);
    expect(answer.ok).toBe(false);
    expect(answer.error?.message).toContain(named);
  });

  test('a stranger is offered nothing', async () => {
    const answer = await as(STRANGER).call('project', 'list', {
      keyword: '',
      scope: 'visible',
      cursor: null,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'auth.notEntered' } });
  });
});

describe('工程定位 · 提交', () => {
  const POSITION = {
    lng: 110.354,
    lat: 20.003,
    accuracy: 15,
    takenAt: new Date(Date.now() - 120_000).toISOString(),
  };
  const locate = (phone: string, change: object = {}): Promise<Envelope> =>
    as(phone).call('project', 'locate', {
      requestId: randomUUID(),
      projectId: 'pr-bj3a',
      position: POSITION,
      coverId: null,
      ...change,
    });
  const project = async () =>
    (await started.database.collection('projects').doc('pr-bj3a').get()).data[0] as {
      version: number;
      position: { lng: number; lat: number; address: string } | null;
      events: { kind: string; at: string; hash: string; previousHash: string }[];
    };

  test.each([
    ['a stranger', STRANGER, 'auth.notEntered'],
    ['an administrator', ADMINISTRATOR, 'input.projectUnavailable'],
    ['a bureau', BUREAU, 'access.denied'],
    ['a contractor', CONTRACTOR, 'access.denied'],
    ["another station's supervisor", OTHER_SUPERVISOR, 'input.projectUnavailable'],
  ])('%s is refused and the project stays as it was', async (_, phone, code) => {
    const before = await project();
    expect(await locate(phone)).toMatchObject({ ok: false, error: { code } });
    expect(await project()).toEqual(before);
  });

  test.each([
    ['a project that is not there', { projectId: 'pr-none' }, '工程名称'],
    ['an operator object', { projectId: { $gt: '' } }, '工程名称'],
    ['a point outside the province', { position: { ...POSITION, lng: 116.4, lat: 39.9 } }, '海南省'],
    ['a latitude that is none', { position: { ...POSITION, lat: 200 } }, '纬度'],
    ['a cover that was never confirmed', { coverId: 'a'.repeat(32) }, '没有找到封面照片'],
  ])('%s is refused with a sentence that names it', async (_, change, named) => {
    const before = await project();
    const answer = await locate(SUPERVISOR, change);
    expect(answer.ok).toBe(false);
    expect(answer.error?.message).toContain(named);
    expect(await project()).toEqual(before);
  });

  test('a phone whose clock is wrong locates as well; the server’s instant stands beside what it told', async () => {
    const position = { ...POSITION, takenAt: '2999-01-01T08:00:00.000Z' };
    expect(await locate(SUPERVISOR, { position })).toMatchObject({ ok: true });
    const after = await project();
    expect(after.position).toMatchObject({ takenAt: '2999-01-01T08:00:00.000Z' });
    expect(Date.parse(after.events.at(-1)?.at ?? '')).toBeLessThanOrEqual(Date.now());
  });

  test('keeps every position with its address in the chain; the same request twice is one', async () => {
    const before = await project();
    const [coverId] = await confirmPhotos(as(SUPERVISOR), 'p0103', ['cover']);
    const change = { requestId: randomUUID(), coverId };
    expect(await locate(SUPERVISOR, change)).toMatchObject({ ok: true });
    expect(await locate(SUPERVISOR, change)).toMatchObject({ ok: true });
    const after = await project();
    expect(after.position).toMatchObject({ lng: 110.354, lat: 20.003, address: '海南省海口市' });
    expect(after.events).toHaveLength(before.events.length + 1);
    expect(after.events.at(-1)?.previousHash).toBe(after.events.at(-2)?.hash);
    expect(await locate(SUPERVISOR, { ...change, position: { ...POSITION, lng: 110.36 } })).toMatchObject({
      ok: false,
      error: { code: 'command.reused' },
    });
    expect(await locate(HEAD, { position: { ...POSITION, lng: 110.355 } })).toMatchObject({ ok: true });
    expect((await project()).events).toHaveLength(before.events.length + 2);
  });

  test('a cover is the person’s own evidence, used nowhere else; what is uploaded later is not shown', async () => {
    const before = await project();
    const [foreign] = await confirmPhotos(as(HEAD), 'p0101', ['of another']);
    const [coverId] = await confirmPhotos(as(SUPERVISOR), 'p0103', ['another cover']);
    expect(await locate(SUPERVISOR, { coverId: foreign })).toMatchObject({
      ok: false,
      error: { code: 'evidence.notKept' },
    });
    expect(await project()).toEqual(before);
    expect(await locate(SUPERVISOR, { coverId })).toMatchObject({ ok: true });
    const { cover } = (await project()) as unknown as { cover: { fileID: string; sha256: string } };
    expect(cover.fileID).toMatch(/^cloud:\/\/[^/]+\/evidence\//);
    expect(cover.sha256).toBe(sha256(jpegOf('another cover')));
    // Of one project it is the cover, of no other and of no record.
    expect(await locate(SUPERVISOR, { coverId, projectId: 'pr-jdwl', isFarConfirmed: true })).toMatchObject({
      ok: false,
      error: { code: 'evidence.used' },
    });
    const report = goodReport();
    const findings = [{ ...report.findings[0], evidenceIds: [coverId] }];
    expect(await as(SUPERVISOR).call('inspection', 'submit', { ...report, findings })).toMatchObject({
      ok: false,
      error: { code: 'evidence.used' },
    });
  });
});
