import { bareWx, openPage, type BarePage, type BareWx } from '../support/page';

const HOME = { ok: true, data: { entered: true, me: { uploadPrefix: 'uploads/p0103/', roles: [] } } };
const DONE = { ok: true, data: { inspectionId: 'i', submittedAt: '', isReviewed: true } };
const refused = (code: string) => ({ ok: false, error: { code, details: {} } });
const REVIEWER = { personId: 'p0101', name: '王立新', position: '站长', organisation: '海口市质安站' };
const PROJECT = {
  projectId: 'pr-bj3a',
  name: '滨江新城三期 A 区',
  number: 'n',
  address: 'a',
  position: null,
};
const NAMED = {
  ok: true,
  data: { project: PROJECT, reviewers: [REVIEWER], partners: [], recipients: [], units: [] },
};
const report = () => import('../../miniprogram/pages/inspection/report/report');

let wx: BareWx;
let page: BarePage;

/** An event of the first problem's card. */
const ofFirst = (detail: object) => ({ currentTarget: { dataset: { index: 0 } }, detail });
const choose = async (ids: string[]): Promise<void> => {
  await page.call('openPeople', { currentTarget: { dataset: { role: 'reviewers' } } });
  await page.call('onPeople', { detail: { ids } });
};
const open = async (query: object = { project: 'pr-bj3a' }): Promise<void> => {
  page = await openPage(report, query);
  await page.call('onPart', { detail: { value: '3 号楼' } });
  await page.call('onSupplement', ofFirst({ value: '栏杆缺失' }));
};

beforeEach(async () => {
  wx = bareWx();
  wx.answer('home', HOME);
  wx.answer('nameablePeople', NAMED);
  await open();
  await choose(['p0101']);
});

const submitted = (): Record<string, unknown>[] =>
  wx.calls.filter(({ data }) => data.action === 'submit').map(({ data }) => data.data);
const requestIds = (): unknown[] => submitted().map(({ requestId }) => requestId);
const isForm = (supplement: string) =>
  expect(page.data).toMatchObject({ part: '3 号楼', problems: [{ supplement }], isSubmitting: false });

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
      await choose([]);
      await page.call('onSupplement', ofFirst({ value: '栏杆和脚手板缺失' }));
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
      wx.answer('submit', { errCode: -1 }, refused('command.reused'));
      await open();
      await page.call('onSubmit');
      await choose(['p0101']);
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

describe('监督上报 · what the next report begins with', () => {
  beforeEach(async () => {
    wx.answer('submit', DONE);
    await page.call('onType', { currentTarget: { dataset: { type: 'safety' } } });
    await page.call('onSubmit');
  });

  test('the same project: its people and type are chosen, its part is a chip', async () => {
    await open({});
    expect(page.data).toMatchObject({
      // Proposed, as the one chosen last.
      head: { name: '滨江新城三期 A 区', about: 'n · 上次选用，请核对' },
      type: 'safety',
      parts: ['3 号楼'],
      reviewers: '王立新',
      peopleNote: '已沿用上次的人员，请核对',
    });
  });

  test('who left the station since is not chosen, and that is said', async () => {
    wx.answer('nameablePeople', { ...NAMED, data: { ...NAMED.data, reviewers: [] } });
    await open();
    expect(page.data).toMatchObject({
      reviewers: '',
      peopleNote: '已沿用上次的人员；有 1 人已不可选，请核对',
    });
  });

  test('a refused report is not remembered', async () => {
    await open();
    await page.call('onPart', { detail: { value: '9 号楼' } });
    wx.answer('submit', refused('input.projectUnavailable'));
    await page.call('onSubmit');
    await open();
    expect(page.data['parts']).toEqual(['3 号楼']);
  });
});

describe('监督上报 · problems', () => {
  const last = (): unknown => submitted().at(-1);

  test('未发现问题 asks once something was entered, gives it up when agreed, and sends no problem', async () => {
    wx.answer('submit', DONE);
    wx.agrees = false;
    await page.call('onClear');
    expect(wx.modals).toEqual(['未发现问题：已填写的 1 个问题将删除，不会提交']);
    expect(page.data['isClear']).toBe(false);
    wx.agrees = true;
    await page.call('onClear');
    await page.call('onReview');
    expect(page.data['sheet']).toBe('review');
    await page.call('onSubmit');
    expect(last()).toMatchObject({ isClear: true, findings: [] });
  });

  test('an empty problem is removed at once, a filled one is asked about', async () => {
    await page.call('onAddProblem');
    expect(page.data).toMatchObject({ openKey: 2, problems: [{ key: 1 }, { key: 2 }] });
    await page.call('onRemoveProblem', { currentTarget: { dataset: { index: 1 } } });
    expect(wx.modals).toEqual([]);
    expect(page.data['problems']).toHaveLength(1);
    await page.call('onAddProblem');
    await page.call('onRemoveProblem', { currentTarget: { dataset: { index: 0 } } });
    expect(wx.modals).toEqual(['删除问题：删除问题 1 和它的全部内容？']);
    expect(page.data['problems']).toMatchObject([{ key: 2, supplement: '' }]);
  });

  test('what is judged by hand is submitted; another project’s unit is not', async () => {
    wx.answer('submit', DONE);
    await page.call('onJudge', ofFirst({ severity: 'major' }));
    await page.call('onJudge', ofFirst({ unitId: 'u-build-1' }));
    wx.answer('nameablePeople', {
      ...NAMED,
      data: { ...NAMED.data, project: { ...PROJECT, projectId: 'pr-bsm', name: '白沙门' } },
    });
    await page.call('onProject', { detail: { projectId: 'pr-bsm', name: '白沙门' } });
    expect(page.data).toMatchObject({ head: { name: '白沙门' }, reviewers: '' });
    await page.call('onSubmit');
    expect(last()).toMatchObject({
      projectId: 'pr-bsm',
      reviewerIds: [],
      findings: [{ severity: 'major', unitId: null }],
    });
  });
});

describe('监督上报 · opened', () => {
  test('a project that is not the person’s is refused in words, and none is chosen', async () => {
    wx.answer('nameablePeople', refused('input.projectUnavailable'));
    page = await openPage(report, { project: 'pr-none' });
    expect(page.data).toMatchObject({
      head: null,
      projectError: '工程名称：没有找到这个工程，或者您不是它的监督人员，请重新选择',
    });
  });

  test('a record that cannot be corrected leaves no form', async () => {
    wx.answer('correction', refused('inspection.resubmittedAlready'));
    wx.answer('catalogue', refused('catalogue.notPublished'));
    page = await openPage(report, { correct: 'i0' });
    expect(page.data['state']).toBe('error');
  });
});
