import { holderOf, startSeededCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;
beforeAll(async () => {
  started = await startSeededCloud();
});
afterAll(() => started.close());
const holder = (phone: string) => holderOf(started.cloud.url, phone);

describe('session', () => {
  test('a number on the register enters and comes home as its person', async () => {
    const supervisor = holder('19000000103');
    expect(await supervisor.call('session', 'home', {})).toEqual({ ok: true, data: { entered: false } });
    expect(await supervisor.enter()).toEqual({ ok: true, data: { name: '陈海生' } });
    expect(await supervisor.enter()).toEqual({ ok: true, data: { name: '陈海生' } });
    const home = await supervisor.call('session', 'home', {});
    expect(home).toMatchObject({
      ok: true,
      data: { entered: true, me: { name: '陈海生', roles: ['supervisor'], uploadPrefix: 'uploads/p0103/' } },
    });
  });

  test('an unknown number is refused and stays a stranger', async () => {
    const stranger = holder('19000009999');
    expect(await stranger.enter()).toMatchObject({
      ok: false,
      error: { code: 'auth.phoneNotRegistered', message: expect.stringContaining('190****9999') as string },
    });
    expect(await stranger.call('session', 'home', {})).toEqual({ ok: true, data: { entered: false } });
  });

  test('a code serves once', async () => {
    const deputy = holder('19000000102');
    const code = await deputy.phoneCode();
    expect(await deputy.call('session', 'enter', { code })).toMatchObject({ ok: true });
    expect(await deputy.call('session', 'enter', { code })).toMatchObject({
      ok: false,
      error: { code: 'auth.phoneCodeInvalid' },
    });
  });

  test("somebody else's code does not take their place once they have entered", async () => {
    const head = holder('19000000101');
    expect(await head.enter()).toMatchObject({ ok: true });
    const code = await head.phoneCode();
    const thief = holder('19000009998');
    expect(await thief.call('session', 'enter', { code })).toMatchObject({
      ok: false,
      error: { code: 'auth.phoneBoundElsewhere' },
    });
    expect(await thief.call('session', 'home', {})).toEqual({ ok: true, data: { entered: false } });
  });

  test('置顶 is the person’s own, kept in the given order, and the same when sent again', async () => {
    const [supervisor, head] = [holder('19000000103'), holder('19000000101')];
    const pinned = async (who: typeof head): Promise<unknown> =>
      ((await who.call('session', 'home', {})).data as { pinned: unknown }).pinned;
    expect(await pinned(supervisor)).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      expect(
        await supervisor.call('session', 'setPinned', { applications: ['inspection', 'location'] }),
      ).toEqual({ ok: true, data: { pinned: ['inspection', 'location'] } });
    }
    expect(await pinned(supervisor)).toEqual(['inspection', 'location']);
    expect(await pinned(head)).toEqual([]);
    await supervisor.call('session', 'setPinned', { applications: [] });
    expect(await pinned(supervisor)).toEqual([]);
  });

  test.each([
    ['an application that is none', ['fire']],
    ['one twice', ['location', 'location']],
    ['an operator object', { $ne: 1 }],
    ['nothing', undefined],
  ])('%s is not pinned, and said by name', async (_, applications) => {
    const answer = await holder('19000000103').call('session', 'setPinned', { applications });
    expect(answer).toMatchObject({ ok: false });
    expect(answer.error?.message).toContain('应用');
  });

  test('a stranger pins nothing', async () => {
    expect(
      await holder('19000009999').call('session', 'setPinned', { applications: ['location'] }),
    ).toMatchObject({ ok: false, error: { code: 'auth.notEntered' } });
  });

  test.each([
    ['no code', {}, '手机号验证'],
    ['an operator object for the code', { code: { $ne: '' } }, '手机号验证'],
    ['a field nobody knows', { code: 'x', openid: 'o' }, 'openid'],
  ])('%s is refused by name', async (_, data, field) => {
    const answer = await holder('19000000104').call('session', 'enter', data);
    expect(answer).toMatchObject({ ok: false });
    expect(answer.error?.message).toContain(field);
  });
});
