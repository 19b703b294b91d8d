import { permits } from '../../miniprogram/domain/access/permits';
import { CAST, partyPost, type CastName } from '../support/cast';
import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';
import { createCollections, writeDocuments } from '../../local/seed/write-seed';
import { formPerson } from '../../miniprogram/domain/people/form-person';

/** The fixed cast of the tests of rules, with phones in their hands and records of every kind on one project. */
const NAMES = (Object.keys(CAST) as CastName[]).filter((name) => name !== 'stranger') as Exclude<
  CastName,
  'stranger'
>[];
const phoneOf = (name: CastName): string =>
  `1900000${String(7000 + (NAMES as readonly CastName[]).indexOf(name))}`;

interface Kind {
  readonly status: 'effective' | 'pendingReview' | 'rejected';
  readonly authorId: string;
  readonly reviewerIds: readonly string[];
  readonly recipientIds: readonly string[];
  readonly projectId?: string;
}
const of = (
  status: Kind['status'],
  authorId: string,
  reviewerIds: readonly string[],
  recipientIds: readonly string[],
  projectId = 'project',
): Kind => ({ status, authorId, reviewerIds, recipientIds, projectId });

/** One record a kind. */
const RECORDS: Readonly<Record<string, Kind>> = {
  delivered: of('effective', 'supervisor', ['deputy'], ['contractor']),
  internal: of('effective', 'supervisor', [], []),
  colleagueInternal: of('effective', 'colleague', [], []),
  deliveredElse: of('effective', 'head', [], ['somebody']),
  waiting: of('pendingReview', 'supervisor', ['deputy'], ['contractor']),
  colleagueWaiting: of('pendingReview', 'colleague', ['otherHead'], []),
  rejected: of('rejected', 'colleague', ['supervisor'], ['contractor']),
  elsewhere: of('effective', 'supervisor', [], ['contractor', 'otherContractor'], 'elsewhere'),
};
type RecordName = keyof typeof RECORDS;

const OF_PROJECT = [
  'delivered',
  'internal',
  'colleagueInternal',
  'deliveredElse',
  'waiting',
  'colleagueWaiting',
  'rejected',
];

/** Who reads which, by hand from the row inspection.read of the design; who is not here cannot open the project. */
const READS: Readonly<Partial<Record<CastName, readonly RecordName[]>>> = {
  supervisor: ['delivered', 'internal', 'colleagueInternal', 'deliveredElse', 'waiting', 'rejected'],
  colleague: ['delivered', 'colleagueInternal', 'deliveredElse', 'colleagueWaiting', 'rejected'],
  deputy: OF_PROJECT,
  head: OF_PROJECT,
  province: OF_PROJECT,
  bureau: ['delivered', 'deliveredElse'],
  contractor: ['delivered'],
};

const refs = (ids: readonly string[]) =>
  ids.map((personId) => ({ personId, name: personId, position: '', organisation: '' }));
const at = (second: number): string => new Date(Date.UTC(2026, 9, 1) + second * 1000).toISOString();

const inspection = (id: string, kind: Kind, second: number) => ({
  _id: id,
  claims: [id],
  version: 1,
  status: kind.status,
  project: { projectId: kind.projectId ?? 'project', name: '', number: '' },
  stationId: 'haikou',
  stationName: '',
  type: 'safety',
  part: id,
  findings: [],
  author: refs([kind.authorId])[0],
  authorId: kind.authorId,
  reviewPolicy: 'anyOne',
  reviewers: refs(kind.reviewerIds),
  recipients: refs(kind.recipientIds),
  hasRecipients: kind.recipientIds.length > 0,
  submittedAt: at(second),
  effectiveAt: kind.status === 'effective' ? at(second) : null,
  events: [],
});

const project = (projectId: string) => ({
  _id: projectId,
  version: 1,
  state: 'supervised',
  shortNumber: projectId,
  number: projectId,
  name: projectId,
  address: '',
  stationId: 'haikou',
  stationName: '',
  supervisors: [],
  supervisorIds: ['supervisor'],
  parties: [],
  position: null,
  place: null,
  cover: null,
  events: [],
});

/**
 * No query may look at more than a page of ten and one more, whatever stands between those it gives; behind a cursor
 * besides at the row it names, and at one of the same second.
 */
const MOST_EXAMINED = 13;

let started: TestCloud;
beforeAll(async () => {
  started = await startTestCloud(undefined, { mostExamined: MOST_EXAMINED });
  await createCollections(started.target);
  await writeDocuments(started.target, {
    people: NAMES.map((name) => formPerson({ personId: name, name, phone: phoneOf(name) })),
    posts: NAMES.flatMap((name) => [...CAST[name].posts]),
    projects: [project('project'), project('elsewhere'), project('busy')],
    inspections: Object.entries(RECORDS).map(([name, kind], index) => inspection(name, kind, index)),
  });
  for (const name of NAMES) {
    expect(await holderOf(started.cloud.url, phoneOf(name)).enter()).toMatchObject({ ok: true });
  }
});
afterAll(() => started.close());

