import { randomUUID } from 'node:crypto';
import { goodReport } from '../support/report';
import { TestStation } from '../support/station';

let station: TestStation;
beforeAll(async () => {
  station = await TestStation.open();
});
afterAll(() => station.close());

interface Shown {
  readonly inspectionId: string;
  readonly actions: readonly string[];
  readonly nextId: string | null;
  readonly previous: { readonly inspectionId: string; readonly reason: string } | null;
}
const shown = async (id: string, who: 'supervisor' | 'head' = 'supervisor') =>
  (await station.read(who, id)).data as Shown;
const standing = async () => [await station.count('inspections'), await station.count('inbox')];

describe('更正后重新上报', () => {
  test('the copy points at the rejected record and back; its author is offered it once', async () => {
    const rejected = await station.rejected();
    expect(await shown(rejected)).toMatchObject({ actions: ['resubmit'], nextId: null, previous: null });
    expect(await shown(rejected, 'head')).toMatchObject({ actions: [] });
    const copy = await station.submitted({ previousId: rejected, part: '3 号楼 12 层外架（补拍）' });
    expect(await shown(copy)).toMatchObject({
      actions: [],
      nextId: null,
      previous: { inspectionId: rejected, reason: '请补拍' },
    });
    expect(await shown(rejected)).toMatchObject({ actions: [], nextId: copy });
    expect(await shown(copy, 'head')).toMatchObject({ actions: ['approve', 'reject'] });
  });

  test('the rejected record stays as it was', async () => {
    const rejected = await station.rejected();
    const before = await station.document('inspections', rejected);
    await station.submitted({ previousId: rejected });
    expect(await station.document('inspections', rejected)).toEqual(before);
  });

  test('within four waves; the same request again gets the first receipt and tells nobody twice', async () => {
    const report = { ...goodReport(), previousId: await station.rejected(), partnerId: 'p0104' };
    const first = await station.costOf('supervisor', 'submit', report);
    const before = await standing();
    const again = await station.costOf('supervisor', 'submit', report);
    expect(again.result).toEqual(first.result);
    for (const { waves } of [first, again]) expect(waves).toBeLessThanOrEqual(4);
    expect(await standing()).toEqual(before);
  });

  test('a second copy is refused, whether one after the other or at once; one stands', async () => {
    const rejected = await station.rejected();
    await station.submitted({ previousId: rejected });
    const before = await standing();
    expect(await station.submit('supervisor', { previousId: rejected, part: '别处' })).toMatchObject({
      ok: false,
      error: { code: 'inspection.resubmittedAlready' },
    });
    expect(await standing()).toEqual(before);

    const other = await station.rejected();
    const count = await station.count('inspections');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        station.costOf('supervisor', 'submit', { ...goodReport(), previousId: other }),
      ),
    );
    expect(answers.filter(({ result }) => result.ok)).toHaveLength(1);
    for (const { result, waves } of answers) {
      expect(waves).toBeLessThanOrEqual(4);
      if (!result.ok) expect(result.error?.code).toBe('inspection.resubmittedAlready');
    }
    expect(await station.count('inspections')).toBe(count + 1);
  });

  test('the request of the copy with another body is refused as such', async () => {
    const report = { ...goodReport(), previousId: await station.rejected() };
    await station.submit('supervisor', report);
    expect(await station.submit('supervisor', { ...report, part: '别处' })).toMatchObject({
      ok: false,
      error: { code: 'command.reused' },
    });
  });

  test('a copy that is rejected is corrected in its turn', async () => {
    const first = await station.rejected();
    const second = await station.rejected({ previousId: first });
    const third = await station.submitted({ previousId: second });
    expect(await shown(second)).toMatchObject({ previous: { inspectionId: first }, nextId: third });
  });

  test.each([
    ['stranger', 'auth.notEntered'],
    ['colleague', 'record.notVisible'],
    ['head', 'record.notVisible'],
    ['province', 'record.notVisible'],
    ['administrator', 'input.projectUnavailable'],
    ['bureau', 'input.projectUnavailable'],
    ['contractor', 'input.projectUnavailable'],
    ['otherSupervisor', 'input.projectUnavailable'],
    ['otherHead', 'input.projectUnavailable'],
  ] as const)('%s does not correct what another wrote', async (who, code) => {
    const rejected = await station.rejected();
    const before = await standing();
    const change = { previousId: rejected, reviewerIds: [] };
    expect(await station.submit(who, change)).toMatchObject({ ok: false, error: { code } });
    expect(await standing()).toEqual(before);
  });

  test('of a record that waits, of an effective one, of another project and of none: refused', async () => {
    const waiting = await station.submitted();
    const effective = await station.submitted({ reviewerIds: [] });
    const elsewhere = await station.rejected({
      projectId: 'pr-jdwl',
    });
    const before = await standing();
    for (const [previousId, code] of [
      [waiting, 'inspection.notRejected'],
      [effective, 'inspection.notRejected'],
      [elsewhere, 'inspection.otherProject'],
      ['nobody', 'record.notVisible'],
      [{ $ne: '' }, 'input.malformed'],
    ] as const) {
      expect(await station.submit('supervisor', { previousId })).toMatchObject({
        ok: false,
        error: { code },
      });
    }
    expect(await standing()).toEqual(before);
  });

  test('who is no longer the project’s supervisor is not offered it, and is refused', async () => {
    const rejected = await station.rejected({
      projectId: 'pr-bsm',
      findings: [{ ...goodReport().findings[0], unitId: null }],
      recipientIds: [],
    });
    const projects = station.database.collection('projects');
    await projects.doc('pr-bsm').update({ supervisorIds: ['p0104'] });
    expect(await shown(rejected)).toMatchObject({ actions: [] });
    const change = { projectId: 'pr-bsm', previousId: rejected };
    expect(await station.submit('supervisor', change)).toMatchObject({
      ok: false,
      error: { code: 'input.projectUnavailable' },
    });
    await projects.doc('pr-bsm').update({ supervisorIds: ['p0103'] });
  });
});

