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
