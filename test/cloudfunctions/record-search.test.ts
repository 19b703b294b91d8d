import path from 'node:path';
import { inboxItemId, type InboxItem } from '../../miniprogram/domain/inbox/inbox-item';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { searchWords } from '../../miniprogram/domain/search/search-words';
import { demonstration } from '../../local/seed/demonstration';
import { createCollections, writeDocuments } from '../../local/seed/write-seed';
import { ANCHOR, holderOf, ROOT, startTestCloud, type Holder, type TestCloud } from '../support/cloud';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const CONTRACTOR = '19000000302';

/** Of one query: a count to a hundred, or the last look of a search (17, 34, 68, 81). */
const MOST_EXAMINED = 100;
/** Of one request: who asks and their post, three counts to a hundred, 200 rows that are searched, a page of 16. */
const MOST_OF_REQUEST = 2 + 300 + 200 + 16;
let examined = 0;
const MANY = 600;
const PROJECTS = ['滨江花园', '白沙门厂区', '海甸大道', '江东学校', '秀英港'] as const;
/** Of these, every sixtieth. */
const RARE = '西海岸会展中心';

let started: TestCloud;
let supervisor: Holder;
let head: Holder;
let contractor: Holder;

interface Row {
  readonly inspectionId: string;
  readonly projectName: string;
  readonly isUnread: boolean;
}
interface Answer {
  readonly rows: readonly Row[];
  readonly next: object | null;
  readonly counts: Readonly<Record<string, number>> | null;
}

const ask = async (
  who: Holder,
  action: 'listSent' | 'listReceived',
  tab: string,
  keyword: string,
  cursor: object | null = null,
): Promise<Answer> => {
  const answer = await who.call('inspection', action, { tab, keyword, cursor });
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Answer;
};
const sent = (keyword: string, cursor: object | null = null) =>
  ask(supervisor, 'listSent', 'effective', keyword, cursor);

beforeAll(async () => {
  started = await startTestCloud(path.join(ROOT, 'dist/cloudfunctions'), {
    mostExamined: MOST_EXAMINED,
    onAnswered: (answered) => void (examined += answered.examined),
  });
  await createCollections(started.target);
  const seed = demonstration(ANCHOR);
  const effective = (seed['inspections'] as unknown as Inspection[]).find(
    ({ status, authorId }) => status === 'effective' && authorId === 'p0103',
  );
  const delivered = (seed['inbox'] as unknown as InboxItem[]).find(
    ({ box }) => box === 'inspection.delivered',
  );
  if (!effective || !delivered) throw new Error('the demonstration has nothing to copy');
  const records = Array.from({ length: MANY }, (_, index) => {
    const name = index % 60 === 0 ? RARE : (PROJECTS[index % PROJECTS.length] ?? '');
    const part = `${index} 号桩`;
    return {
      id: `many-${index}`,
      project: { ...effective.project, name },
      part,
      words: searchWords([name, '琼海监2026-0031', part, '陈海生']),
      at: new Date(Date.parse(ANCHOR) - index * 60_000).toISOString(),
    };
  });
  await writeDocuments(started.target, {
    ...seed,
    inspections: records.map(
      ({ id, at, ...record }): Inspection => ({
        ...effective,
        ...record,
        _id: id,
        claims: [id],
        submittedAt: at,
      }),
    ),
    inbox: records.map(
      ({ id, project, words, at }): InboxItem => ({
        ...delivered,
        _id: inboxItemId(id, 'inspection.delivered', 'p0302'),
        personId: 'p0302',
        recordId: id,
        project,
        words,
        at,
      }),
    ),
  });
  supervisor = holderOf(started.cloud.url, SUPERVISOR);
  head = holderOf(started.cloud.url, HEAD);
  contractor = holderOf(started.cloud.url, CONTRACTOR);
  await Promise.all([supervisor.enter(), head.enter(), contractor.enter()]);
});
afterAll(() => started.close());

test.each([
  ['of the project', '会展', 10],
  ['of the project, whole', RARE, 10],
  ['of the part, with its blank', '540 号桩', 1],
  ['of the part, without', '540号桩', 1],
  ['two at once', '会展 540', 1],
  ['two that are not of one record', '会展 滨江', 0],
  ['that nothing has', '体育馆', 0],
])('我发送的 finds by words %s', async (_, keyword, count) => {
  const { rows, next } = await sent(keyword);
  expect(rows).toHaveLength(count);
  expect(next).toBeNull();
  if (count === 10) expect(new Set(rows.map(({ projectName }) => projectName))).toEqual(new Set([RARE]));
  if (count === 1) expect(rows[0]?.inspectionId).toBe('many-540');
});

