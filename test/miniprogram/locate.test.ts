import { bareWx, openPage, type BarePage, type BareWx } from '../support/page';

const PROJECT = {
  ok: true,
  data: {
    projectId: 'pr-bj3a',
    name: '滨江新城三期 A 区',
    number: '琼海监2026-0031',
    address: '滨江路 88 号',
    position: null,
    coverUrl: null,
    history: [],
    actions: ['locate'],
  },
};
const LOST = { errCode: -1 };
const DONE = { ok: true, data: { projectId: 'pr-bj3a' } };
const refused = (code: string) => ({ ok: false, error: { code, details: {} } });

let wx: BareWx;
let page: BarePage;

beforeEach(async () => {
  wx = bareWx();
  wx.answer('read', PROJECT);
  wx.answer('namePoint', { ok: true, data: { address: '海南省海口市' } });
  page = await openPage(() => import('../../miniprogram/pages/project/locate/locate'), { id: 'pr-bj3a' });
  await page.call('onLocate');
});

const requestIds = (): unknown[] =>
  wx.calls.filter(({ data }) => data.action === 'locate').map(({ data }) => data.data['requestId']);

describe('工程定位 · 提交', () => {
  test('an unchanged retry after a lost answer carries the same id', async () => {
    wx.answer('locate', LOST, DONE);
    await page.call('onSubmit');
    await page.call('onSubmit');
    const [first, second] = requestIds();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(page.data['fresh']).toEqual([]);
  });

  test('a new fix after a lost answer is another command', async () => {
    wx.answer('locate', LOST, DONE);
    await page.call('onSubmit');
    wx.point = { longitude: 110.36, latitude: 20.01 };
    await page.call('onLocate');
    await page.call('onSubmit');
    const [first, second] = requestIds();
    expect(second).not.toBe(first);
  });

  test.each(['record.changed', 'command.reused'])(
    'after %s the next try is another command, on the project as it is now',
    async (code) => {
      wx.answer('locate', refused(code), DONE);
      const reads = (): number => wx.calls.filter(({ data }) => data.action === 'read').length;
      const before = reads();
      await page.call('onSubmit');
      expect(wx.modals).toHaveLength(1);
      expect(reads()).toBe(before + 1);
      expect(page.data['state']).toBe('ready');
      await page.call('onSubmit');
      const [first, second] = requestIds();
      expect(second).not.toBe(first);
    },
  );

  test('a crash of the function may have written: the same id again', async () => {
    wx.answer('locate', { errCode: -504002 }, DONE);
    await page.call('onSubmit');
    expect(wx.modals).toEqual([expect.stringContaining('不能确定是否已经办理')]);
    await page.call('onSubmit');
    const [first, second] = requestIds();
    expect(second).toBe(first);
  });
});

describe('工程定位 · far from where the project is', () => {
  const FAR = { longitude: 110.354, latitude: 20.013 };
  const located = (lat: number) => ({
    ...PROJECT,
    data: {
      ...PROJECT.data,
      position: { lng: 110.354, lat, accuracy: 5, takenAt: '2026-11-01T00:00:00.000Z', address: '' },
    },
  });
  const sent = (): unknown[] =>
    wx.calls.filter(({ data }) => data.action === 'locate').map(({ data }) => data.data['isFarConfirmed']);

  const openAt = async (lat: number): Promise<void> => {
    wx.answer('read', located(lat));
    wx.answer('locate', DONE);
    wx.point = FAR;
    page = await openPage(() => import('../../miniprogram/pages/project/locate/locate'), { id: 'pr-bj3a' });
    await page.call('onLocate');
  };

  test('is asked about, and nothing is sent until the person agrees', async () => {
    await openAt(20.003);
    wx.agrees = false;
    await page.call('onSubmit');
    expect(wx.modals).toEqual([expect.stringContaining('距当前定位 1.1 km')]);
    expect(sent()).toEqual([]);
    wx.agrees = true;
    await page.call('onSubmit');
    expect(sent()).toEqual([true]);
  });

  test('close by nothing is asked', async () => {
    await openAt(20.0131);
    await page.call('onSubmit');
    expect(wx.modals).toEqual([]);
    expect(sent()).toEqual([false]);
  });

  test('moved by somebody else meanwhile: the refusal is told, and the next try asks', async () => {
    await openAt(20.0131);
    wx.answer('locate', refused('input.positionFar'), DONE);
    wx.answer('read', located(20.003));
    await page.call('onSubmit');
    expect(page.data['moved']).toMatchObject({ isFar: true });
    await page.call('onSubmit');
    expect(wx.modals).toHaveLength(2);
    expect(sent()).toEqual([false, true]);
  });
});

test('without an id the page says that nothing was named, and asks nothing', async () => {
  wx.calls.length = 0;
  const bare = await openPage(() => import('../../miniprogram/pages/project/locate/locate'));
  expect(bare.data).toMatchObject({
    state: 'error',
    message: '没有指明要看哪一条，请从列表中打开',
  });
  expect(wx.calls).toEqual([]);
});
