import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nextRun, requireCron } from '../../local/cloud/functions/cron';
import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';
import { CloudProcess } from '../../torture/cloud-process';
import { until } from '../support/until';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The next three moments, in UTC; worked out by hand from Beijing time, which is eight hours ahead. */
const nextThree = (cron: string, from: string): string[] => {
  const moments: string[] = [];
  let at = Date.parse(from);
  while (moments.length < 3) {
    const next = nextRun(cron, at);
    if (next === undefined) break;
    moments.push(new Date(next).toISOString().replace('.000', ''));
    at = next;
  }
  return moments;
};

describe('seven fields, by Beijing time', () => {
  test.each<[string, string, string, string[]]>([
    [
      'every day at two in the morning',
      '0 0 2 * * * *',
      '2026-11-23T17:59:59Z',
      ['2026-11-23T18:00:00Z', '2026-11-24T18:00:00Z', '2026-11-25T18:00:00Z'],
    ],
    [
      'at a moment that is now: not again',
      '0 0 2 * * * *',
      '2026-11-23T18:00:00Z',
      ['2026-11-24T18:00:00Z', '2026-11-25T18:00:00Z', '2026-11-26T18:00:00Z'],
    ],
    [
      'every five seconds',
      '*/5 * * * * * *',
      '2026-11-23T00:00:01Z',
      ['2026-11-23T00:00:05Z', '2026-11-23T00:00:10Z', '2026-11-23T00:00:15Z'],
    ],
    [
      'on weekdays at half past eight (23 November 2026 is a Monday)',
      '0 30 8 * * MON-FRI *',
      '2026-11-26T12:00:00Z',
      ['2026-11-27T00:30:00Z', '2026-11-30T00:30:00Z', '2026-12-01T00:30:00Z'],
    ],
    [
      'a day of the month or a day of the week: either',
      '0 0 0 1 * MON *',
      '2026-11-23T00:00:00Z',
      ['2026-11-29T16:00:00Z', '2026-11-30T16:00:00Z', '2026-12-06T16:00:00Z'],
    ],
    ['in one year only', '0 0 12 31 12 * 2026', '2026-11-23T00:00:00Z', ['2026-12-31T04:00:00Z']],
    [
      'in a range with steps',
      '0 0 9-17/4 * * * *',
      '2026-11-23T00:00:00Z',
      ['2026-11-23T01:00:00Z', '2026-11-23T05:00:00Z', '2026-11-23T09:00:00Z'],
    ],
    [
      'every ten minutes from the first on',
      '0 1/10 * * * * *',
      '2026-11-23T00:45:00Z',
      ['2026-11-23T00:51:00Z', '2026-11-23T01:01:00Z', '2026-11-23T01:11:00Z'],
    ],
    [
      'on Sunday, which is 0, or on Wednesday (25 November 2026)',
      '0 0 12 * * 0,WED *',
      '2026-11-23T00:00:00Z',
      ['2026-11-25T04:00:00Z', '2026-11-29T04:00:00Z', '2026-12-02T04:00:00Z'],
    ],
    [
      'every quarter from January on',
      '0 0 0 1 JAN/3 * *',
      '2026-11-23T00:00:00Z',
      ['2026-12-31T16:00:00Z', '2027-03-31T16:00:00Z', '2027-06-30T16:00:00Z'],
    ],
    ['never: a 30 February', '0 0 0 30 2 * *', '2026-11-23T00:00:00Z', []],
  ])('%s', (_name, cron, from, expected) => {
    expect(nextThree(cron, from)).toEqual(expected);
  });
});

