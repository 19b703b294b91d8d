import { randomUUID } from 'node:crypto';
import { holderOf, startSeededCloud, type Envelope, type Holder, type TestCloud } from '../support/cloud';
import { jpegOf, pngOf } from '../support/media';
import { confirmFile, goodReport } from '../support/report';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const CONTRACTOR = '19000000302';
const OTHER_CONTRACTOR = '19000000308';

let started: TestCloud;
const holders = new Map<string, Holder>();
const as = (phone: string): Holder => holders.get(phone) as Holder;

beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of [SUPERVISOR, HEAD, CONTRACTOR, OTHER_CONTRACTOR]) {
    holders.set(phone, holderOf(started.cloud.url, phone));
    await as(phone).enter();
  }
});
afterAll(() => started.close());

const sign = async (phone: string, personId: string): Promise<string> => {
  const answer = await confirmFile(as(phone), personId, pngOf(), { kind: 'signature' });
  expect(answer).toMatchObject({ ok: true, data: { kind: 'signature' } });
  return (answer.data as { evidenceId: string }).evidenceId;
};
const attendance = (change: object = {}) => ({
  unitId: 'u-build-1',
  name: '赵铁山',
  signatureId: null as string | null,
  refusal: '不认可检查结果',
  ...change,
});
const submit = (given: unknown, change: object = {}): Promise<Envelope> =>
  as(SUPERVISOR).call('inspection', 'submit', { ...goodReport(), attendance: given, ...change });
const idOf = (answer: Envelope): string => (answer.data as { inspectionId: string }).inspectionId;

describe('现场签字', () => {
  test('the signature is seen by whoever may read the record, through the record', async () => {
    const signatureId = await sign(SUPERVISOR, 'p0103');
    const answer = await submit(attendance({ signatureId, refusal: '' }), { reviewerIds: [] });
    expect(answer).toMatchObject({ ok: true });
    const inspectionId = idOf(answer);
    const read = await as(CONTRACTOR).call('inspection', 'read', { inspectionId });
    expect(read).toMatchObject({
      data: {
        attendance: {
          unit: { name: '琼建示范建工集团有限公司', role: '施工单位' },
          name: '赵铁山',
          signature: { evidenceId: signatureId, url: expect.stringMatching(/^http/) as string },
          refusal: '',
        },
      },
    });
    expect(JSON.stringify(read)).not.toMatch(/cloud:|sha256|openid/);
    const view = (phone: string) =>
      as(phone).call('evidence', 'view', { evidenceIds: [signatureId], of: { inspectionId } });
    expect(await view(HEAD)).toMatchObject({ ok: true, data: [{ kind: 'signature' }] });
    expect(await view(OTHER_CONTRACTOR)).toMatchObject({ error: { code: 'record.notVisible' } });
    // It is of this visit and no other.
    expect(await submit(attendance({ signatureId, refusal: '' }))).toMatchObject({
      ok: false,
      error: { code: 'evidence.used' },
    });
  });

  test('the corrected copy has it again', async () => {
    const signatureId = await sign(SUPERVISOR, 'p0103');
    const signed = attendance({ signatureId, refusal: '' });
    const inspectionId = idOf(await submit(signed, { reviewerIds: ['p0101'] }));
    const rejection = { requestId: randomUUID(), inspectionId, reason: '请补拍' };
    expect(await as(HEAD).call('inspection', 'reject', rejection)).toMatchObject({ ok: true });
    const correction = await as(SUPERVISOR).call('inspection', 'correction', { inspectionId });
    expect(correction).toMatchObject({
      data: {
        attendance: { unitId: 'u-build-1', name: '赵铁山', signature: { evidenceIds: [signatureId] } },
      },
    });
    expect(await submit(signed, { previousId: inspectionId })).toMatchObject({ ok: true });
  });

  test('拒签 stands there with its reason', async () => {
    const inspectionId = idOf(await submit(attendance(), { reviewerIds: [] }));
    expect(await as(CONTRACTOR).call('inspection', 'read', { inspectionId })).toMatchObject({
      data: { attendance: { name: '赵铁山', signature: null, refusal: '不认可检查结果' } },
    });
  });

  test.each<[string, object, string]>([
    ['neither signed nor refused', { refusal: '' }, '二者取一'],
    ['a unit of another project', { unitId: 'u-none' }, '不是本工程的参建单位'],
    ['a signature that is not there', { signatureId: 'none', refusal: '' }, '没有找到签名'],
    ['a reason too long', { refusal: '长'.repeat(201) }, '拒签理由'],
    ['a name too long', { name: '长'.repeat(31) }, '签字人姓名'],
    ['a field nobody knows', { signedAt: '2026-11-23' }, 'signedAt'],
  ])('%s is refused in words, and nothing is written', async (_, change, words) => {
    const count = async () => (await started.database.collection('inspections').count()).total;
    const before = await count();
    const answer = await submit(attendance(change));
    expect(answer.ok).toBe(false);
    expect(answer.error?.message).toContain(words);
    expect(await count()).toBe(before);
  });

  test('a signature is a PNG; nobody signs for somebody else’s report', async () => {
    expect(await confirmFile(as(SUPERVISOR), 'p0103', jpegOf('x'), { kind: 'signature' })).toMatchObject({
      ok: false,
      error: { code: 'evidence.wrongType' },
    });
    const foreign = await sign(HEAD, 'p0101');
    expect(await submit(attendance({ signatureId: foreign, refusal: '' }))).toMatchObject({
      ok: false,
      error: { code: 'evidence.notKept' },
    });
  });
});
