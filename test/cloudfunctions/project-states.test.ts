import { randomUUID } from 'node:crypto';
import type { ProjectState } from '../../miniprogram/domain/project/project-state';
import { TestStation } from '../support/station';

let station: TestStation;
beforeAll(async () => {
  station = await TestStation.open();
});
afterAll(() => station.close());

const becomes = (state: ProjectState, projectId = 'pr-bj3a') =>
  station.database.collection('projects').doc(projectId).update({ state });
afterEach(() => becomes('supervised'));

const locate = () =>
  station.as('supervisor').call('project', 'locate', {
    requestId: randomUUID(),
    projectId: 'pr-bj3a',
    position: { lng: 110.354, lat: 20.003, accuracy: 15, takenAt: '2026-11-23T01:00:00.000Z' },
    coverId: null,
  });
const siteCode = () => station.as('supervisor').call('project', 'siteCode', { projectId: 'pr-bj3a' });
const nameable = () => station.call('supervisor', 'nameablePeople', { projectId: 'pr-bj3a' });
const actionsOf = async () =>
  (
    (await station.as('head').call('project', 'open', { project: { projectId: 'pr-bj3a' } })).data as {
      project: { actions: string[] };
    }
  ).project.actions;

/** By hand: what each state lets be done (docs/decisions/0016). */
const TABLE: readonly [ProjectState, string, readonly string[]][] = [
  ['reported', '报监', []],
  ['returned', '退回', []],
  ['accepted', '受理', ['locate', 'siteCode']],
  ['supervised', '在监', ['locate', 'report', 'siteCode']],
  ['suspended', '中止', ['locate', 'report', 'siteCode']],
  ['completed', '竣工', []],
  ['terminated', '终止', []],
];

test.each(TABLE)(
  '%s (%s): %j is offered and done, the rest is refused and changes nothing',
  async (state, word, may) => {
    await becomes(state);
    expect(await actionsOf()).toEqual(may);
    const before = await station.count('inspections');
    const project = await station.document<{ version: number }>('projects', 'pr-bj3a');
    for (const [action, act, what] of [
      ['locate', locate, '工程定位'],
      ['siteCode', siteCode, '生成工地码'],
      ['report', () => station.submit('supervisor'), '监督上报'],
      ['report', nameable, '监督上报'],
    ] as const) {
      const answer = await act();
      if (may.includes(action)) expect(answer).toMatchObject({ ok: true });
      else
        expect(answer).toMatchObject({
          ok: false,
          error: {
            code: 'project.stateRefused',
            message: `这个工程当前为“${word}”，不能办理“${what}”。状态有误的，请联系本站站长更正`,
          },
        });
    }
    expect(await station.count('inspections')).toBe(before + (may.includes('report') ? 1 : 0));
    const { version } = await station.document<{ version: number }>('projects', 'pr-bj3a');
    expect(version).toBe(project.version + (may.includes('locate') ? 1 : 0));
  },
);

test('who may not do it at all is told that, whatever the state', async () => {
  await becomes('terminated');
  expect(await station.submit('bureau')).toMatchObject({ error: { code: 'input.projectUnavailable' } });
});

test('what stands is reviewed, confirmed and read when the project has ended; it is not corrected', async () => {
  const rejected = await station.rejected();
  const [one, other] = [await station.submitted({ partnerId: 'p0104' }), await station.submitted()];
  await becomes('completed');
  expect(await station.confirm('colleague', one)).toMatchObject({ ok: true });
  expect(await station.review('head', 'approve', one, '')).toMatchObject({ ok: true });
  expect(await station.review('deputy', 'reject', other)).toMatchObject({ ok: true });
  expect(await station.read('contractor', one)).toMatchObject({ ok: true });
  expect(await station.read('supervisor', rejected)).toMatchObject({ ok: true, data: { actions: [] } });
  for (const answer of [
    await station.call('supervisor', 'correction', { inspectionId: rejected }),
    await station.submit('supervisor', { previousId: rejected }),
  ])
    expect(answer).toMatchObject({ ok: false, error: { code: 'project.stateRefused' } });
  await becomes('supervised');
  expect(await station.read('supervisor', rejected)).toMatchObject({ data: { actions: ['resubmit'] } });
});

test('a report that was taken before the project ended is answered again afterwards', async () => {
  const requestId = randomUUID();
  const first = await station.submit('supervisor', { requestId });
  await becomes('terminated');
  expect(await station.submit('supervisor', { requestId })).toEqual(first);
});
