import path from 'node:path';
import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;
beforeAll(async () => {
  started = await startTestCloud(path.join(__dirname, 'functions'));
  await started.database.createCollection('things');
});
afterAll(() => started.close());

const PHONE = '19000000103';
const step = async (name: string, phone = PHONE, func = 'probe'): Promise<unknown> =>
  (await holderOf(started.cloud.url, phone).requestOf(func, { step: name })).result;

const waves = async (name: string): Promise<{ calls: number; waves: number }> => {
  const { requestID } = await holderOf(started.cloud.url, PHONE).requestOf('probe', { step: name });
  const response = await fetch(`${started.cloud.url}/panel/invocations?requestId=${requestID}`);
  return (await response.json()) as { calls: number; waves: number };
};

describe('wx-server-sdk, unmodified, in a function', () => {
  test('knows who called, one person one openid, and hands it on to a function it calls', async () => {
    const me = (await step('whoami')) as { OPENID: string };
    expect(me).toMatchObject({ SOURCE: 'wx_client', ENV: 'zhian-local' });
    expect(me.OPENID).toMatch(/^o[\w-]{27}$/);
    expect(await step('whoami')).toEqual(me);
    expect(((await step('whoami', '19000000104')) as { OPENID: string }).OPENID).not.toBe(me.OPENID);
    expect(await step('nested')).toMatchObject({ OPENID: me.OPENID });
  });

  test('inserts, updates, reads, counts and removes; a missing document is null', async () => {
    expect(await step('crud')).toEqual({
      n: 3,
      list: [{ a: 1 }],
      isDate: true,
      total: 1,
      removed: 1,
      gone: null,
    });
  });

  test('every operator of a query', async () => {
    expect(await step('queries')).toEqual({
      regexp: 'q1',
      range: 'q1',
      nested: 'q2',
      or: 'q1,q2',
      inList: 'q1,q3',
      element: 'q1',
      elemMatch: 'q2',
      all: 'q1',
      size: 'q3',
      exists: 'q3',
      neq: 'q1,q3',
      nin: 'q2,q3',
      mod: 'q2',
      not: 'q2,q3',
      nor: 'q3',
    });
  });

  test('every operator of an update', async () => {
    expect(await step('updates')).toEqual({
      _id: 'u',
      n: 10,
      list: [1, 3],
      set: [1, 2],
      renamed: 'x',
      deep: { c: 3 },
      low: 1,
      stack: ['first'],
    });
  });

  test('aggregates, and finds what is near, the nearest first', async () => {
    expect(await step('aggregate')).toEqual([{ _id: 'agg', sum: 5, list: [1, 4] }]);
    expect(await step('near')).toEqual(['g2', 'g1']);
  });

  test('pipelines: days of the time zone, joins with variables, buckets and counts', async () => {
    expect(await step('pipeline')).toEqual({
      days: [
        { _id: '11-23', count: 2 },
        { _id: '11-24', count: 1 },
      ],
      tags: [
        { _id: 'y', count: 2 },
        { _id: 'x', count: 1 },
      ],
      // Of n3, which has no days, every number is greater.
      joined: [
        { _id: 'n1', longer: [{ _id: 'n2' }] },
        { _id: 'n2', longer: [] },
        { _id: 'n3', longer: [{ _id: 'n1' }, { _id: 'n2' }] },
      ],
      late: [{ n: 1 }],
      buckets: [
        { _id: 0, n: 1 },
        { _id: 5, n: 1 },
        { _id: '未定', n: 1 },
      ],
      replaced: [{ tags: ['x', 'y'] }],
    });
    expect(await step('expression')).toEqual(['e1']);
  });

  test('errors carry the codes of the service', async () => {
    expect(await step('missingCollection')).toEqual({ errCode: -502005 });
    expect(await step('duplicate')).toMatchObject({
      errCode: -502001,
      message: expect.stringContaining('E11000 duplicate key') as string,
    });
  });

  test('a transaction reads, writes and answers', async () => {
    expect(await step('transaction')).toEqual({ result: 1, after: 2 });
  });

  test('what it uploads it downloads, byte for byte', async () => {
    const answer = (await step('storage')) as { bytes: number[]; statuses: number[] };
    expect(answer.bytes).toEqual([255, 216, 0]);
    expect(answer.statuses[0]).toBe(0);
    expect(answer.statuses[1]).not.toBe(0);
  });

  test('database calls in sequence are as many waves; together they are one', async () => {
    expect(await waves('sequential')).toMatchObject({ calls: 6, waves: 6 });
    expect(await waves('parallel')).toMatchObject({ calls: 6, waves: 1 });
  });

  test('a function lives in UTC and sees nothing of this machine', async () => {
    expect(await step('environment')).toEqual({ tz: 'UTC', secret: null });
  });

  test('its memory outlives a call', async () => {
    const { calls } = (await step('remembers')) as { calls: number };
    expect(calls).toBeGreaterThan(0);
  });

  test.each([
    ['throws', 'probe', -504002, 'on purpose'],
    ['die', 'probe', -504002, 'process ended'],
    ['hang', 'slow', -504003, '1000 ms'],
  ])('one that %s fails by itself; the next call is served', async (name, func, errCode, message) => {
    const error = await step(name, PHONE, func).then(
      () => undefined,
      (reason: unknown) => reason as { errCode: number; errMsg: string },
    );
    expect(error).toMatchObject({ errCode });
    expect(error?.errMsg).toContain(message);
    expect(await step('whoami')).toMatchObject({ SOURCE: 'wx_client' });
  });

  test('a function that does not exist says so', async () => {
    await expect(holderOf(started.cloud.url, PHONE).requestOf('nothing', {})).rejects.toMatchObject({
      errMsg: expect.stringContaining('FUNCTION_NOT_FOUND') as string,
    });
  });
});
