import { EVERYBODY, TestStation, type Somebody } from '../support/station';

let station: TestStation;
beforeAll(async () => {
  station = await TestStation.open();
});
afterAll(() => station.close());

interface Shown {
  readonly tellsReaders: boolean;
  readonly recipients: readonly { readonly personId: string; readonly readAt: string | null }[];
  readonly timeline: readonly { readonly kind: string }[];
}
const shown = async (who: Somebody, id: string) => (await station.read(who, id)).data as Shown;
const readAts = async (who: Somebody, id: string) =>
  Object.fromEntries((await shown(who, id)).recipients.map(({ personId, readAt }) => [personId, readAt]));
const INSTANT = /^\d{4}-\d\d-\d\dT/;

describe('who has read it', () => {
  test('the station sees who of the recipients opened it, and when first', async () => {
    const id = await station.submitted({ reviewerIds: [], recipientIds: ['p0302', 'p0306'] });
    expect(await readAts('supervisor', id)).toEqual({ p0302: null, p0306: null });
    await station.read('contractor', id);
    const first = await readAts('supervisor', id);
    expect(first).toEqual({ p0302: expect.stringMatching(INSTANT), p0306: null });
    await station.read('contractor', id);
    for (const who of ['supervisor', 'colleague', 'head', 'deputy', 'province'] as const) {
      expect(await readAts(who, id)).toEqual(first);
      expect((await shown(who, id)).tellsReaders).toBe(true);
    }
  });

  test('before it is delivered there is nobody who could have read it', async () => {
    expect((await shown('supervisor', await station.submitted())).tellsReaders).toBe(false);
  });

  test('reading marks the person’s own row of whatever side, and nobody else’s', async () => {
    const id = await station.submitted({ partnerId: 'p0104' });
    const rows = async () =>
      Object.fromEntries(
        (
          (await station.database.collection('inbox').where({ recordId: id }).get()).data as {
            personId: string;
            readAt: string | null;
          }[]
        ).map(({ personId, readAt }) => [personId, readAt !== null]),
      );
    expect(await rows()).toEqual({ p0101: false, p0102: false, p0104: false });
    await station.read('head', id);
    await station.read('colleague', id);
    await station.read('supervisor', id);
    expect(await rows()).toEqual({ p0101: true, p0102: false, p0104: true });
    await station.review('deputy', 'approve', id, '');
    // Withdrawn from the head, moved for the deputy, new for the recipient.
    expect(await rows()).toEqual({ p0102: false, p0104: true, p0302: false });
  });
});

describe('what the outside is not told', () => {
  test('neither readers nor what came before, nor whom it was reported to, nor what the search knows', async () => {
    const rejected = await station.rejected();
    const id = await station.submitted({
      previousId: rejected,
      partnerId: 'p0104',
      recipientIds: ['p0302', 'p0306'],
    });
    await station.confirm('colleague', id);
    await station.review('head', 'approve', id, '可以下达');
    await station.read('supervision', id);
    for (const who of ['contractor', 'supervision', 'bureau'] as const) {
      const answer = await shown(who, id);
      expect(answer).toMatchObject({
        tellsReaders: false,
        previous: null,
        nextId: null,
        reviewers: [],
        citedIds: [],
        rejectionReason: '',
        actions: [],
        // Two officers are named on every document.
        partner: { personId: 'p0104' },
      });
      expect(answer.recipients.map(({ readAt }) => readAt)).toEqual([null, null]);
      expect(answer.timeline.map(({ kind }) => kind)).toEqual(['submitted']);
      const text = JSON.stringify(answer);
      for (const inside of [
        '请补拍',
        '可以下达',
        rejected,
        'p0101',
        'words',
        'S-SCO-004',
        'cloud://',
        'Hash',
      ]) {
        expect(text).not.toContain(inside);
      }
    }
    // Neither opens the rejected one by its id.
    for (const who of ['contractor', 'bureau', 'colleague'] as const) {
      expect((await station.read(who, rejected)).error?.code).toBe('record.notVisible');
    }
  });

  test('nobody is told words, hashes or request ids', async () => {
    const id = await station.submitted({ reviewerIds: [] });
    const answer = JSON.stringify(await station.read('supervisor', id));
    for (const inside of ['words', 'requestId', 'commandHash', 'contentHash'])
      expect(answer).not.toContain(inside);
  });
});

describe('监督内档', () => {
  /** On pr-bsm, which the colleague does not supervise. */
  const internal = () =>
    station.submitted({
      projectId: 'pr-bsm',
      isClear: true,
      findings: [],
      reviewerIds: [],
      recipientIds: [],
    });

  test('is read by author, leaders and province, and whoever else asks is refused', async () => {
    const id = await internal();
    const seen: Somebody[] = [];
    for (const who of EVERYBODY) if ((await station.read(who, id)).ok) seen.push(who);
    expect(seen.sort()).toEqual(['deputy', 'head', 'province', 'supervisor']);
  });

  test('each reading of another is logged with its time, the author’s is not, nor a refusal', async () => {
    const id = await internal();
    const before = new Date().toISOString();
    for (const who of ['supervisor', 'head', 'province', 'head'] as const) await station.read(who, id);
    for (const who of ['colleague', 'bureau', 'contractor', 'administrator', 'otherHead'] as const) {
      expect(await station.read(who, id)).toMatchObject({ ok: false, error: { code: 'record.notVisible' } });
    }
    const { data } = await station.database.collection('reads').where({ recordId: id }).get();
    const reads = data as { personId: string; at: string }[];
    expect(reads.map(({ personId }) => personId).sort()).toEqual(['p0001', 'p0101', 'p0101']);
    for (const { at } of reads) expect(at >= before).toBe(true);
  });

  test('a line of it on the project page, and as the same problem before, is a reading as well', async () => {
    const id = await station.submitted({ reviewerIds: [], recipientIds: [] });
    const readersOf = async () =>
      (
        (await station.database.collection('reads').where({ recordId: id }).get()).data as {
          personId: string;
        }[]
      ).map(({ personId }) => personId);
    const timeline = (who: Somebody) =>
      station.as(who).call('project', 'timeline', { projectId: 'pr-bj3a', cursor: null });
    const open = (who: Somebody) =>
      station.as(who).call('project', 'open', { project: { projectId: 'pr-bj3a' } });
    for (const who of ['supervisor', 'bureau', 'contractor'] as const) {
      expect(await timeline(who)).toMatchObject({ ok: true });
      expect(await open(who)).toMatchObject({ ok: true });
    }
    expect(await readersOf()).toEqual([]);
    await timeline('head');
    await open('colleague');
    const same = { projectId: 'pr-bj3a', catalogueIds: ['S-SCO-004'], exceptId: null };
    for (const who of ['supervisor', 'province'] as const)
      expect((await station.call(who, 'sameProblems', same)).data).toMatchObject([{ inspectionId: id }]);
    expect((await readersOf()).sort()).toEqual(['p0001', 'p0101', 'p0104']);
  });

  test('a reviewer who compares with it has read it', async () => {
    const id = await station.submitted({ reviewerIds: [], recipientIds: [] });
    const waiting = await station.submitted();
    expect(await station.read('deputy', waiting)).toMatchObject({ data: { past: [{ inspectionId: id }] } });
    const { data } = await station.database.collection('reads').where({ recordId: id }).get();
    expect(data).toMatchObject([{ personId: 'p0102' }]);
  });

  test('what was delivered is no 内档: reading it is not logged', async () => {
    const id = await station.submitted({ reviewerIds: [] });
    await station.read('head', id);
    expect(await station.count('reads', { recordId: id })).toBe(0);
  });
});
