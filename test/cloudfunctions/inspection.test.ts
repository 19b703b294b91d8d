import { holderOf, startSeededCloud, type Envelope, type Holder, type TestCloud } from '../support/cloud';
import { until } from '../support/until';
import { goodReport, confirmPhotos } from '../support/report';

let started: TestCloud;
const holders = new Map<string, Holder>();

/** Somebody of the demonstration who has entered; the stranger never can. */
const as = (phone: string): Holder => {
  const holder = holders.get(phone);
  if (!holder) throw new Error(`nobody holds ${phone}`);
  return holder;
};
const STRANGER = '19000009999';
const SUPERVISOR = '19000000103';
const COLLEAGUE = '19000000104';
const HEAD = '19000000101';
const DEPUTY = '19000000102';
const ADMINISTRATOR = '19000000109';
const BUREAU = '19000000108';
const PROVINCE = '19000000001';
const CONTRACTOR = '19000000302';
const OTHER_CONTRACTOR = '19000000308';
const OTHER_SUPERVISOR = '19000000203';
const OTHER_HEAD = '19000000201';
const OTHER_BUREAU = '19000000208';
const EVERYBODY = [
  ...[SUPERVISOR, COLLEAGUE, HEAD, DEPUTY, ADMINISTRATOR, BUREAU, PROVINCE],
  ...[CONTRACTOR, OTHER_CONTRACTOR, OTHER_SUPERVISOR, OTHER_HEAD, OTHER_BUREAU],
];

beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of [...EVERYBODY, STRANGER]) holders.set(phone, holderOf(started.cloud.url, phone));
  for (const phone of EVERYBODY) {
    expect(await as(phone).enter()).toMatchObject({ ok: true });
  }
});
afterAll(() => started.close());

const submit = (phone: string, report: object): Promise<Envelope> =>
  as(phone).call('inspection', 'submit', report);

const submitted = async (change: object = {}): Promise<string> => {
  const answer = await submit(SUPERVISOR, { ...goodReport(), ...change });
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { inspectionId: string }).inspectionId;
};

const stored = async (): Promise<number> =>
  (await started.database.collection('inspections').count()).total ?? 0;
const inboxes = async (): Promise<number> => (await started.database.collection('inbox').count()).total ?? 0;

const wavesOf = async (requestId: string): Promise<number> => {
  const response = await fetch(`${started.cloud.url}/panel/invocations?requestId=${requestId}`);
  return ((await response.json()) as { waves: number }).waves;
};

const documentOf = async (id: string) =>
  (await started.database.collection('inspections').doc(id).get()).data[0] as {
    status: string;
    version: number;
    events: { kind: string; previousHash: string; hash: string }[];
  };

