import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lineReader } from '../../local/cloud/functions/lines';
import { openProcesses, startOf } from '../../local/cloud/functions/processes';
import { CloudProcess } from '../../torture/cloud-process';
import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';
import { until } from '../support/until';

const FUNCTIONS = path.join(__dirname, 'unruly');
const [ME, ANOTHER] = ['19000000103', '19000000104'] as const;

interface Refused {
  readonly errCode: number;
  readonly errMsg: string;
  readonly requestID: string;
}
interface Answered {
  readonly requestID: string;
  readonly result: unknown;
}

const askerOf =
  (url: () => string) =>
  (step: string, data: object = {}, phone: string = ME, name = 'unruly'): Promise<Answered> =>
    holderOf(url(), phone).requestOf(name, { step, ...data });
const refusalOf = (call: Promise<Answered>): Promise<Refused> =>
  call.then(
    ({ result }) => Promise.reject(new Error(`answered ${JSON.stringify(result)}`)),
    (error: unknown) => error as Refused,
  );
const isAlive = (pid: number): boolean => {
  const state =
    startOf(pid) === undefined ? 'X' : readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];
  return state !== 'X' && state !== 'Z';
};

let started: TestCloud;
const ask = askerOf(() => started.cloud.url);
const linesOf = async (requestID: string): Promise<string[]> => {
  const answer = await fetch(`${started.cloud.url}/panel/logs?requestId=${requestID}`);
  return ((await answer.json()) as { lines: { text: string }[] }).lines.map(({ text }) => text);
};
/** The functions' processes that run now. */
const processes = (): string[] => readdirSync(path.join(started.dataDir, 'processes'));

describe('a function that misbehaves harms nobody else', () => {
  beforeAll(async () => {
    started = await startTestCloud(FUNCTIONS);
  });
  afterAll(() => started.close());

  test.each([
    ['null', 'null'],
    ['no JSON', '{'],
    ['a text', '"x"'],
    ['no id', '{"kind":"answered","text":"1","isClean":true}'],
    ['an answer without text', '{"id":1,"kind":"answered","isClean":true}'],
    ['an answer that is a number', '{"id":1,"kind":"answered","text":1,"isClean":true}'],
    ['a kind that is none', '{"id":1,"kind":"constructor"}'],
    ['a log without level', '{"id":1,"kind":"log","text":"x"}'],
  ])('one that says %s to the gateway is ended, the gateway goes on', async (_name, line) => {
    const refused = await refusalOf(ask('say', { line }));
    expect(refused).toMatchObject({ errCode: -504002 });
    expect(refused.requestID).toMatch(/^[0-9a-f-]{36}$/);
    expect((await ask('pid')).result).toEqual(expect.any(Number));
  });

  test('a line without end is refused before it fills the memory', () => {
    const lines: string[] = [];
    const read = lineReader(8, (line) => lines.push(line));
    read(Buffer.from('one\ntw'));
    read(Buffer.from('o\n\nthree'));
    expect(lines).toEqual(['one', 'two', '']);
    expect(() => read(Buffer.from('0123'))).toThrow(RangeError);
  });

  test('what keeps the process alive behind the answer ends with it: the next call has another process', async () => {
    const first = await ask('late', { ms: 30, isKept: true });
    const { pid } = first.result as { pid: number };
    expect((await ask('pid', {}, ANOTHER)).result).not.toBe(pid);
    await until(() => !isAlive(pid) || undefined);
    expect(await linesOf(first.requestID)).toEqual([]);
  });

  test('what the process does not wait for keeps its own identity, and its own log', async () => {
    const first = await ask('late', { ms: 100, isKept: false });
    const { pid, caller } = first.result as { pid: number; caller: string };
    const second = await ask('span', { ms: 400 }, ANOTHER);
    expect(second.result).toMatchObject({ pid });
    expect((second.result as { caller: string }).caller).not.toBe(caller);
    await until(async () => ((await linesOf(first.requestID)).length > 0 ? true : undefined));
    expect(await linesOf(first.requestID)).toEqual([`late ${caller}`]);
    expect(await linesOf(second.requestID)).toEqual([]);
  });

  test('a late failure is in its own log and fails no other call; its process is not used again', async () => {
    const first = await ask('lateThrow', { ms: 100 });
    const second = await ask('span', { ms: 400 }, ANOTHER);
    expect(second.result).toMatchObject({ pid: first.result });
    expect(await linesOf(first.requestID)).toEqual([
      expect.stringMatching(/^Error: late on purpose\n.*unruly\/index\.js/),
    ]);
    expect((await ask('pid')).result).not.toBe(first.result);
  });

  test('a call whose process dies before it began is made again by another', async () => {
    const { result } = await ask('pid');
    process.kill(result as number, 'SIGSTOP');
    const call = ask('span', { ms: 1 });
    // Answered by the gateway after it took the call: the order lies unread before the process that stands still.
    await ask('pid', {}, ME, 'modest');
    process.kill(result as number, 'SIGKILL');
    expect((await call).result).toMatchObject({ pid: expect.any(Number) as number });
    expect((await call).result).not.toMatchObject({ pid: result });
  });

  test.each([
    ['throwAside', /^Error: aside on purpose\n.*unruly\/index\.js/],
    ['rejectAside', /^Error: nobody took this\n.*unruly\/index\.js/],
  ])('the reason of a crash by %s is in the log, with its stack', async (step, reason) => {
    const refused = await refusalOf(ask(step));
    expect(refused).toMatchObject({ errCode: -504002 });
    expect(await linesOf(refused.requestID)).toEqual([expect.stringMatching(reason)]);
  });

  test('one that exits says with what, behind what it wrote', async () => {
    const refused = await refusalOf(ask('exit'));
    const [first, second] = await linesOf(refused.requestID);
    expect(first).toBe('last words');
    expect(second).toContain('process ended: 7');
  });

  test('everything a function writes is in its log, not only by console.log', async () => {
    const { requestID } = await ask('output');
    const [first, second, third, table] = await linesOf(requestID);
    expect(first).toBe('{ deep: [Object] }');
    expect(second).toBe('without console');
    expect(third).toBe('an error without console');
    expect(table).toContain('(index)');
  });

  test('a line is cut at 8 K', async () => {
    const { requestID } = await ask('long');
    const [line] = await linesOf(requestID);
    expect(line).toBe(`${'字'.repeat(8192)}…（其余 11808 字未记）`);
  });

  test('what a function writes into its environment is gone with the call', async () => {
    expect((await ask('forge')).result).toEqual(['another', 'mine', null]);
    const { result } = await ask('variables', {}, ANOTHER);
    expect(result).toEqual({ env: 'zhian-local', own: null, openid: expect.stringMatching(/^o/) as string });
  });

  test('64 MB are the function’s own: one that loads the SDK runs, one that takes 100 MB more does not', async () => {
    expect((await ask('', {}, ME, 'modest')).result).toBe('wx_client');
    expect(await refusalOf(ask('', { megabytes: 100 }, ME, 'modest'))).toMatchObject({ errCode: -504004 });
  });
});

