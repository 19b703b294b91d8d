import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';
import { until } from '../support/until';

const FUNCTIONS = path.join(__dirname, 'pool');
const ME = '19000000103';
const MB = 1024 * 1024;

interface Refused {
  readonly errCode: number;
  readonly errMsg: string;
  readonly requestID?: string;
}

const callerOn =
  (started: TestCloud) =>
  async (step: string, data: object = {}, phone = ME, name = 'worker'): Promise<unknown> =>
    (await holderOf(started.cloud.url, phone).requestOf(name, { step, ...data })).result;

const refusalOf = async (call: Promise<unknown>): Promise<Refused> => {
  const answer = await call.then(
    (value) => ({ answered: value }),
    (error: unknown) => error as Refused,
  );
  if ('answered' in answer) throw new Error(`answered ${JSON.stringify(answer.answered)}`);
  return answer;
};

interface Span {
  readonly from: number;
  readonly to: number;
  readonly pid: number;
}

/** The most that ran at one moment. */
const mostAtOnce = (spans: readonly Span[]): number =>
  Math.max(...spans.map(({ from }) => spans.filter((each) => each.from <= from && from < each.to).length));

describe('the pool of functions', () => {
  let started: TestCloud;
  let call: ReturnType<typeof callerOn>;
  beforeAll(async () => {
    started = await startTestCloud(FUNCTIONS);
    await started.database.createCollection('things');
    call = callerOn(started);
  });
  afterAll(() => started.close());

  test('a process stays warm, and works off one call at a time', async () => {
    const first = await call('pid');
    expect(await call('pid')).toBe(first);
    const spans = (await Promise.all(Array.from({ length: 12 }, () => call('span', { ms: 40 })))) as Span[];
    for (const pid of new Set(spans.map((each) => each.pid))) {
      expect(mostAtOnce(spans.filter((each) => each.pid === pid))).toBe(1);
    }
    expect(mostAtOnce(spans)).toBeLessThanOrEqual(4);
    expect(new Set(spans.map((each) => each.pid)).size).toBeGreaterThan(1);
  });

  test('40 people at once never see each other: not at the start, not after a wait, not in a nested call', async () => {
    const phones = Array.from({ length: 40 }, (_, index) => `1900000${String(1000 + index)}`);
    const own = new Map<string, unknown>();
    for (const phone of phones) own.set(phone, await call('whoami', {}, phone));
    expect(new Set([...own.values()].map((each) => JSON.stringify(each))).size).toBe(40);
    const seen = await Promise.all(
      [...phones, ...phones].map(async (phone, index) => ({
        phone,
        identities: await call('identities', { ms: (index * 7) % 20 }, phone),
      })),
    );
    expect(seen).toHaveLength(80);
    for (const { phone, identities } of seen) {
      const mine = own.get(phone);
      expect(identities).toEqual([mine, mine, mine, mine]);
    }
  });

  test('a function that writes into its own environment does not change who calls next', async () => {
    expect(await call('forge')).toMatchObject({ OPENID: 'oForged' });
    const mine = await call('whoami', {}, '19000000104');
    expect(mine).not.toMatchObject({ OPENID: 'oForged' });
    expect(await call('whoami')).not.toMatchObject({ OPENID: 'oForged' });
  });

  test('an endless loop ends at its limit and harms no other call meanwhile', async () => {
    let hasEnded = false;
    const loop = refusalOf(call('x', {}, ME, 'loop')).finally(() => {
      hasEnded = true;
    });
    for (let round = 0; round < 5; round += 1) {
      expect(await call('whoami')).toMatchObject({ SOURCE: 'wx_client' });
    }
    expect(hasEnded).toBe(false);
    expect(await loop).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('1000 ms') as string,
    });
  });

  test.each(['heap', 'buffers'])(
    'one that fills its memory with %s is ended, the next call is served',
    async (kind) => {
      expect(await refusalOf(call('x', { kind }, ME, 'greedy'))).toMatchObject({ errCode: -504004 });
      expect(await call('whoami')).toMatchObject({ SOURCE: 'wx_client' });
    },
  );

  test('a nested call carries the caller and the source, however deep; without end it is stopped', async () => {
    const mine = await call('whoami');
    expect(await call('nest', { depth: 9 })).toEqual(mine);
    expect(await refusalOf(call('nest', { depth: 10 }))).toMatchObject({ errCode: -504002 });
  });

  test('what a function writes is found by the request id its page was given; so is why it failed', async () => {
    const { requestID, result } = await holderOf(started.cloud.url, ME).requestOf('worker', {
      step: 'write',
      text: '一行',
    });
    expect(result).toBe('written');
    const linesOf = async (id: string): Promise<object[]> => {
      const answer = await fetch(`${started.cloud.url}/panel/logs?requestId=${id}`);
      return ((await answer.json()) as { lines: object[] }).lines;
    };
    expect(await linesOf(requestID)).toEqual([
      expect.objectContaining({ name: 'worker', level: 'info', text: '一行 { nested: true }' }),
      expect.objectContaining({ name: 'worker', level: 'error', text: 'and an error' }),
    ]);
    const refused = await refusalOf(call('throw'));
    expect(refused.requestID).toMatch(/^[0-9a-f-]{36}$/);
    expect(await linesOf(refused.requestID ?? '')).toEqual([
      expect.objectContaining({
        level: 'error',
        text: expect.stringMatching(/^Error: on purpose\n.*worker\/index\.js/) as string,
      }),
    ]);
  });
});