describe('监督上报 · 立即提交', () => {
  test('writes one record and answers with its receipt, within four waves of database calls', async () => {
    const before = await stored();
    const evidenceIds = await confirmPhotos(as(SUPERVISOR), 'p0103', ['a', 'b']);
    const report = goodReport();
    const data = { ...report, findings: [{ ...report.findings[0], evidenceIds }] };
    const { requestID, result } = await as(SUPERVISOR).requestOf('inspection', { action: 'submit', data });
    expect(result).toMatchObject({ ok: true, data: { isReviewed: true } });
    expect(await stored()).toBe(before + 1);
    const waves = await wavesOf(requestID);
    expect(waves).toBeGreaterThan(0);
    expect(waves).toBeLessThanOrEqual(4);
  });

  test('the same request again gets the first receipt; nothing is written twice', async () => {
    const report = goodReport();
    const first = await submit(SUPERVISOR, report);
    const [records, items] = [await stored(), await inboxes()];
    expect(await submit(SUPERVISOR, report)).toEqual(first);
    expect([await stored(), await inboxes()]).toEqual([records, items]);
  });

  test('eight of the same at once write one, and none waits for more than four waves', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [before, items] = [await stored(), await inboxes()];
      const data = goodReport();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => as(SUPERVISOR).requestOf('inspection', { action: 'submit', data })),
      );
      expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1);
      expect(answers[0]?.result).toMatchObject({ ok: true });
      expect(await stored()).toBe(before + 1);
      expect(await inboxes()).toBe(items + 2);
      for (const { requestID } of answers) expect(await wavesOf(requestID)).toBeLessThanOrEqual(4);
    }
  });

  test('a repeat that overtakes the first run makes neither wait for a fifth wave', async () => {
    for (let round = 0; round < 15; round += 1) {
      const items = await inboxes();
      const [count, data] = [await stored(), goodReport()];
      const send = () => as(SUPERVISOR).requestOf('inspection', { action: 'submit', data });
      const first = send();
      // The record stands, its people may not have been told yet.
      await until(async () => ((await stored()) > count ? true : undefined));
      for (const { requestID, result } of await Promise.all([first, send()])) {
        expect(result).toMatchObject({ ok: true });
        expect(await wavesOf(requestID)).toBeLessThanOrEqual(4);
      }
      expect(await inboxes()).toBe(items + 2);
    }
  });

  test('a repeat after a lost answer tells whoever was not told', async () => {
    const report = goodReport();
    const first = await submit(SUPERVISOR, report);
    const { inspectionId } = first.data as { inspectionId: string };
    await started.database.collection('inbox').doc(`${inspectionId}.review.p0102`).remove();
    const again = await as(SUPERVISOR).requestOf('inspection', { action: 'submit', data: report });
    expect(again.result).toEqual(first);
    expect(await wavesOf(again.requestID)).toBeLessThanOrEqual(4);
    const told = await started.database.collection('inbox').where({ recordId: inspectionId }).count();
    expect(told.total).toBe(2);
  });

  test('a request without its content, or with a text for one, is refused by name', async () => {
    for (const [data, sentence] of [
      [undefined, '缺少提交内容，请填写'],
      ['x', '提交内容格式不对，请重新填写'],
    ] as const) {
      const { result } = await as(SUPERVISOR).requestOf('inspection', { action: 'submit', data });
      expect(result).toMatchObject({ ok: false, error: { message: sentence } });
    }
  });

  test('a call of more than 100 KB never reaches the function', async () => {
    const before = await stored();
    const report = { ...goodReport(), part: '楼'.repeat(40_000) };
    await expect(submit(SUPERVISOR, report)).rejects.toMatchObject({ errCode: -501023 });
    expect(await stored()).toBe(before);
  });

  test('the same id with another body is refused', async () => {
    const report = goodReport();
    await submit(SUPERVISOR, report);
    const before = await stored();
    expect(await submit(SUPERVISOR, { ...report, part: '别处' })).toMatchObject({
      ok: false,
      error: { code: 'command.reused' },
    });
    expect(await stored()).toBe(before);
  });

  test('another person with the same id and body writes their own and never sees the first', async () => {
    const report = goodReport();
    const first = await submit(SUPERVISOR, report);
    const second = await submit(COLLEAGUE, report);
    expect(second).toMatchObject({ ok: true });
    expect((second.data as { inspectionId: string }).inspectionId).not.toBe(
      (first.data as { inspectionId: string }).inspectionId,
    );
  });

  test.each([
    ['a stranger', STRANGER, 'auth.notEntered'],
    ['an administrator', ADMINISTRATOR, 'input.projectUnavailable'],
    ['a bureau', BUREAU, 'input.projectUnavailable'],
    ['a contractor', CONTRACTOR, 'input.projectUnavailable'],
    ["another station's supervisor", OTHER_SUPERVISOR, 'input.projectUnavailable'],
    ["another station's head", OTHER_HEAD, 'input.projectUnavailable'],
  ])('%s is refused and nothing is written', async (_, phone, code) => {
    const before = await stored();
    const answer = await submit(phone, goodReport());
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.data).toBeUndefined();
    expect(await stored()).toBe(before);
  });

  const judged = { severity: 'general', unitId: null, action: 'rectify', days: null };
  const finding = { evidenceIds: [], catalogueIds: [], supplement: '问题', ...judged };
  test.each([
    ['no project', { projectId: undefined }, '工程名称'],
    ["nobody's project", { projectId: 'pr-none' }, '工程名称'],
    ['an operator object for the project', { projectId: { $gt: '' } }, '工程名称'],
    ['an unknown type', { type: 'fire' }, '抽查类型'],
    ['no part', { part: '  ' }, '抽查部位'],
    ['too long a part', { part: '楼'.repeat(201) }, '抽查部位'],
    ['an operator object for the part', { part: { $ne: null } }, '抽查部位'],
    ['no finding', { findings: [] }, '问题'],
    ['an empty finding', { findings: [{ ...finding, supplement: '' }] }, '问题'],
    ['an unknown catalogue code', { findings: [{ ...finding, catalogueIds: ['X-1'] }] }, 'X-1'],
    [
      'a term of quality in a report of safety',
      { findings: [{ ...finding, catalogueIds: ['Q-CON-001'] }] },
      '安全',
    ],
    [
      'a supplement too long',
      { findings: [{ ...finding, supplement: '长'.repeat(20_000) }] },
      '问题补充说明',
    ],
    [
      'a catalogue code twice',
      { findings: [{ ...finding, catalogueIds: ['S-SCO-004', 'S-SCO-004'] }] },
      '标准规范及违法违规行为中有重复',
    ],
    ['a reviewer of another station', { reviewerIds: ['p0201'] }, '上报接收人'],
    ['a reviewer who does not exist', { reviewerIds: ['p9999'] }, '上报接收人'],
    ['a recipient who is no party of the project', { recipientIds: ['p0402'] }, '下达接收人'],
    ['the same recipient twice', { recipientIds: ['p0302', 'p0302'] }, '下达接收人'],
    ['a field nobody knows', { status: 'effective' }, 'status'],
  ])('%s is refused with a sentence that names it', async (_, change, named) => {
    const [records, items] = [await stored(), await inboxes()];
    const answer = await submit(SUPERVISOR, { ...goodReport(), ...change });
    expect(answer.ok).toBe(false);
    expect(answer.error?.message).toContain(named);
    expect(answer.error?.message).toMatch(/[\u4e00-\u9fff]/);
    expect([await stored(), await inboxes()]).toEqual([records, items]);
  });
});

