import path from 'node:path';
import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';
import { addressesOf, GROUPS, runCase } from './cases';
import { ofNode } from './cases/kit';

interface Runner {
  readonly run: (group: string, name: string) => Promise<unknown>;
  readonly addresses: () => Promise<{ short: string; long: string; none: unknown }>;
}

/** Each SDK has an environment of its own: the cases are the same, and so are the names they use. */
const RUNNERS = {
  wx: (started: TestCloud): Runner => {
    const holder = holderOf(started.cloud.url, '19000000103');
    const call = async (group: string, name: string): Promise<unknown> =>
      ((await holder.requestOf('run-case', { group, name })).result as { result: unknown }).result;
    return { run: call, addresses: () => call('addresses', '') as ReturnType<Runner['addresses']> };
  },
  node: ({ app }: TestCloud): Runner => {
    const kit = ofNode(app);
    return { run: (group, name) => runCase(kit, group, name), addresses: () => addressesOf(kit) };
  },
};

/** What differs by SDK is written beside the names of both. */
const expectedOf = (expected: unknown, sdk: 'wx' | 'node'): unknown => {
  const isBySdk =
    typeof expected === 'object' && expected !== null && Object.keys(expected).join() === 'wx,node';
  return isBySdk ? (expected as Record<string, unknown>)[sdk] : expected;
};

describe.each(['wx', 'node'] as const)('through %s', (sdk) => {
  let started: TestCloud;
  let runner: Runner;
  beforeAll(async () => {
    started = await startTestCloud(path.join(__dirname, 'both'));
    runner = RUNNERS[sdk](started);
  });
  afterAll(() => started.close());

  describe.each(Object.entries(GROUPS))('%s', (group, { cases }) => {
    beforeAll(() => runner.run(group, 'prepare'));

    test.each(cases)('%s', async (name, _run, expected) => {
      expect(await runner.run(group, name)).toEqual(expectedOf(expected, sdk));
    });
  });

  test('an address opens as long as was asked, then no more', async () => {
    const { short, long, none } = await runner.addresses();
    expect(none).toBe(sdk === 'wx' ? -503003 : 'STORAGE_FILE_NONEXIST');
    const opens = async (address: string): Promise<number> => (await fetch(encodeURI(address))).status;
    const setClock = (offsetMs: number) =>
      fetch(`${started.cloud.url}/panel/clock`, { method: 'POST', body: JSON.stringify({ offsetMs }) });
    expect([await opens(short), await opens(long)]).toEqual([200, 200]);
    await setClock(61_000);
    expect([await opens(short), await opens(long)]).toEqual([403, 200]);
    // Two hours unless another time was asked for.
    await setClock(2 * 3_600_000 + 1000);
    expect(await opens(long)).toBe(403);
  });
});
