import { DomainError, isUnanswered } from '../../miniprogram/domain/errors';
import { submitInspection } from '../../miniprogram/services/inspection';

type Answer = { result?: unknown } | { errCode: number };
const sent: unknown[] = [];
let answer: Answer;

beforeEach(() => {
  sent.length = 0;
  answer = { result: { ok: true, data: {} } };
  Object.assign(globalThis, {
    getCurrentPages: () => [],
    wx: {
      cloud: {
        callFunction: (request: unknown) => {
          sent.push(request);
          return 'errCode' in answer
            ? Promise.reject(Object.assign(new Error('cloud.callFunction:fail'), answer))
            : Promise.resolve(answer);
        },
      },
    },
  });
});

const report = (supplement: string) => ({
  requestId: '11111111-1111-4111-8111-111111111111',
  projectId: 'pr-bj3a',
  type: 'safety' as const,
  part: '3 号楼',
  findings: [{ photos: [], catalogueIds: [], supplement }],
  reviewerIds: [],
  recipientIds: [],
});

const failureOf = async (supplement = '栏杆缺失'): Promise<DomainError> => {
  try {
    await submitInspection(report(supplement));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

/** What goes with the supplement's own characters, of which each is three bytes. */
const BYTES_AROUND = Buffer.byteLength(JSON.stringify({ action: 'submit', data: report('') }));
const MAX = 100 * 1024;

describe('a request over 100 KB', () => {
  test('is not sent; the longest text is the one to shorten', async () => {
    expect(await failureOf('长'.repeat(Math.ceil((MAX + 1 - BYTES_AROUND) / 3)))).toMatchObject({
      code: 'request.tooLarge',
      message: '问题补充说明内容过长，超出一次提交的上限，请删减',
    });
    expect(sent).toEqual([]);
  });

  test('just under it, it is sent', async () => {
    await submitInspection(report('长'.repeat(Math.floor((MAX - BYTES_AROUND) / 3))));
    expect(sent).toHaveLength(1);
  });

  test('what the service itself finds too large (-501023) is told the same way', async () => {
    answer = { errCode: -501023 };
    const error = await failureOf();
    expect(error).toMatchObject({
      code: 'request.tooLarge',
      message: expect.stringContaining('内容过长') as string,
    });
    expect(isUnanswered(error)).toBe(false);
  });
});

describe('whether the command may have been carried out', () => {
  // Codes of the service's error table: https://docs.cloudbase.net/error-code/
  test.each([
    ['no network', -1, 'network.unavailable'],
    ['the function crashed', -504002, 'service.unanswered'],
    ['the function ran out of time', -504003, 'service.unanswered'],
    ['the function ran out of memory', -504004, 'service.unanswered'],
    ['the wait for the result timed out', -404012, 'service.unanswered'],
    ['too many at once', -501004, 'service.busy'],
  ])('%s (%i): the id is kept', async (_, errCode, code) => {
    answer = { errCode };
    const error = await failureOf();
    expect(error.code).toBe(code);
    expect(isUnanswered(error)).toBe(true);
  });

  test('a captive portal’s page is no answer', async () => {
    answer = { result: '<html>' };
    expect(isUnanswered(await failureOf())).toBe(true);
  });

  test.each(['service.failed', 'service.busy'])('the server’s own %s is no refusal', async (code) => {
    answer = { result: { ok: false, error: { code, details: {} } } };
    expect(isUnanswered(await failureOf())).toBe(true);
  });

  test.each(['command.reused', 'input.missing', 'record.changed'])(
    'the refusal %s wrote nothing',
    async (code) => {
      answer = { result: { ok: false, error: { code, details: {} } } };
      expect(isUnanswered(await failureOf())).toBe(false);
    },
  );
});