describe('bounds of the pool', () => {
  test('more than may wait are refused at once, those who wait are served', async () => {
    const started = await startTestCloud(FUNCTIONS, { pool: { atWork: 1, resident: 2, waiting: 3 } });
    try {
      const call = callerOn(started);
      await call('pid');
      const answers = await Promise.allSettled(Array.from({ length: 6 }, () => call('span', { ms: 80 })));
      const served = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value as Span] : []));
      const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refused] : []));
      expect(served).toHaveLength(4);
      expect(mostAtOnce(served)).toBe(1);
      expect(refused.map(({ errCode }) => errCode)).toEqual([-501004, -501004]);
    } finally {
      await started.close();
    }
  });

  test('one at work is enough for a function that calls a function: who waits leaves the place', async () => {
    const started = await startTestCloud(FUNCTIONS, { pool: { atWork: 1, resident: 4, waiting: 3 } });
    try {
      expect(await callerOn(started)('nest', { depth: 2 })).toMatchObject({ SOURCE: 'wx_client' });
    } finally {
      await started.close();
    }
  });

  test('no more processes are kept than may be: the longest unused goes', async () => {
    const started = await startTestCloud(FUNCTIONS, { pool: { atWork: 2, resident: 2, waiting: 10 } });
    try {
      const call = callerOn(started);
      const first = (await call('pid')) as number;
      await Promise.all([
        refusalOf(call('x', {}, ME, 'loop')),
        refusalOf(call('x', { kind: 'heap' }, ME, 'greedy')),
      ]);
      const second = (await call('pid')) as number;
      expect(second).not.toBe(first);
      expect(() => process.kill(first, 0)).toThrow('ESRCH');
    } finally {
      await started.close();
    }
  });
});

describe('functions on disk', () => {
  let folder: string;
  let started: TestCloud;
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, 'own', file), text);
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhian-functions-'));
    mkdirSync(path.join(folder, 'own'));
    write('index.js', "exports.main = () => 'first';");
    started = await startTestCloud(folder);
  });
  afterEach(async () => {
    await started.close();
    rmSync(folder, { recursive: true });
  });
  const call = async (): Promise<unknown> => callerOn(started)('x', {}, ME, 'own');

  test('changed code and a changed config.json are taken up without a restart', async () => {
    expect(await call()).toBe('first');
    write('index.js', "exports.main = () => 'second';");
    expect(await until(async () => ((await call()) === 'second' ? 'second' : undefined))).toBe('second');
    write('config.json', '{ "timeout": 1 }');
    write('index.js', 'exports.main = () => new Promise(() => undefined);');
    expect(
      await until(async () =>
        call().then(
          () => undefined,
          (error: Refused) => error,
        ),
      ),
    ).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('1000 ms') as string,
    });
  });

  test('a changed memorySize alone is taken up too', async () => {
    write('config.json', '{ "memorySize": 128 }');
    write('index.js', "exports.main = () => require('node:v8').getHeapStatistics().heap_size_limit;");
    const small = await until(async () => {
      const answer = await call();
      return typeof answer === 'number' && answer < 256 * MB ? answer : undefined;
    });
    write('config.json', '{ "memorySize": 512 }');
    const large = await until(async () => {
      const limit = (await call()) as number;
      return limit > 512 * MB ? limit : undefined;
    });
    expect(large - small).toBe(384 * MB);
  });

  test('an environment has 50 functions, not 51', async () => {
    for (let index = 1; index < 50; index += 1) {
      mkdirSync(path.join(folder, `f${index}`));
      writeFileSync(path.join(folder, `f${index}/index.js`), '');
    }
    await (await startTestCloud(folder)).close();
    mkdirSync(path.join(folder, 'one-more'));
    writeFileSync(path.join(folder, 'one-more/index.js'), '');
    await expect(startTestCloud(folder)).rejects.toThrow('最多 50 个云函数，现有 51 个');
  });

  test.each([
    ['no JSON', '{', 'config.json'],
    ['nothing', 'null', '应为一个对象'],
    ['a list', '[]', '应为一个对象'],
    ['triggers that are no list', '{ "triggers": { "a": 1 } }', 'triggers 应为列表'],
    ['61 seconds', '{ "timeout": 61 }', 'timeout'],
    ['no time', '{ "timeout": 0 }', 'timeout'],
    ['63 MB', '{ "memorySize": 63 }', 'memorySize'],
    ['3073 MB', '{ "memorySize": 3073 }', 'memorySize'],
    [
      'two timers',
      '{ "triggers": [{ "name": "a", "type": "timer", "config": "0 0 2 * * * *" }, { "name": "b", "type": "timer", "config": "0 0 3 * * * *" }] }',
      '只能有一个定时触发器',
    ],
    [
      'a name of 61',
      `{ "triggers": [{ "name": "${'n'.repeat(61)}", "type": "timer", "config": "0 0 2 * * * *" }] }`,
      '60',
    ],
    [
      'a name that begins with a digit',
      '{ "triggers": [{ "name": "1a", "type": "timer", "config": "0 0 2 * * * *" }] }',
      '触发器名称',
    ],
    [
      'a name with a dot',
      '{ "triggers": [{ "name": "a.b", "type": "timer", "config": "0 0 2 * * * *" }] }',
      '触发器名称',
    ],
    ['five fields', '{ "triggers": [{ "name": "a", "type": "timer", "config": "0 2 * * *" }] }', '七段'],
    [
      'a 25th hour',
      '{ "triggers": [{ "name": "a", "type": "timer", "config": "0 0 25 * * * *" }] }',
      '定时表达式',
    ],
  ])('an environment with a config.json of %s does not start, and says why', async (_name, text, word) => {
    write('config.json', text);
    await expect(startTestCloud(folder)).rejects.toThrow(word);
    await expect(startTestCloud(folder)).rejects.toThrow('own');
    write('config.json', '{ "timeout": 60, "memorySize": 3072 }');
    await (await startTestCloud(folder)).close();
  });
});
