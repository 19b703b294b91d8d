import { DomainError, isUnanswered } from '../../miniprogram/domain/errors';
import { call } from '../../miniprogram/services/call-function';

/** The phone's way to the cloud, answering as the test says: a double of wx.cloud.callFunction alone. */
const answering = (answer: () => Promise<{ result: unknown }>): { calls: number } => {
  const seen = { calls: 0 };
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction: () => {
          seen.calls += 1;
          return answer();
        },
      },
    },
  });
  return seen;
};

const JUDGED = { severity: 'general' as const, unitId: null, action: 'rectify' as const, days: null };
const REPORT = {
  requestId: '0b0e5a4e-8a4b-4f0c-9f4b-0d3f6b1f2a11',
  projectId: 'pr-bj3a',
  type: 'safety' as const,
  part: '3 号楼',
  findings: [{ evidenceIds: [], catalogueIds: [], supplement: '', ...JUDGED }],
  reviewerIds: [],
  recipientIds: [],
  isClear: false,
  attendance: null,
  partnerId: null,
  previousId: null,
};
const submit = (change: object = {}) => call('inspection', 'submit', { ...REPORT, ...change });
const refusalOf = async (work: Promise<unknown>): Promise<DomainError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error('not refused');
  return error;
};

describe('what becomes of a call that was not answered', () => {
  // 微信云开发错误码: execution failed, timed out, out of memory.
  test.each([-504002, -504003, -504004, -404011, -404012])(
    'a function that broke off with %d may have written: the same id is tried again',
    async (errCode) => {
      answering(() => Promise.reject(Object.assign(new Error(), { errCode })));
      const refusal = await refusalOf(submit());
      expect(refusal.message).toBe('服务没有应答，不能确定是否已经办理。请再按一次，不会重复办理');
      expect(isUnanswered(refusal)).toBe(true);
    },
  );

  test('no network', async () => {
    answering(() => Promise.reject(new Error('request:fail')));
    const refusal = await refusalOf(submit());
    expect(refusal.message).toContain('网络不可用');
    expect(isUnanswered(refusal)).toBe(true);
  });

  test('a captive portal’s page is no answer', async () => {
    answering(() => Promise.resolve({ result: '<html>登录</html>' }));
    const refusal = await refusalOf(submit());
    expect(refusal.code).toBe('network.unavailable');
    expect(isUnanswered(refusal)).toBe(true);
  });

  test('a refusal of the server is an answer', async () => {
    const error = { code: 'input.missing', message: '', details: { field: '抽查部位' } };
    answering(() => Promise.resolve({ result: { ok: false, error } }));
    const refusal = await refusalOf(submit());
    expect(refusal.message).toBe('缺少抽查部位，请填写');
    expect(isUnanswered(refusal)).toBe(false);
  });
});

describe('100 KB a call', () => {
  test('more is not sent, and the field to shorten is named', async () => {
    const seen = answering(() => Promise.resolve({ result: { ok: true, data: {} } }));
    const long = { findings: [{ evidenceIds: [], catalogueIds: [], supplement: '监'.repeat(40_000) }] };
    expect((await refusalOf(submit(long))).message).toBe('问题补充说明内容过长，超出一次提交的上限，请删减');
    expect(seen.calls).toBe(0);
    await submit({ findings: [{ evidenceIds: [], catalogueIds: [], supplement: '监'.repeat(30_000) }] });
    expect(seen.calls).toBe(1);
  });

  test('what the service finds too large is told in the same words', async () => {
    answering(() => Promise.reject(Object.assign(new Error(), { errCode: -501023 })));
    expect((await refusalOf(submit({ part: '部位'.repeat(50) }))).message).toContain('抽查部位内容过长');
  });
});