describe('what the service does not take as an expression is refused', () => {
  test.each([
    ['the last day of a month', '0 0 0 L * * *', '日'],
    ['a working day', '0 0 0 15W * * *', '日'],
    ['the second Monday', '0 0 0 * * MON#2 *', '星期'],
    ['a question mark', '0 0 0 ? * MON *', '日'],
    ['a plus', '0 0 0 +1 * MON *', '日'],
    ['a seventh weekday', '0 0 0 * * 7 *', '星期'],
    ['a word of another field', '0 0 0 * MON * *', '月'],
    ['60 seconds', '60 * * * * * *', '秒'],
    ['24 hours', '0 0 24 * * * *', '小时'],
    ['a zeroth day', '0 0 0 0 * * *', '日'],
    ['a 13th month', '0 0 0 1 13 * *', '月'],
    ['a range backwards', '0 0 17-9 * * * *', '小时'],
    ['steps of nothing', '0 */0 * * * * *', '分钟'],
    ['a year before 1970', '0 0 0 * * * 1969', '年'],
    ['a year after 2099', '0 0 0 * * * 2100', '年'],
    ['an empty part', '0 0 1,,2 * * * *', '小时'],
    ['six fields', '0 0 2 * * *', '七段'],
    ['eight fields', '0 0 2 * * * * *', '七段'],
  ])('%s: %s', (_name, cron, word) => {
    expect(() => requireCron(cron)).toThrow(word);
    expect(() => requireCron(cron)).toThrow('定时表达式不对');
  });
});

interface Tick {
  readonly event: { readonly Type: string; readonly TriggerName: string; readonly Time: string };
  readonly OPENID: string | null;
  readonly SOURCE: string;
  readonly now: string;
}