interface Page {
  readonly rows: readonly { readonly recordId: string; readonly submittedAt: string }[];
  readonly next: { readonly key: string; readonly id: string } | null;
}

const ask = (name: CastName, projectId = 'project', cursor: Page['next'] = null) =>
  holderOf(started.cloud.url, phoneOf(name)).call('project', 'timeline', { projectId, cursor });
const page = async (name: CastName, projectId?: string, cursor?: Page['next']): Promise<Page> => {
  const answer = await ask(name, projectId, cursor);
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Page;
};
const everything = async (name: CastName, projectId: string): Promise<string[]> => {
  const ids: string[] = [];
  let cursor: Page['next'] = null;
  do {
    const { rows, next }: Page = await page(name, projectId, cursor);
    expect(rows.length).toBeLessThanOrEqual(10);
    ids.push(...rows.map(({ recordId }) => recordId));
    cursor = next;
  } while (cursor);
  return ids;
};

describe('the records of a project', () => {
  test.each(NAMES)('%s is shown just those they may read, newest first', async (name) => {
    const expected = READS[name];
    if (!expected) {
      expect(await ask(name)).toMatchObject({ ok: false, error: { code: 'record.notVisible' } });
      return;
    }
    const { rows } = await page(name);
    expect(rows.map(({ recordId }) => recordId)).toEqual(
      OF_PROJECT.filter((record) => expected.includes(record)).reverse(),
    );
  });

  test('the table says the same as the rules', () => {
    for (const name of Object.keys(READS) as CastName[]) {
      const permitted = OF_PROJECT.filter((record) => {
        const { status, authorId, reviewerIds, recipientIds } = RECORDS[record] as Kind;
        return permits(CAST[name], 'inspection.read', {
          ...{ stationId: 'haikou', projectId: 'project', supervisorIds: ['supervisor'] },
          ...{ authorId, reviewerIds, recipientIds, isEffective: status === 'effective' },
        });
      });
      expect([name, permitted]).toEqual([name, OF_PROJECT.filter((record) => READS[name]?.includes(record))]);
    }
  });

  test('reviewers and reasons do not go out with a line', async () => {
    const { rows } = await page('contractor');
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      [
        ...['authorName', 'findingCount', 'generalCount', 'isInternal', 'kind', 'majorCount', 'part'],
        ...['photoCount', 'recordId', 'seriousCount', 'status', 'submittedAt', 'type'],
      ].sort(),
    );
  });
});

describe('a project with hundreds of records', () => {
  /** Of each ten: one delivered to the contractor, one to somebody else; five in the drawer; one waits; two rejected. */
  const kindOf = (n: number): Kind => {
    const author = n % 2 === 0 ? 'supervisor' : 'head';
    if (n % 10 === 0) return of('effective', author, [], ['contractor', 'somebody'], 'busy');
    if (n % 10 === 1) return of('effective', author, [], ['somebody'], 'busy');
    if (n % 10 < 7) return of('effective', author, [], [], 'busy');
    if (n % 10 === 7) return of('pendingReview', author, ['deputy'], ['contractor'], 'busy');
    return of('rejected', author, ['deputy'], ['contractor'], 'busy');
  };
  const COUNT = 300;

  beforeAll(async () => {
    // The contractor of the cast takes part here too.
    await writeDocuments(started.target, {
      posts: [{ ...partyPost('contractor', 'busy') }],
      inspections: Array.from({ length: COUNT }, (_, n) =>
        // Every tenth stands at the same second as the one before: the order goes on by id.
        inspection(`busy-${String(n).padStart(4, '0')}`, kindOf(n), n % 10 === 1 ? n - 1 : n),
      ),
    });
  });

  test.each<[CastName, (n: number) => boolean]>([
    ['head', () => true],
    // Effective ones, and of the others those they wrote: even numbers.
    ['supervisor', (n) => n % 10 < 7 || n % 2 === 0],
    ['province', () => true],
    ['bureau', (n) => n % 10 < 2],
    ['colleague', (n) => n % 10 < 2],
    ['contractor', (n) => n % 10 === 0],
  ])('%s pages through all of theirs, each once', async (name, isTheirs) => {
    const expected = Array.from({ length: COUNT }, (_, n) => n)
      .filter(isTheirs)
      .map((n) => `busy-${String(n).padStart(4, '0')}`);
    const ids = await everything(name, 'busy');
    expect(ids).toHaveLength(expected.length);
    expect([...ids].sort()).toEqual(expected);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});
