import { randomUUID } from 'node:crypto';
import { TestStation, type Somebody } from '../support/station';
import { goodReport } from '../support/report';

let station: TestStation;
beforeAll(async () => {
  station = await TestStation.open();
});
afterAll(() => station.close());

interface Stored {
  readonly status: string;
  readonly version: number;
  readonly isClear: boolean;
  readonly findings: readonly object[];
  readonly partner: { readonly personId: string } | null;
  readonly events: readonly { readonly kind: string; readonly by: { readonly personId: string } }[];
}
const stored = (id: string) => station.document<Stored>('inspections', id);
const standing = async () => [await station.count('inspections'), await station.count('inbox')];

describe('立即提交 · in full', () => {
  const [finding] = goodReport().findings;

  test('severity, unit, action and term are kept as judged, the unit by its name', async () => {
    const { findings } = await stored(await station.submitted());
    expect(findings).toMatchObject([
      {
        severity: 'serious',
        unit: { unitId: 'u-build-1', unitRole: 'contractor' },
        action: 'rectify',
        days: 3,
      },
    ]);
  });

  test('未发现问题 is a record without problems', async () => {
    const id = await station.submitted({ isClear: true, findings: [] });
    expect(await stored(id)).toMatchObject({ isClear: true, findings: [] });
  });

  test.each([
    ['未发现问题 beside a problem', { isClear: true }, 'input.clearWithFindings'],
    ['neither', { findings: [] }, 'input.noFindings'],
    ['no word of 未发现问题', { isClear: undefined }, 'input.missing'],
    ['未发现问题 as a word', { isClear: 'false' }, 'input.malformed'],
    ['a unit of another project', { findings: [{ ...finding, unitId: 'u-build-2' }] }, 'input.unitNotParty'],
    ['an operator for the unit', { findings: [{ ...finding, unitId: { $ne: '' } }] }, 'input.malformed'],
    ['an unknown severity', { findings: [{ ...finding, severity: 'fatal' }] }, 'input.malformed'],
    ['an unknown action', { findings: [{ ...finding, action: 'fine' }] }, 'input.malformed'],
    ['a term of 366 days', { findings: [{ ...finding, days: 366 }] }, 'input.malformed'],
    ['a term of -1 days', { findings: [{ ...finding, days: -1 }] }, 'input.malformed'],
    ['half a day', { findings: [{ ...finding, days: 0.5 }] }, 'input.malformed'],
    ['eleven problems', { findings: Array.from({ length: 11 }, () => finding) }, 'input.tooLong'],
    ['a partner who is oneself', { partnerId: 'p0103' }, 'input.partnerUnavailable'],
    ['a partner of another station', { partnerId: 'p0203' }, 'input.partnerUnavailable'],
    ['the administrator as partner', { partnerId: 'p0109' }, 'input.partnerUnavailable'],
    ['the bureau as partner', { partnerId: 'p0108' }, 'input.partnerUnavailable'],
    ['a party as partner', { partnerId: 'p0302' }, 'input.partnerUnavailable'],
    ['nobody known as partner', { partnerId: 'p9999' }, 'input.partnerUnavailable'],
    // Mass assignment and forged identity: whatever the schema does not know is refused.
    ['a status of its own', { status: 'effective' }, 'input.unknownField'],
    ['events of its own', { events: [] }, 'input.unknownField'],
    ['words of its own', { words: ['滨江'] }, 'input.unknownField'],
    ['an author of its own', { authorId: 'p0104' }, 'input.unknownField'],
    ['a person of its own', { personId: 'p0104' }, 'input.unknownField'],
    ['an openid of its own', { openid: 'o-p0104' }, 'input.unknownField'],
    ['a confirmed partner', { partner: { personId: 'p0104', isConfirmed: true } }, 'input.unknownField'],
    ['a name for the unit', { findings: [{ ...finding, unit: { unitName: '某' } }] }, 'input.unknownField'],
  ])('%s is refused and nothing is written', async (_, change, code) => {
    const before = await standing();
    expect(await station.submit('supervisor', change)).toMatchObject({ ok: false, error: { code } });
    expect(await standing()).toEqual(before);
  });

  test('the officers of the station and the units of the project are offered; oneself is not', async () => {
    const answer = await station.call('supervisor', 'nameablePeople', { projectId: 'pr-bj3a' });
    const { partners, units } = answer.data as {
      partners: { personId: string }[];
      units: { unitId: string }[];
    };
    const ids = partners.map(({ personId }) => personId);
    expect(ids).toEqual(expect.arrayContaining(['p0101', 'p0102', 'p0104']));
    for (const not of ['p0103', 'p0109', 'p0108', 'p0203', 'p0302']) expect(ids).not.toContain(not);
    expect(units.map(({ unitId }) => unitId)).toEqual([
      'u-owner-1',
      'u-build-1',
      'u-super-1',
      'u-survey-1',
      'u-design-1',
      'u-test-1',
    ]);
  });
});

