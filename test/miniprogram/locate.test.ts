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

test('without an id the page says that nothing was named, and asks nothing', async () => {
  wx.calls.length = 0;
  const bare = await openPage(() => import('../../miniprogram/pages/project/locate/locate'));
  expect(bare.data).toMatchObject({
    state: 'error',
    message: '没有指明要看哪一条，请从列表中打开',
  });
  expect(wx.calls).toEqual([]);
});