describe('the same problem before', () => {
  const ask = (who: Parameters<TestStation['call']>[0], change: object = {}) =>
    station.call(who, 'sameProblems', {
      projectId: 'pr-jdwl',
      catalogueIds: ['Q-CON-001', 'Q-REB-001', 'Q-MUN-001'],
      exceptId: null,
      ...change,
    });
  interface Same {
    readonly catalogueId: string;
    readonly inspectionId: string;
  }

  test('of each entry the last effective record of this project; what waits or was rejected does not count', async () => {
    const report = {
      projectId: 'pr-jdwl',
      type: 'quality',
      findings: [{ ...goodReport().findings[0], catalogueIds: ['Q-CON-001'] }],
    };
    // The demonstration's jdwl-approved cites both; nothing of this project cites Q-MUN-001.
    const [con, reb, ...none] = (await ask('supervisor')).data as Same[];
    expect(none).toEqual([]);
    expect(con).toEqual({
      catalogueId: 'Q-CON-001',
      text: '结构混凝土强度不符合设计或试件评定不合格',
      inspectionId: reb?.inspectionId,
      submittedAt: '2026-11-21T00:00:00.000Z',
      authorName: '陈海生',
      part: '3 号楼 5 层楼板',
    });
    await station.submitted(report);
    await station.rejected(report);
    expect((await ask('head')).data).toEqual([con, reb]);
    const last = await station.submitted({ ...report, reviewerIds: [] });
    expect((await ask('deputy')).data).toMatchObject([{ inspectionId: last }, reb]);
    // Looking from the last one itself, the one before.
    expect((await ask('province', { exceptId: last })).data).toEqual([con, reb]);
  });

  test('a named reviewer is told with the record, while it waits; nobody else is', async () => {
    const report = {
      projectId: 'pr-jdwl',
      type: 'quality',
      findings: [{ ...goodReport().findings[0], catalogueIds: ['Q-REB-001', 'Q-MUN-001'] }],
    };
    const id = await station.submitted({ ...report, reviewerIds: ['p0102'], partnerId: 'p0104' });
    const past = async (who: Parameters<TestStation['read']>[0]) =>
      ((await station.read(who, id)).data as { past: Same[] | null }).past;
    expect((await past('deputy'))?.map(({ catalogueId }) => catalogueId)).toEqual(['Q-REB-001']);
    for (const who of ['supervisor', 'colleague', 'head', 'province'] as const)
      expect(await past(who)).toBeNull();
    await station.review('deputy', 'approve', id, '');
    for (const who of ['deputy', 'contractor', 'bureau'] as const) expect(await past(who)).toBeNull();
  });

  test.each([
    ['stranger', 'auth.notEntered'],
    ['administrator', 'input.projectUnavailable'],
    ['bureau', 'input.projectUnavailable'],
    ['contractor', 'input.projectUnavailable'],
    ['otherSupervisor', 'input.projectUnavailable'],
    ['otherHead', 'input.projectUnavailable'],
    ['otherBureau', 'input.projectUnavailable'],
  ] as const)('%s is told nothing', async (who, code) => {
    const answer = await ask(who);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.data).toBeUndefined();
  });

  test('the right role on another project is told nothing', async () => {
    expect(await ask('colleague', { projectId: 'pr-bsm' })).toMatchObject({
      ok: false,
      error: { code: 'input.projectUnavailable' },
    });
    expect(await ask('colleague')).toMatchObject({ ok: true });
  });

  test.each([
    [
      'more than twenty entries',
      { catalogueIds: Array.from({ length: 21 }, (_, n) => `Q-${n}`) },
      'input.tooLong',
    ],
    ['an entry twice', { catalogueIds: ['Q-CON-001', 'Q-CON-001'] }, 'input.repeated'],
    ['an operator for an entry', { catalogueIds: [{ $ne: '' }] }, 'input.malformed'],
    ['a person of its own', { personId: 'p0101' }, 'input.unknownField'],
    ['nobody’s project', { projectId: randomUUID() }, 'input.projectUnavailable'],
  ])('%s is refused', async (_, change, code) => {
    expect(await ask('supervisor', change)).toMatchObject({ ok: false, error: { code } });
  });
});
