import { inboxItemId, type InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import { holderOf, startSeededCloud, type Holder, type TestCloud } from '../support/cloud';
import { jpegOf } from '../support/media';
import { confirmPhotos, goodReport } from '../support/report';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const DEPUTY = '19000000102';
const CONTRACTOR = '19000000302';
const OTHER_CONTRACTOR = '19000000308';
const OTHER_HEAD = '19000000201';

interface Row {
  readonly inspectionId: string;
  readonly part: string;
  readonly photoCount: number;
  readonly generalCount: number;
  readonly seriousCount: number;
  readonly majorCount: number;
  readonly thumbnails: readonly string[];
  readonly isUnread: boolean;
}

interface Answer {
  readonly tab: string;
  readonly rows: readonly Row[];
  readonly next: { key: string; id: string } | null;
  readonly counts: { toReview: number; toConfirm: number; delivered: number } | null;
}

let started: TestCloud;

const holder = async (phone: string): Promise<Holder> => {
  const one = holderOf(started.cloud.url, phone);
  expect(await one.enter()).toMatchObject({ ok: true });
  return one;
};

const received = async (phone: string, tab: string | null, cursor: Answer['next'] = null) => {
  const { requestID, result } = await holderOf(started.cloud.url, phone).requestOf('inspection', {
    action: 'listReceived',
    data: { tab, cursor },
  });
  expect(result).toMatchObject({ ok: true });
  return { requestID, ...(result as { data: Answer }).data };
};

beforeAll(async () => {
  started = await startSeededCloud();
  await Promise.all([SUPERVISOR, HEAD, DEPUTY, CONTRACTOR, OTHER_CONTRACTOR, OTHER_HEAD].map(holder));
});
afterAll(() => started.close());

describe('我接收的 · which tab opens', () => {
  test.each([
    // What the demonstration holds of each (local/seed/inspections.ts).
    ['a duty waits', HEAD, 'toReview', 1, { toReview: 1, toConfirm: 0, delivered: 0 }],
    [
      'nothing waits, something was delivered',
      CONTRACTOR,
      'delivered',
      1,
      { toReview: 0, toConfirm: 0, delivered: 1 },
    ],
    ['nothing but what was decided', OTHER_HEAD, 'reviewed', 1, { toReview: 0, toConfirm: 0, delivered: 0 }],
    [
      'nothing at all, for a party',
      OTHER_CONTRACTOR,
      'delivered',
      0,
      { toReview: 0, toConfirm: 0, delivered: 0 },
    ],
  ] as const)('%s', async (_, phone, tab, count, counts) => {
    const answer = await received(phone, null);
    expect(answer).toMatchObject({ tab, counts, next: null });
    expect(answer.rows).toHaveLength(count);
  });

  test('nothing at all, for a leader: what would be to review', async () => {
    await started.database.collection('inbox').where({ personId: 'p0201' }).remove();
    expect(await received(OTHER_HEAD, null)).toMatchObject({ tab: 'toReview', rows: [] });
  });

  test('whoever asks for a tab gets it, rows or none, within three waves: who, their posts, their lists', async () => {
    const answer = await received(HEAD, 'delivered');
    expect(answer).toMatchObject({ tab: 'delivered', rows: [], counts: { toReview: 1 } });
    const response = await fetch(
      `${started.cloud.url}/panel/invocations?requestId=${(await received(HEAD, null)).requestID}`,
    );
    expect(((await response.json()) as { waves: number }).waves).toBe(3);
  });

  test('a delivered record that was read waits no more', async () => {
    const [row] = (await received(CONTRACTOR, null)).rows;
    expect(row?.isUnread).toBe(true);
    const reader = holderOf(started.cloud.url, CONTRACTOR);
    await reader.call('inspection', 'read', { inspectionId: row?.inspectionId });
    const again = await received(CONTRACTOR, null);
    expect(again.counts).toEqual({ toReview: 0, toConfirm: 0, delivered: 0 });
    expect(again.rows[0]?.isUnread).toBe(false);
  });
});

test('a row shows the first three of its photos, says how many there are and how grave the problems', async () => {
  const supervisor = holderOf(started.cloud.url, SUPERVISOR);
  const evidenceIds = await confirmPhotos(supervisor, 'p0103', ['one', 'two', 'three', 'four', 'five']);
  const report = goodReport();
  const finding = {
    ...report.findings[0],
    evidenceIds,
    catalogueIds: ['S-SCO-004', 'S-PIT-006', 'S-MGT-001'],
  };
  const answer = await supervisor.call('inspection', 'submit', { ...report, findings: [finding] });
  const { inspectionId } = answer.data as { inspectionId: string };

  const sent = await supervisor.call('inspection', 'listSent', { tab: 'pendingReview', cursor: null });
  for (const rows of [(sent.data as Answer).rows, (await received(HEAD, null)).rows]) {
    const row = rows.find((each) => each.inspectionId === inspectionId);
    // The catalogue: S-PIT-006 is 重大, S-SCO-004 严重, S-MGT-001 一般.
    expect(row).toMatchObject({ photoCount: 5, majorCount: 1, seriousCount: 1, generalCount: 1 });
    const contents = await Promise.all(
      (row?.thumbnails ?? []).map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())),
    );
    expect(contents).toEqual(['one', 'two', 'three'].map((text) => jpegOf(text)));
    expect(JSON.stringify(row)).not.toContain('cloud://');
  }
});

test('page behind page, every row once, also where many came in the same moment; counts stop at a hundred', async () => {
  const [one] = (await started.database.collection('inbox').where({ personId: 'p0101' }).limit(1).get())
    .data as InboxItem[];
  if (!one) throw new Error('nothing to copy');
  const many = Array.from({ length: 120 }, (_, index): InboxItem => {
    const recordId = `many-${index}`;
    return {
      ...one,
      _id: inboxItemId(recordId, 'inspection.toReview', 'p0102'),
      box: 'inspection.toReview',
      personId: 'p0102',
      recordId,
      // Thirty at each of four moments: more than a page shares its instant.
      at: `2026-11-22T0${index % 4}:00:00.000Z`,
      readAt: null,
    };
  });
  await started.database
    .collection('inbox')
    .where({ personId: 'p0102', box: 'inspection.toReview' })
    .remove();
  await started.database.collection('inbox').add(many);

  const seen: string[] = [];
  let answer = await received(DEPUTY, null);
  expect(answer.counts).toEqual({ toReview: 100, toConfirm: 0, delivered: 0 });
  seen.push(...answer.rows.map(({ inspectionId }) => inspectionId));
  while (answer.next) {
    answer = await received(DEPUTY, 'toReview', answer.next);
    expect(answer.counts).toBeNull();
    seen.push(...answer.rows.map(({ inspectionId }) => inspectionId));
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen)).toEqual(new Set(many.map(({ recordId }) => recordId)));
});