describe('timers', () => {
  let started: TestCloud;
  beforeAll(async () => {
    started = await startTestCloud(path.join(__dirname, 'timers'));
  });
  afterAll(() => started.close());

  const panel = async <T>(route: string, body?: object): Promise<T> => {
    const response = await fetch(`${started.cloud.url}/panel/${route}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    return (await response.json()) as T;
  };
  /** Moves the environment's clock to an instant; answers when what is due by then has run. */
  const moveTo = async (instant: string): Promise<void> => {
    await panel('clock', { offsetMs: Date.parse(instant) - Date.now() });
  };
  const linesOf = async (name: string): Promise<string[]> =>
    (await panel<{ lines: { name: string; text: string }[] }>('logs')).lines
      .filter((line) => line.name === name)
      .map(({ text }) => text);
  const ticks = async (): Promise<Tick[]> => (await linesOf('tick')).map((text) => JSON.parse(text) as Tick);

  test('a function runs at its time, once, as a timer and nobody; missed times are made up for by one run', async () => {
    // Half past six of Beijing is half past ten at night in UTC, the day before.
    await moveTo('2030-03-05T22:29:00Z');
    const before = (await ticks()).length;
    await moveTo('2030-03-05T22:31:00Z');
    const [first, ...more] = (await ticks()).slice(before);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'daily', Time: '2030-03-05T22:30:00.000Z' },
      OPENID: null,
      SOURCE: 'wx_trigger',
    });
    expect(first?.now).toMatch(/^2030-03-05T22:31:0/);
    await moveTo('2030-03-06T12:00:00Z');
    expect((await ticks()).slice(before)).toHaveLength(1);
    // Five times pass while nothing looks.
    await moveTo('2030-03-11T12:00:00Z');
    expect((await ticks()).slice(before)).toHaveLength(2);
    await moveTo('2030-03-11T12:00:30Z');
    expect((await ticks()).slice(before)).toHaveLength(2);
  });

  test('a clock set back begins again from there', async () => {
    await moveTo('2031-01-01T00:00:00Z');
    const before = (await ticks()).length;
    await moveTo('2029-01-01T22:29:00Z');
    expect((await ticks()).slice(before)).toEqual([]);
    await moveTo('2029-01-01T22:31:00Z');
    expect((await ticks()).slice(before)).toHaveLength(1);
  });

  test('one that fails is tried twice more, then waits for its next time', async () => {
    await moveTo('2032-01-01T03:59:00Z');
    const before = (await linesOf('stumbling')).length;
    await moveTo('2032-01-01T04:01:00Z');
    expect((await linesOf('stumbling')).slice(before)).toHaveLength(3);
    await moveTo('2032-01-01T05:00:00Z');
    expect((await linesOf('stumbling')).slice(before)).toHaveLength(3);
  });

  test('any client can call it too, and is told apart by its source', async () => {
    const before = (await ticks()).length;
    await holderOf(started.cloud.url, '19000000103').requestOf('tick', {
      Type: 'Timer',
      TriggerName: 'daily',
    });
    const [tick] = (await ticks()).slice(before);
    expect(tick).toMatchObject({ SOURCE: 'wx_client' });
    expect(tick?.OPENID).toMatch(/^o/);
  });

  test.each([[{ offsetMs: 'x' }], [{ offsetMs: 1.5 }], [{ offsetMs: 1e15 }], [{}]])(
    'a clock is not moved by %j',
    async (body) => {
      const { offsetMs } = await panel<{ offsetMs: number }>('clock');
      expect(await panel('clock', body)).toMatchObject({ code: 'INVALID_PARAM' });
      expect(await panel('clock')).toMatchObject({ offsetMs });
    },
  );
});

describe('the clock', () => {
  test('every date of a function follows it, a restart keeps it, and no caller can tell the function another', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'zhian-clock-'));
    const start = () => startTestCloud(path.join(__dirname, 'pool'), { dataDir });
    interface Today {
      readonly now: number;
      readonly text: string;
      readonly isDate: boolean;
    }
    const today = async (started: TestCloud, data: object = {}): Promise<Today> =>
      (await holderOf(started.cloud.url, '19000000103').requestOf('worker', { step: 'today', ...data }))
        .result as Today;
    const first = await start();
    await fetch(`${first.cloud.url}/panel/clock`, {
      method: 'POST',
      body: JSON.stringify({ offsetMs: 400 * DAY }),
    });
    const expected = Date.now() + 400 * DAY;
    const seen = await today(first, { now: 0, clockOffsetMs: 0, date: '1999-01-01' });
    expect(Math.abs(seen.now - expected)).toBeLessThan(10_000);
    expect(Math.abs(Date.parse(seen.text) - expected)).toBeLessThan(10_000);
    expect(seen.isDate).toBe(true);
    await first.close();
    const second = await start();
    expect(Math.abs((await today(second)).now - expected)).toBeLessThan(20_000);
    await second.close();
    rmSync(dataDir, { recursive: true });
  });
});

test('a transaction outlives a clock that is moved: its thirty seconds are the machine’s', async () => {
  const started = await startTestCloud(path.join(__dirname, 'timers'));
  try {
    await started.database.createCollection('things');
    await started.database.collection('things').add({ _id: 'a', n: 1 });
    const transaction = await started.database.startTransaction();
    await transaction.collection('things').doc('a').update({ n: 2 });
    await fetch(`${started.cloud.url}/panel/clock`, {
      method: 'POST',
      body: JSON.stringify({ offsetMs: DAY }),
    });
    await transaction.collection('things').doc('a').get();
    await transaction.commit();
    expect((await started.database.collection('things').doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
  } finally {
    await started.close();
  }
});

/** Leaves a mark that it began, and then takes its time. */
const SLOW = `
const fs = require('node:fs');
exports.main = async () => {
  fs.appendFileSync(__dirname + '/began', 'x');
  await new Promise(() => undefined);
};`;
const QUICK = `
const fs = require('node:fs');
exports.main = async () => fs.appendFileSync(__dirname + '/ended', 'x');`;

describe('timers on disk', () => {
  let folder: string;
  let started: TestCloud;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhian-timers-'));
    started = await startTestCloud(folder);
  });
  afterEach(async () => {
    await started.close();
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, code: string, config: string): void => {
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, 'config.json'), config);
    writeFileSync(path.join(folder, name, 'index.js'), code);
  };
  const configOf = (cron: string): string =>
    JSON.stringify({ timeout: 60, triggers: [{ name: 'own', type: 'timer', config: cron }] });
  const NEW_YEAR = configOf('0 0 12 1 1 * *');
  const has = (name: string, file: string) =>
    until(() => existsSync(path.join(folder, name, file)) || undefined);
  /** Answers when what is due by then has run; some never do. */
  const moveTo = (instant: string): Promise<unknown> =>
    fetch(`${started.cloud.url}/panel/clock`, {
      method: 'POST',
      body: JSON.stringify({ offsetMs: Date.parse(instant) - Date.now() }),
    }).catch(() => undefined);
  const complaintsOf = async (name: string): Promise<string[]> => {
    const answer = await fetch(`${started.cloud.url}/panel/logs`);
    const { lines } = (await answer.json()) as { lines: { name: string; text: string }[] };
    return lines.filter((line) => line.name === name).map(({ text }) => text);
  };

  test('two due together run side by side: one that hangs keeps nobody', async () => {
    write('a-hanging', SLOW, NEW_YEAR);
    write('b-quick', QUICK, NEW_YEAR);
    const moved = moveTo('2041-01-01T04:00:30Z');
    await Promise.all([has('a-hanging', 'began'), has('b-quick', 'ended')]);
    // Due again while it still hangs: one run at a time, and the others go on.
    rmSync(path.join(folder, 'b-quick/ended'));
    const again = moveTo('2042-01-01T04:00:30Z');
    await has('b-quick', 'ended');
    expect(readFileSync(path.join(folder, 'a-hanging/began'), 'utf8')).toBe('x');
    await started.close();
    await Promise.all([moved, again]);
    started = await startTestCloud(folder);
  });

  test('a config.json that is wrong stops its own timer alone, and says so in its log once', async () => {
    write('a-broken', QUICK, NEW_YEAR);
    write('b-quick', QUICK, NEW_YEAR);
    await moveTo('2041-01-01T03:00:00Z');
    writeFileSync(path.join(folder, 'a-broken/config.json'), '{ "triggers": [');
    await until(async () => ((await complaintsOf('a-broken')).length > 0 ? true : undefined));
    await moveTo('2041-01-01T04:00:30Z');
    await has('b-quick', 'ended');
    expect(await complaintsOf('a-broken')).toEqual([expect.stringContaining('a-broken 的 config.json')]);
    // Mended, it makes up for what it missed.
    writeFileSync(path.join(folder, 'a-broken/config.json'), NEW_YEAR);
    await has('a-broken', 'ended');
  });

  test('a timer written while the environment runs counts from then', async () => {
    write('own', QUICK, NEW_YEAR);
    await moveTo('2041-01-01T04:00:30Z');
    await has('own', 'ended');
  });

  test('one that is changed is taken up without a restart', async () => {
    write('own', QUICK, NEW_YEAR);
    await moveTo('2041-06-01T00:00:00Z');
    rmSync(path.join(folder, 'own/ended'), { force: true });
    write('own', QUICK, configOf('* * * * * * *'));
    await has('own', 'ended');
  });
});

test('a run that a crash cut off is made again after it: at least once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-timer-'));
  const own = path.join(folder, 'functions/slow');
  mkdirSync(own, { recursive: true });
  const write = (file: string, text: string): void => writeFileSync(path.join(own, file), text);
  const marked = (file: string) => until(() => existsSync(path.join(own, file)) || undefined);
  // Noon of New Year's Day: were the cut-off run counted as made, the next would be a year away.
  write(
    'config.json',
    '{ "timeout": 60, "triggers": [{ "name": "yearly", "type": "timer", "config": "0 0 12 1 1 * *" }] }',
  );
  write('index.js', SLOW);
  const cloud = new CloudProcess(path.join(folder, 'data'), path.join(folder, 'functions'));
  try {
    await cloud.start();
    const offsetMs = Date.parse('2040-01-01T04:00:30Z') - Date.now();
    // Answers when the run has ended, which it never does.
    const moved = fetch(`${cloud.url}/panel/clock`, {
      method: 'POST',
      body: JSON.stringify({ offsetMs }),
    }).catch(() => undefined);
    await marked('began');
    await cloud.kill();
    await moved;
    write('index.js', QUICK);
    await cloud.start();
    await marked('ended');
  } finally {
    await cloud.kill();
    rmSync(folder, { recursive: true });
  }
});