describe('bounds', () => {
  const start = async (atWork: number, resident: number, waiting: number): Promise<void> => {
    started = await startTestCloud(FUNCTIONS, { pool: { atWork, resident, waiting } });
  };
  afterEach(() => started.close());

  test('as many loops of one function as there are places leave one for others', async () => {
    await start(4, 12, 500);
    await ask('pid');
    let ended = 0;
    for (let count = 0; count < 4; count += 1) {
      ask('', {}, ME, 'steady').catch(() => (ended += 1));
    }
    // Until three of them loop, and the fourth waits.
    await until(() => (processes().length === 4 ? true : undefined));
    expect((await ask('pid')).result).toEqual(expect.any(Number));
    expect(ended).toBe(0);
  });

  test('after a burst of nested calls no more processes are kept than may be', async () => {
    await start(4, 2, 500);
    await Promise.all(Array.from({ length: 3 }, () => ask('chain', { depth: 2 })));
    await until(() => (processes().length <= 2 ? true : undefined));
  });

  test('nested calls have a bound of their own', async () => {
    await start(2, 4, 3);
    const { result } = await ask('fan', { count: 8, ms: 200 });
    const outcomes = result as string[];
    // One takes the place its parent left, three wait, four are refused.
    expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome.includes('more than 3 calls are waiting'))).toHaveLength(4);
  });

  test('a nested call nobody waits for gives its place back once', async () => {
    await start(3, 12, 500);
    for (let count = 0; count < 3; count += 1) await ask('forget', { ms: 400 });
    const spans = (await Promise.all(Array.from({ length: 8 }, () => ask('span', { ms: 150 })))).map(
      ({ result }) => result as { from: number; to: number },
    );
    const atOnce = spans.map(
      ({ from }) => spans.filter((each) => each.from <= from && from < each.to).length,
    );
    expect(Math.max(...atOnce)).toBeLessThanOrEqual(2);
  });
});

describe('functions of an environment that was killed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhian-killed-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('one that loops ends by itself', async () => {
    const own = path.join(folder, 'functions/loop');
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'config.json'), '{ "timeout": 60 }');
    writeFileSync(
      path.join(own, 'index.js'),
      `exports.main = () => {
        require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid) + '.');
        for (;;);
      };`,
    );
    const cloud = new CloudProcess(path.join(folder, 'data'), path.join(folder, 'functions'));
    await cloud.start();
    const call = askerOf(() => cloud.url)('', {}, ME, 'loop').catch(() => undefined);
    const written = path.join(own, 'pid');
    const pid = await until(() => {
      const text = existsSync(written) ? readFileSync(written, 'utf8') : '';
      return text.endsWith('.') ? parseInt(text, 10) : undefined;
    });
    expect(isAlive(pid)).toBe(true);
    await cloud.kill();
    await call;
    await until(() => !isAlive(pid) || undefined);
  });

  test('what still runs is ended by the next environment; another process of the same number is not', async () => {
    const begin = () =>
      spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    const [mine, other] = [begin(), begin()];
    const [left, stranger] = [mine.pid ?? 0, other.pid ?? 0];
    try {
      openProcesses(folder).note(left);
      writeFileSync(path.join(folder, String(stranger)), '1');
      const ended = new Promise((resolve) => mine.once('exit', (_code, signal) => resolve(signal)));
      openProcesses(folder);
      expect(await ended).toBe('SIGKILL');
      expect(isAlive(stranger)).toBe(true);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      mine.kill('SIGKILL');
      other.kill('SIGKILL');
    }
  });
});