describe('共同检查人', () => {
  /** On pr-bsm, which the colleague does not supervise. */
  const withPartner = (change: object = {}) =>
    station.submitted({
      projectId: 'pr-bsm',
      partnerId: 'p0104',
      recipientIds: [],
      findings: [{ ...goodReport().findings[0], unitId: null }],
      ...change,
    });
  const duties = async (who: Somebody): Promise<{ inspectionId: string; box: string }[]> => {
    const { data } = await station.call(who, 'listReceived', { tab: 'duties', cursor: null });
    return (data as { rows: { inspectionId: string; box: string }[] }).rows;
  };
  const isDutyOf = async (who: Somebody, id: string): Promise<string | undefined> =>
    (await duties(who)).find(({ inspectionId }) => inspectionId === id)?.box;

  test('the partner is told, beside the reviewers, within four waves, and by the home page', async () => {
    const homeOf = async () =>
      (await station.as('colleague').call('session', 'home', {})).data as {
        counts: { toConfirm: number };
        duties: { inspectionId: string; box: string; projectName: string }[];
      };
    const { toConfirm } = (await homeOf()).counts;
    const report = { ...goodReport(), partnerId: 'p0104' };
    const { result, waves } = await station.costOf('supervisor', 'submit', report);
    expect(waves).toBeLessThanOrEqual(4);
    const { inspectionId } = result.data as { inspectionId: string };
    expect(await isDutyOf('colleague', inspectionId)).toBe('inspection.toConfirm');
    expect(await isDutyOf('head', inspectionId)).toBe('inspection.toReview');
    const home = await homeOf();
    expect(home.counts.toConfirm).toBe(toConfirm + 1);
    expect(home.duties[0]).toMatchObject({
      inspectionId,
      box: 'inspection.toConfirm',
      projectName: '滨江新城三期 A 区',
    });
  });

  test('duties of both kinds stand in one list, the newest first, page behind page', async () => {
    const [first] = (await station.database.collection('inbox').where({ personId: 'p0104' }).limit(1).get())
      .data as object[];
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...first,
      _id: `duty-${index}`,
      personId: 'p0201',
      stationId: 'st-460200',
      recordId: `duty-${index}`,
      box: index % 2 === 0 ? 'inspection.toReview' : 'inspection.toConfirm',
      at: `2026-11-22T02:${String(index).padStart(2, '0')}:00.000Z`,
    }));
    await station.database.collection('inbox').add(many);
    const seen: string[] = [];
    let cursor: unknown = null;
    do {
      const { data } = await station.call('otherHead', 'listReceived', { tab: 'duties', cursor });
      const page = data as { rows: { inspectionId: string }[]; next: unknown };
      seen.push(...page.rows.map(({ inspectionId }) => inspectionId));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(many.map(({ recordId }) => recordId).reverse());
  });

  test.each([
    ['stranger', 'auth.notEntered'],
    ['supervisor', 'access.denied'],
    ['head', 'access.denied'],
    ['deputy', 'access.denied'],
    ['province', 'access.denied'],
    ['administrator', 'record.notVisible'],
    ['bureau', 'record.notVisible'],
    ['contractor', 'record.notVisible'],
    ['otherSupervisor', 'record.notVisible'],
    ['otherHead', 'record.notVisible'],
  ] as const)('%s does not confirm for the partner', async (who, code) => {
    const id = await withPartner();
    expect(await station.confirm(who, id)).toMatchObject({ ok: false, error: { code } });
    expect((await stored(id)).events).toHaveLength(1);
  });

  test('of the right role on another record: not their own one', async () => {
    const id = await withPartner({ partnerId: 'p0102' });
    expect(await station.confirm('colleague', id)).toMatchObject({
      ok: false,
      error: { code: 'record.notVisible' },
    });
  });

  test('the partner confirms once, whatever comes of the review; the duty goes', async () => {
    const id = await withPartner();
    const requestId = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      expect(await station.confirm('colleague', id, requestId)).toMatchObject({ ok: true });
    }
    expect(await station.confirm('colleague', id)).toMatchObject({ ok: true });
    const { events, status } = await stored(id);
    expect(events.map(({ kind, by }) => `${by.personId} ${kind}`)).toEqual([
      'p0103 submitted',
      'p0104 confirmed',
    ]);
    expect(status).toBe('pendingReview');
    expect(await isDutyOf('colleague', id)).toBeUndefined();
    expect(await station.review('head', 'approve', id, '')).toMatchObject({ ok: true });
    expect(await isDutyOf('colleague', id)).toBeUndefined();
  });

  test('an approval leaves the duty, and it is confirmed afterwards', async () => {
    const id = await withPartner();
    await station.review('head', 'approve', id, '');
    expect(await isDutyOf('colleague', id)).toBe('inspection.toConfirm');
    expect(await station.confirm('colleague', id)).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ status: 'effective', version: 3 });
  });

  test('a rejection takes the duty back, and nothing is confirmed any more', async () => {
    const id = await withPartner();
    await station.review('head', 'reject', id);
    expect(await isDutyOf('colleague', id)).toBeUndefined();
    expect(await station.confirm('colleague', id)).toMatchObject({
      ok: false,
      error: { code: 'state.refused' },
    });
  });

  test('the id of another command, and fields nobody knows, are refused', async () => {
    const [one, other] = [await withPartner(), await withPartner()];
    const requestId = randomUUID();
    await station.confirm('colleague', one, requestId);
    // Another record, another chain: ids of confirmations are of one record.
    expect(await station.confirm('colleague', other, requestId)).toMatchObject({ ok: true });
    for (const more of [{ personId: 'p0104' }, { openid: 'x' }, { at: '2020-01-01T00:00:00.000Z' }]) {
      const data = { requestId: randomUUID(), inspectionId: one, ...more };
      expect(await station.call('colleague', 'confirm', data)).toMatchObject({
        ok: false,
        error: { code: 'input.unknownField' },
      });
    }
  });

  test('the partner reads what waits and what stays 内档, and is logged; the record says who has confirmed', async () => {
    const id = await withPartner();
    expect(await station.read('colleague', id)).toMatchObject({
      ok: true,
      data: { partner: { personId: 'p0104', isConfirmed: false }, actions: ['confirm'] },
    });
    await station.confirm('colleague', id);
    expect(await station.read('supervisor', id)).toMatchObject({
      data: { partner: { isConfirmed: true }, actions: [] },
    });
    expect(await station.count('reads', { recordId: id, personId: 'p0104' })).toBe(1);
  });
});

describe('two reviewers at once', () => {
  test('one decides and the other is told, round after round', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await station.submitted();
      const answers = await Promise.all([
        station.review('head', 'approve', id, ''),
        station.review('deputy', 'reject', id),
      ]);
      const lost = answers.filter(({ ok }) => !ok);
      expect(lost).toHaveLength(1);
      expect(['record.changed', 'state.refused']).toContain(lost[0]?.error?.code);
      const { events, status, version } = await stored(id);
      expect(version).toBe(2);
      expect(events[1]?.kind).toBe(answers[0]?.ok ? 'approved' : 'rejected');
      expect(status).toBe(answers[0]?.ok ? 'effective' : 'rejected');
      const rows = await station.count('inbox', { recordId: id, box: 'inspection.toReview' });
      expect(rows).toBe(0);
    }
  });
});