/** All of a search, request by request: what each gave, and none looked at more than it may. */
const followed = async (who: Holder, action: 'listSent' | 'listReceived', tab: string, keyword: string) => {
  const given: string[][] = [];
  let cursor: object | null = null;
  do {
    examined = 0;
    const page: Answer = await ask(who, action, tab, keyword, cursor);
    expect(examined).toBeLessThanOrEqual(MOST_OF_REQUEST);
    given.push(page.rows.map(({ inspectionId }) => inspectionId));
    cursor = page.next;
  } while (cursor);
  return given;
};

test.each([
  ['listSent', 'effective', () => supervisor],
  ['listReceived', 'delivered', () => contractor],
] as const)(
  '%s: a word that all have and one that few or none have cost no more, and go on',
  async (action, tab, who) => {
    // 600 by 陈海生, 200 a request; a page that ends just there tells that there is more, and there is none.
    expect(await followed(who(), action, tab, '陈海生 体育馆')).toEqual([[], [], [], []]);
    const rare = Array.from({ length: 10 }, (_, index) => `many-${index * 60}`);
    expect(await followed(who(), action, tab, '陈海生 会展')).toEqual([
      rare.slice(0, 4),
      rare.slice(4, 7),
      rare.slice(7),
      [],
    ]);
    // What is looked up by its rarest word is there at once.
    expect(await followed(who(), action, tab, '陈海生 540')).toEqual([['many-540']]);
  },
);

test('page behind page, newest first, each once; counts are of the tabs, not of the search', async () => {
  const seen: string[] = [];
  let cursor: object | null = null;
  do {
    const page: Answer = await sent('滨江', cursor);
    // A hundred is as far as a count goes.
    expect(page.counts).toEqual(cursor ? null : { pendingReview: 0, effective: 100, rejected: 0 });
    seen.push(...page.rows.map(({ inspectionId }) => inspectionId));
    cursor = page.next;
  } while (cursor);
  // Every fifth is 滨江花园, but for the ten that are 西海岸会展中心 (0, 60, 120 …).
  const expected = Array.from({ length: MANY }, (_, index) => index)
    .filter((index) => index % 5 === 0 && index % 60 !== 0)
    .map((index) => `many-${index}`);
  expect(expected).toHaveLength(110);
  expect(seen).toEqual(expected);
});

test('of what is not one’s own nothing is found', async () => {
  for (const tab of ['pendingReview', 'effective', 'rejected']) {
    expect((await ask(head, 'listSent', tab, '会展')).rows).toEqual([]);
  }
  for (const tab of ['toReview', 'reviewed', 'delivered', 'duties']) {
    expect((await ask(head, 'listReceived', tab, '会展')).rows).toEqual([]);
  }
});

test('我接收的 finds by project, part and author, and says what is unread', async () => {
  expect((await ask(contractor, 'listReceived', 'delivered', '会展 陈海生')).rows).toHaveLength(10);
  const [row] = (await ask(contractor, 'listReceived', 'delivered', '540 号桩')).rows;
  expect(row).toMatchObject({ inspectionId: 'many-540', isUnread: true });
  expect((await ask(contractor, 'listReceived', 'delivered', '林淑芬')).rows).toEqual([]);
  expect((await ask(contractor, 'listReceived', 'reviewed', '会展')).rows).toEqual([]);
});

test.each(['桥', ' 3 ', '（）'])('“%s” is answered with what to type', async (keyword) => {
  for (const [action, tab] of [
    ['listSent', 'effective'],
    ['listReceived', 'delivered'],
  ] as const) {
    expect(await supervisor.call('inspection', action, { tab, keyword, cursor: null })).toMatchObject({
      ok: false,
      error: { code: 'search.tooShort', message: '请至少输入两个字' },
    });
  }
});

test('a pattern is text, an operator is refused, a long one as well', async () => {
  expect((await sent('.*花园|会展')).rows).toEqual([]);
  for (const [keyword, code] of [
    [{ $regex: '.*' }, 'input.malformed'],
    ['长'.repeat(51), 'input.tooLong'],
  ] as const) {
    const data = { tab: 'effective', keyword, cursor: null };
    expect(await supervisor.call('inspection', 'listSent', data)).toMatchObject({
      ok: false,
      error: { code },
    });
  }
});
