import { bareWx, openPage, type BarePage, type BareWx } from '../support/page';

const HOME = { ok: true, data: { entered: true, me: { uploadPrefix: 'uploads/p0103/', roles: [] } } };
const DONE = { ok: true, data: { inspectionId: 'i', submittedAt: '', isReviewed: true } };
const refused = (code: string) => ({ ok: false, error: { code, details: {} } });
const REVIEWER = { personId: 'p0101', name: '王立新', position: '站长', organisation: '海口市质安站' };

let wx: BareWx;
let page: BarePage;

beforeEach(async () => {
  wx = bareWx();
  wx.answer('home', HOME);
  wx.answer('nameablePeople', { ok: true, data: { reviewers: [REVIEWER], recipients: [] } });
  page = await openPage(() => import('../../miniprogram/pages/inspection/report/report'));
  await page.call('onProject', { detail: { projectId: 'pr-bj3a', name: '滨江新城三期 A 区' } });
  await page.call('onPart', { detail: { value: '3 号楼' } });
  await page.call('onSupplement', { detail: { value: '栏杆缺失' } });
  await page.call('onReviewers', { detail: { ids: ['p0101'] } });
});

const requestIds = (): unknown[] =>
  wx.calls.filter(({ data }) => data.action === 'submit').map(({ data }) => data.data['requestId']);
const isForm = (supplement: string) =>
  expect(page.data).toMatchObject({ part: '3 号楼', supplement, isSubmitting: false });

describe('监督上报 · 立即提交', () => {
  test.each([-1, -504002, -504003, -504004])(
    'no answer (%i): the same id again, the form kept',
    async (errCode) => {
      wx.answer('submit', { errCode }, DONE);
      await page.call('onSubmit');
      isForm('栏杆缺失');
      await page.call('onSubmit');
      const [first, second] = requestIds();
      expect(second).toBe(first);
      expect(wx.urls).toEqual(['/pages/inspection/sent/sent?tab=pendingReview']);
    },
  );

  test('a refusal wrote nothing: the form is kept, the corrected one is another command', async () => {
    wx.answer('submit', refused('input.projectUnavailable'), DONE);
    await page.call('onSubmit');
    expect(wx.modals).toEqual([expect.stringContaining('工程名称：没有找到这个工程')]);
    isForm('栏杆缺失');
    await page.call('onSubmit');
    const [first, second] = requestIds();
    expect(second).not.toBe(first);
  });

  describe('changed after an answer was lost', () => {
    beforeEach(async () => {
      wx.answer('submit', { errCode: -1 }, refused('command.reused'), DONE);
      await page.call('onSubmit');
      // The first went to a reviewer; the changed one does not.
      await page.call('onReviewers', { detail: { ids: [] } });
      await page.call('onSupplement', { detail: { value: '栏杆和脚手板缺失' } });
      wx.modals.length = 0;
    });

    test('the person is told that the first was received and led to it', async () => {
      await page.call('onSubmit');
      expect(wx.modals).toEqual([
        '之前的提交已经收到：上一次提交已形成记录，不可更改。这次的改动没有提交；如需另报一条，可留在本页再提交。',
      ]);
      // Where that one stands: it went to a reviewer.
      expect(wx.urls).toEqual(['/pages/inspection/sent/sent?tab=pendingReview']);
      const [first, second] = requestIds();
      expect(second).toBe(first);
    });

    test('one that needed no review is looked for where it stands', async () => {
      page = await openPage(() => import('../../miniprogram/pages/inspection/report/report'));
      wx.answer('submit', { errCode: -1 }, refused('command.reused'));
      await page.call('onSubmit');
      await page.call('onReviewers', { detail: { ids: ['p0101'] } });
      await page.call('onSubmit');
      expect(wx.urls).toEqual(['/pages/inspection/sent/sent?tab=effective']);
    });

    test('who stays on the page keeps the form, and what is sent then is a record of its own', async () => {
      wx.agrees = false;
      await page.call('onSubmit');
      expect(wx.urls).toEqual([]);
      isForm('栏杆和脚手板缺失');
      await page.call('onSubmit');
      const [first, , third] = requestIds();
      expect(third).not.toBe(first);
    });
  });
});