describe('审核', () => {
  const decide = (
    phone: string,
    action: string,
    inspectionId: string,
    more: object = {},
  ): Promise<Envelope> =>
    as(phone).call('inspection', action, {
      requestId: goodReport().requestId,
      inspectionId,
      reason: action === 'reject' ? '请补拍' : '',
      ...more,
    });

  test.each([
    ['a stranger', STRANGER, 'auth.notEntered'],
    ['the author', SUPERVISOR, 'access.denied'],
    ['the province, not named', PROVINCE, 'access.denied'],
    ['a contractor named as recipient', CONTRACTOR, 'record.notVisible'],
    ["another station's head", OTHER_HEAD, 'record.notVisible'],
    ['an administrator', ADMINISTRATOR, 'record.notVisible'],
  ])('%s neither approves nor rejects', async (_, phone, code) => {
    const id = await submitted();
    for (const action of ['approve', 'reject']) {
      expect(await decide(phone, action, id)).toMatchObject({ ok: false, error: { code } });
    }
    expect(await documentOf(id)).toMatchObject({ status: 'pendingReview', version: 1 });
  });

  test('one approval decides: it leaves the other list, reaches the recipient and grows the chain', async () => {
    const id = await submitted();
    expect(await decide(HEAD, 'approve', id)).toMatchObject({ ok: true });
    const document = await documentOf(id);
    expect(document.status).toBe('effective');
    expect(document.events.map(({ kind }) => kind)).toEqual(['submitted', 'approved']);
    expect(document.events[1]?.previousHash).toBe(document.events[0]?.hash);
    const lists = async (phone: string, tab: string): Promise<string> =>
      JSON.stringify(await as(phone).call('inspection', 'listReceived', { tab, cursor: null }));
    expect(await lists(DEPUTY, 'toReview')).not.toContain(id);
    expect(await lists(HEAD, 'reviewed')).toContain(id);
    expect(await lists(CONTRACTOR, 'delivered')).toContain(id);
    expect(await lists(OTHER_CONTRACTOR, 'delivered')).not.toContain(id);
  });

  test('a decided record is not decided again; the same decision again is answered', async () => {
    const id = await submitted();
    const requestId = goodReport().requestId;
    expect(await decide(HEAD, 'approve', id, { requestId })).toMatchObject({ ok: true });
    expect(await decide(HEAD, 'approve', id, { requestId })).toMatchObject({ ok: true });
    for (const action of ['approve', 'reject']) {
      expect(await decide(DEPUTY, action, id)).toMatchObject({ ok: false, error: { code: 'state.refused' } });
    }
    expect((await documentOf(id)).events).toHaveLength(2);
  });

  test('one id serves one action: a rejection under the id of an approval is refused', async () => {
    const id = await submitted();
    const requestId = goodReport().requestId;
    const more = { requestId, reason: '同意' };
    expect(await decide(HEAD, 'approve', id, more)).toMatchObject({ ok: true });
    expect(await decide(HEAD, 'reject', id, more)).toMatchObject({
      ok: false,
      error: { code: 'command.reused' },
    });
    expect((await documentOf(id)).events).toHaveLength(2);
  });

  test('two leaders at once: one decides, the other is told', async () => {
    const id = await submitted();
    const answers = await Promise.all([decide(HEAD, 'approve', id), decide(DEPUTY, 'reject', id)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const document = await documentOf(id);
    expect(document.events).toHaveLength(2);
    expect(['effective', 'rejected']).toContain(document.status);
  });

  test('a rejection needs a reason, reaches the author and nobody else', async () => {
    const id = await submitted();
    expect(await decide(DEPUTY, 'reject', id, { reason: '  ' })).toMatchObject({ ok: false });
    expect(await decide(DEPUTY, 'reject', id)).toMatchObject({ ok: true });
    const sent = await as(SUPERVISOR).call('inspection', 'listSent', { tab: 'rejected', cursor: null });
    expect(JSON.stringify(sent)).toContain(id);
    const received = await as(CONTRACTOR).call('inspection', 'listReceived', {
      tab: 'delivered',
      cursor: null,
    });
    expect(JSON.stringify(received)).not.toContain(id);
    expect(await as(CONTRACTOR).call('inspection', 'read', { inspectionId: id })).toMatchObject({
      ok: false,
      error: { code: 'record.notVisible' },
    });
  });
});

describe('查看', () => {
  const readers = async (inspectionId: string): Promise<string[]> => {
    const seen: string[] = [];
    for (const phone of [...EVERYBODY, STRANGER]) {
      const answer = await as(phone).call('inspection', 'read', { inspectionId });
      if (answer.ok) seen.push(phone);
      else {
        expect(answer.data).toBeUndefined();
        expect(JSON.stringify(answer)).not.toContain('东侧栏杆缺失');
      }
    }
    return seen;
  };

  test('a waiting record: its author, the named, the leaders and the province', async () => {
    const waiting = await submitted({ reviewerIds: ['p0102'] });
    expect((await readers(waiting)).sort()).toEqual([SUPERVISOR, HEAD, DEPUTY, PROVINCE].sort());
  });

  test('监督内档: never a bureau, never a party', async () => {
    const internal = await submitted({ reviewerIds: [], recipientIds: [] });
    expect((await readers(internal)).sort()).toEqual([SUPERVISOR, COLLEAGUE, HEAD, DEPUTY, PROVINCE].sort());
  });

  test('a delivered record: the station, its bureau, the province and whoever it was sent to', async () => {
    const delivered = await submitted({ reviewerIds: [] });
    expect((await readers(delivered)).sort()).toEqual(
      [SUPERVISOR, COLLEAGUE, HEAD, DEPUTY, BUREAU, PROVINCE, CONTRACTOR].sort(),
    );
  });

  test('neither the recipient nor the bureau reads who reviewed, in which words, nor what the command carried', async () => {
    const delivered = await submitted({ reviewerIds: ['p0101'] });
    await as(HEAD).call('inspection', 'approve', {
      requestId: goodReport().requestId,
      inspectionId: delivered,
      reason: '可以下达',
    });
    for (const outsider of [CONTRACTOR, BUREAU]) {
      const answer = JSON.stringify(
        await as(outsider).call('inspection', 'read', { inspectionId: delivered }),
      );
      expect(answer).toContain('东侧栏杆缺失');
      for (const inside of ['requestId', 'commandHash', 'openid', 'p0101', '王立新', '可以下达']) {
        expect(answer).not.toContain(inside);
      }
    }
    const colleague = JSON.stringify(
      await as(COLLEAGUE).call('inspection', 'read', { inspectionId: delivered }),
    );
    for (const inside of ['王立新', '可以下达']) expect(colleague).toContain(inside);
  });

  test('an id that does not exist answers as one that may not be seen', async () => {
    const missing = await as(OTHER_HEAD).call('inspection', 'read', { inspectionId: 'none' });
    const hidden = await as(OTHER_HEAD).call('inspection', 'read', { inspectionId: await submitted() });
    expect(missing).toEqual(hidden);
    expect(missing).toMatchObject({ ok: false, error: { code: 'record.notVisible' } });
  });
});

describe('可选人员与目录', () => {
  test('the people offered are the leaders of the station and the parties of the project, without numbers', async () => {
    const answer = await as(SUPERVISOR).call('inspection', 'nameablePeople', { projectId: 'pr-bj3a' });
    const text = JSON.stringify(answer);
    for (const name of ['王立新', '林淑芬', '赵铁山', '孙监明']) expect(text).toContain(name);
    for (const name of ['黎志远', '许筑成', '何雅琴', '1900000']) expect(text).not.toContain(name);
  });

  test.each([STRANGER, OTHER_SUPERVISOR, CONTRACTOR, ADMINISTRATOR])(
    '%s is offered nobody',
    async (phone) => {
      const answer = await as(phone).call('inspection', 'nameablePeople', { projectId: 'pr-bj3a' });
      expect(answer.ok).toBe(false);
      expect(JSON.stringify(answer)).not.toContain('王立新');
    },
  );
});
