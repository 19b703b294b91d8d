import { bareWx, openPage } from '../support/page';
import { until } from '../support/until';

test('without an id the page says that no record was named, and asks nothing', async () => {
  const wx = bareWx();
  const page = await openPage(() => import('../../miniprogram/pages/inspection/detail/detail'));
  expect(page.data).toMatchObject({
    state: 'error',
    message: '没有指明要看哪一条，请从列表中打开',
  });
  expect(wx.calls).toEqual([]);
});

const RECORD = {
  inspectionId: 'i1',
  status: 'rejected',
  isInternal: false,
  project: { projectId: 'p', name: '滨江新城三期 A 区', number: '琼海监2026-0031' },
  stationName: '海口市质安站',
  type: 'safety',
  part: '3 号楼',
  isClear: true,
  attendance: null,
  author: { personId: 'a', name: '陈海生', organisation: '海口市质安站', position: '监督员' },
  partner: null,
  citedIds: [],
  past: null,
  previous: null,
  nextId: null,
  submittedAt: '2026-11-23T01:50:00.000Z',
  effectiveAt: null,
  findings: [],
  reviewers: [],
  recipients: [],
  tellsReaders: false,
  timeline: [],
  rejectionReason: '栏杆照片不清',
  actions: ['confirm', 'resubmit'],
};
const open = async () => {
  const wx = bareWx();
  wx.answer('read', { ok: true, data: RECORD });
  const page = await openPage(() => import('../../miniprogram/pages/inspection/detail/detail'), { id: 'i1' });
  await until(() => (page.data['state'] === 'ready' ? true : undefined));
  return { wx, page };
};

test('the card in a chat says which record, with a picture that shows nothing of it', async () => {
  const { page } = await open();
  expect(page.ask('onShareAppMessage')).toEqual({
    title: '滨江新城三期 A 区 · 安全监督检查记录',
    path: '/pages/inspection/detail/detail?id=i1',
    imageUrl: '/assets/share.png',
  });
});

test('where the record is not shown the card leads home', async () => {
  bareWx();
  const page = await openPage(() => import('../../miniprogram/pages/inspection/detail/detail'));
  expect(page.ask('onShareAppMessage')).toMatchObject({ title: '质安监督', path: '/pages/home/home' });
});

test('the author of a rejected record goes on to the report that corrects it', async () => {
  const { wx, page } = await open();
  await page.call('onResubmit');
  expect(wx.urls).toEqual(['/pages/inspection/report/report?correct=i1']);
});

test('after a lost answer the same confirmation goes again, after an answer another', async () => {
  const { wx, page } = await open();
  wx.answer('confirm', { errCode: -404011 }, { ok: true, data: {} });
  for (let time = 0; time < 3; time += 1) await page.call('onConfirm');
  const ids = wx.calls
    .filter(({ data }) => data.action === 'confirm')
    .map(({ data }) => data.data['requestId']);
  expect(ids).toHaveLength(3);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[1]);
});
