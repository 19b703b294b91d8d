import { bareWx, openPage } from '../support/page';

test('without an id the page says that no record was named, and asks nothing', async () => {
  const wx = bareWx();
  const page = await openPage(() => import('../../miniprogram/pages/inspection/detail/detail'));
  expect(page.data).toMatchObject({
    state: 'error',
    message: '没有指明要看哪一条，请从列表中打开',
  });
  expect(wx.calls).toEqual([]);
});
