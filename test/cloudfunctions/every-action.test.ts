import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { EnteredAction } from '../../cloudfunctions/_shared/define-action';
import { actions as evidence } from '../../cloudfunctions/evidence/actions';
import { actions as inspection } from '../../cloudfunctions/inspection/actions';
import { actions as project } from '../../cloudfunctions/project/actions';
import { actions as session } from '../../cloudfunctions/session/actions';
import { goodReport } from '../support/report';
import { TestStation } from '../support/station';

/** What a phone calls, function by function. */
const FUNCTIONS = { evidence, inspection, project, session };
type FunctionName = keyof typeof FUNCTIONS;

const PROJECT = { projectId: 'pr-bj3a' };
const CURSOR = { key: '2026-11-20T00:00:00.000Z', id: 'a-record' };
const PLACE = { lng: 110.35, lat: 20.01 };
const HASH = 'a'.repeat(64);
const decision = { requestId: randomUUID(), inspectionId: 'a-record', reason: '请补拍' };

/** An input that has every field of every action, in the shape it shall have. */
const INPUTS: { readonly [F in FunctionName]: Readonly<Record<keyof (typeof FUNCTIONS)[F], object>> } = {
  evidence: {
    announce: { requestId: randomUUID(), paths: ['uploads/p0103/x.jpg'] },
    confirm: {
      requestId: randomUUID(),
      fileID: 'cloud://env/uploads/p0103/x.jpg',
      thumbnailID: 'cloud://env/uploads/p0103/y.jpg',
      kind: 'photo',
      sha256: HASH,
      durationMs: null,
      takenAt: '2026-11-20T00:00:00.000Z',
      place: { ...PLACE, accuracy: 5 },
      annotates: 'a-photo',
    },
    view: { evidenceIds: ['a-photo'], of: { inspectionId: 'a-record' } },
  },
  inspection: {
    submit: {
      ...goodReport(),
      partnerId: 'p0104',
      previousId: 'a-record',
      attendance: { unitId: 'u-build-1', name: '赵铁山', signatureId: 'a-photo', refusal: '' },
    },
    approve: decision,
    reject: decision,
    confirm: { requestId: randomUUID(), inspectionId: 'a-record' },
    sameProblems: { ...PROJECT, catalogueIds: ['S-SCO-004'], exceptId: 'a-record' },
    read: { inspectionId: 'a-record' },
    correction: { inspectionId: 'a-record' },
    listSent: { tab: 'effective', keyword: '滨江', cursor: CURSOR },
    listReceived: { tab: 'delivered', keyword: '滨江', cursor: CURSOR },
    nameablePeople: PROJECT,
    catalogue: { knownVersion: '1' },
  },
  project: {
    list: { keyword: '滨江', scope: 'visible', isUnlocated: false, cursor: CURSOR },
    nearby: { ...PLACE, scope: 'visible' },
    find: { project: PROJECT },
    open: { project: PROJECT },
    timeline: { ...PROJECT, cursor: CURSOR },
    read: PROJECT,
    siteCode: PROJECT,
    namePoint: PLACE,
    locate: {
      requestId: randomUUID(),
      ...PROJECT,
      position: { ...PLACE, accuracy: 5, takenAt: '2026-11-20T00:00:00.000Z' },
      coverId: 'a-photo',
      isFarConfirmed: false,
    },
  },
  session: {
    enter: { code: 'a-code' },
    home: {},
    setPinned: { applications: ['location'] },
    entryPoster: { stationId: 'st-460100' },
  },
};

const EVERY = (Object.keys(INPUTS) as FunctionName[]).flatMap((name) =>
  Object.entries(INPUTS[name] as Record<string, object>).map(([action, input]) => ({ name, action, input })),
);
const OPEN = ['session.enter', 'session.home'];

let station: TestStation;
beforeAll(async () => {
  station = await TestStation.open();
});
afterAll(() => station.close());

test('no action is missing from the table, and only entering is open to those nobody knows', () => {
  for (const name of Object.keys(FUNCTIONS) as FunctionName[])
    expect([name, Object.keys(INPUTS[name]).sort()]).toEqual([name, Object.keys(FUNCTIONS[name]).sort()]);
  const open = (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((name) =>
    Object.entries(FUNCTIONS[name])
      .filter(([, { access }]) => access === 'open')
      .map(([action]) => `${name}.${action}`),
  );
  expect(open).toEqual(OPEN);
});

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The input once for every value in it, with that value changed. */
const changedAt = (value: Json, change: (value: Json) => Json | undefined): Json[] => {
  const own = change(value);
  const within = Array.isArray(value)
    ? value.flatMap((each, place) =>
        changedAt(each as Json, change).map((other) =>
          value.map((item: Json, at) => (at === place ? other : item)),
        ),
      )
    : typeof value === 'object' && value !== null
      ? Object.entries(value as Record<string, Json>).flatMap(([key, each]) =>
          changedAt(each, change).map((other) => ({ ...(value as Record<string, Json>), [key]: other })),
        )
      : [];
  return own === undefined ? within : [own, ...within];
};

const withOperators = (input: object): Json[] =>
  changedAt(input as Json, (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : { $ne: '' },
  );
const withField = (input: object, field: string): Json[] =>
  changedAt(input as Json, (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(field in value)
      ? { ...(value as Record<string, Json>), [field]: 'p0101' }
      : undefined,
  );

describe.each(EVERY)('$name.$action', ({ name, action, input }) => {
  const call = (who: Parameters<TestStation['as']>[0], data: unknown) =>
    station.as(who).call(name, action, data);

  test('the input of the table has the right shape', () => {
    const { input: schema } = (FUNCTIONS[name] as Record<string, Pick<EnteredAction, 'input'>>)[action] ?? {};
    expect(schema && v.safeParse(schema, input).issues).toBeUndefined();
    expect(schema).toBeDefined();
  });

  test('a stranger is told nothing', async () => {
    const answer = await call('stranger', input);
    if (OPEN.includes(`${name}.${action}`)) {
      expect(answer.ok ? answer.data : answer.error?.code).toEqual(
        action === 'home' ? { entered: false } : 'auth.phoneCodeInvalid',
      );
    } else expect(answer).toMatchObject({ ok: false, error: { code: 'auth.notEntered' } });
  });

  test.each(['personId', 'openid', 'stationId', 'authorId', 'role', 'status'])(
    'a %s of one’s own is refused wherever it stands',
    async (field) => {
      for (const data of withField(input, field)) {
        const answer = await call('head', data);
        expect([data, answer.error?.code]).toEqual([
          data,
          expect.stringMatching(/^input\.(unknownField|malformed)$/),
        ]);
      }
    },
  );

  test('an operator in the place of any value is refused', async () => {
    for (const data of withOperators(input)) {
      const answer = await call('head', data);
      expect([data, answer.error?.code]).toEqual([data, expect.stringMatching(/^input\./)]);
    }
  });
});
