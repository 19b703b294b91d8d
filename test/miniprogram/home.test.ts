import { bareDisk } from '../support/disk';
import { bareWx, openPage } from '../support/page';

const HOME = {
  ok: true,
  data: {
    entered: true,
    now: '2026-11-23T02:00:00.000Z',
    me: { personId: 'p', name: '陈海生', roles: ['supervisor'], posts: [], uploadPrefix: '' },
    pinned: [],
    duties: [],
    counts: { toReview: 0, toConfirm: 0, delivered: 0 },
  },
};
const DENIED = { ok: false, error: { code: 'auth.noPostInForce', details: {} } };

test('shown again without a network, home keeps what it showed and says so, until it is read again', async () => {
  const wx = bareWx();
  wx.answer('home', HOME, { errCode: -1 }, HOME);
  const page = await openPage(() => import('../../miniprogram/pages/home/home'));
  await page.call('load');
  await page.call('load');
  expect(page.data).toMatchObject({
    state: 'ready',
    greeting: '上午好，陈海生',
    message: '网络不可用，显示的是上次取到的内容',
  });
  await page.call('load');
  expect(page.data).toMatchObject({ state: 'ready', message: '' });
});

test('opened without a network it says so, and somebody whose post has ended sees nothing any more', async () => {
  const wx = bareWx();
  wx.answer('home', { errCode: -1 }, HOME, DENIED);
  const page = await openPage(() => import('../../miniprogram/pages/home/home'));
  await page.call('load');
  expect(page.data).toMatchObject({ state: 'offline', message: '请检查网络后重试' });
  await page.call('load');
  await page.call('load');
  expect(page.data).toMatchObject({ state: 'denied' });
});

test('我的 keeps who one is, too', async () => {
  const wx = bareWx();
  bareDisk();
  wx.answer('home', HOME, { errCode: -1 });
  const page = await openPage(() => import('../../miniprogram/pages/me/me'));
  await page.call('load');
  await page.call('load');
  expect(page.data).toMatchObject({
    state: 'ready',
    name: '陈海生',
    message: '网络不可用，显示的是上次取到的内容',
  });
});
