import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { DailyHead } from '../../miniprogram/domain/integrity/daily-head';
import { canonicalJson } from '../../miniprogram/domain/integrity/canonical-json';
import { writeDocuments } from '../../local/seed/write-seed';
import { holderOf, startSeededCloud, type TestCloud } from '../support/cloud';
import { goodReport } from '../support/report';
import { until } from '../support/until';

const DAY_MS = 24 * 60 * 60 * 1000;
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

let started: TestCloud;
beforeEach(async () => {
  started = await startSeededCloud();
});
afterEach(() => started.close());

/** Turns the environment's clock to an instant; @returns when the timers that are due have run */
const clockTo = async (instant: string): Promise<void> => {
  const offsetMs = Date.parse(instant) - Date.now();
  const response = await fetch(`${started.cloud.url}/panel/clock`, {
    method: 'POST',
    body: JSON.stringify({ offsetMs }),
  });
  expect(response.ok).toBe(true);
};
const nightOf = (days: number): string =>
  new Date(Date.parse('2026-11-23T20:00:00.000Z') + days * DAY_MS).toISOString();

const heads = async (): Promise<DailyHead[]> => {
  const all: DailyHead[] = [];
  for (;;) {
    const { data } = await started.database
      .collection('dailyHeads')
      .orderBy('_id', 'asc')
      .skip(all.length)
      .limit(100)
      .get();
    all.push(...(data as DailyHead[]));
    if (data.length < 100) return all;
  }
};

/** One behind the other from zeros, each hash worked out here. */
const expectChained = (all: readonly DailyHead[]): void => {
  let previousHash = '0'.repeat(64);
  for (const [index, { _id, hash, ...head }] of all.entries()) {
    expect([head.number, _id]).toEqual([index + 1, String(index + 1).padStart(8, '0')]);
    expect(head.previousHash).toBe(previousHash);
    const { number, day, part, formedAt, records, through } = head;
    const said = { number, day, part, formedAt, records, through };
    expect(hash).toBe(sha256(previousHash + canonicalJson(said)));
    previousHash = hash;
  }
};
const daysOf = (all: readonly DailyHead[]): string[] => all.map(({ day }) => day);
const recordsOf = (all: readonly DailyHead[], day: string): string[] =>
  all
    .filter((head) => head.day === day)
    .flatMap(({ records }) => records.map(({ recordId, version }) => `${recordId} ${version}`));

/** Before any of the demonstration: nothing is due, whatever the machine's own clock says. */
const begin = () => clockTo('2026-01-01T00:00:00.000Z');

const submit = async (): Promise<string> => {
  const supervisor = holderOf(started.cloud.url, '19000000103');
  expect(await supervisor.enter()).toMatchObject({ ok: true });
  const answer = await supervisor.call('inspection', 'submit', goodReport());
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { inspectionId: string }).inspectionId;
};

test('heads are the timer’s alone', async () => {
  const supervisor = holderOf(started.cloud.url, '19000000103');
  await expect(supervisor.requestOf('chain-heads', {})).rejects.toMatchObject({ errCode: -504002 });
  expect(await heads()).toEqual([]);
});

test('a head for each day with changes, each record on the day of its last event', async () => {
  await begin();
  await clockTo(nightOf(0));
  const all = await heads();
  expectChained(all);
  // The projects were accepted 182.5 days before 10:00 of 23 November, at 22:00 of 24 May; four were located 91.25 days
  // before. Inspections were reviewed an hour after they were submitted 75, 50 and 30 hours before; two never, 120 and
  // 3 hours before.
  expect(daysOf(all)).toEqual([
    ...['2026-05-24', '2026-08-24', '2026-11-18', '2026-11-20'],
    ...['2026-11-21', '2026-11-22', '2026-11-23'],
  ]);
  expect(recordsOf(all, '2026-05-24')).toEqual(['pr-bj3a 1', 'pr-jyw 1']);
  expect(recordsOf(all, '2026-08-24')).toEqual(['pr-bsm 2', 'pr-hddd 2', 'pr-jdwl 2', 'pr-syw 2']);
  const inspections = all.flatMap(({ day, records }) =>
    records
      .filter(({ collection }) => collection === 'inspections')
      .map(({ version }) => `${day} ${version}`),
  );
  expect(inspections).toEqual([
    '2026-11-18 1',
    '2026-11-20 2',
    '2026-11-21 2',
    '2026-11-22 2',
    '2026-11-23 1',
  ]);

  const id = await submit();
  const { data } = await started.database.collection('inspections').doc(id).get();
  const [{ events }] = data as [{ events: { hash: string }[] }];
  await clockTo(nightOf(1));
  const more = await heads();
  expectChained(more);
  expect(more.slice(0, -1)).toEqual(all);
  expect(more[more.length - 1]).toMatchObject({
    day: '2026-11-24',
    part: 1,
    records: [{ collection: 'inspections', recordId: id, version: 1, hash: events[0]?.hash }],
    through: null,
  });
});

/** A record that was changed last on the day so many before 20 November, of a project's shape as far as heads go. */
const oldRecord = (days: number) => ({
  _id: `old-${days}`,
  shortNumber: `old-${days}`,
  changedAt: new Date(Date.parse('2026-11-20T03:00:00.000Z') - days * DAY_MS).toISOString(),
  events: [{ hash: sha256(`old ${days}`) }],
});

test('killed half way it goes on where it was: nothing twice, nothing left out', async () => {
  const days = Array.from({ length: 60 }, (_, n) => n + 1);
  await writeDocuments(started.target, { projects: days.map(oldRecord) });
  await begin();
  const night = clockTo(nightOf(0));
  const written = await until(async () => {
    const { total } = await started.database.collection('dailyHeads').count();
    return total >= 5 ? total : undefined;
  });
  // 60 days, 18 November among them, 24 May and 24 August are not, and 20 to 23 November.
  const WHOLE = 60 + 2 + 4;
  expect(written).toBeLessThan(WHOLE);
  const processes = readdirSync(path.join(started.dataDir, 'processes')).map(Number);
  expect(processes.length).toBeGreaterThan(0);
  for (const pid of processes) process.kill(pid, 'SIGKILL');
  await night;
  // The failed run is repeated at once.
  const all = await until(async () => {
    const present = await heads();
    return present.length >= WHOLE ? present : undefined;
  });
  expectChained(all);
  expect(new Set(daysOf(all)).size).toBe(WHOLE);
  expect(all.flatMap(({ records }) => records)).toHaveLength(60 + 11);
});

test('a night writes 200 heads and the next goes on; a day of very many records is several', async () => {
  const busy = '2026-11-20T03:00:00.000Z';
  const many = Array.from({ length: 2500 }, (_, n) => ({
    _id: `many-${n}`,
    shortNumber: `many-${n}`,
    // Most in one and the same instant, as an import writes them.
    changedAt: n < 2200 ? busy : new Date(Date.parse(busy) + n).toISOString(),
    events: [{ hash: sha256(String(n)) }],
  }));
  const days = Array.from({ length: 210 }, (_, n) => n + 1);
  const broken = { ...oldRecord(211), events: null };
  await writeDocuments(started.target, { projects: [...many, ...days.map(oldRecord), broken] });
  await begin();
  await clockTo(nightOf(0));
  const first = await heads();
  expect(first).toHaveLength(200);
  // Whatever somebody broke has a head that tells of it; 211 days before 20 November is 23 April.
  expect(first[0]).toMatchObject({
    day: '2026-04-23',
    records: [{ recordId: 'old-211', version: 0, hash: '' }],
  });
  await clockTo(nightOf(1));
  const all = await heads();
  expectChained(all);
  // 211 days, 24 May and 24 August among them; 20 November in three parts, and the three days behind it.
  expect(all).toHaveLength(211 + 3 + 3);
  const parts = all.filter(({ day }) => day === '2026-11-20');
  // 2500 of these and one rejected inspection.
  expect(parts.map(({ part, records }) => [part, records.length])).toEqual([
    [1, 1000],
    [2, 1000],
    [3, 501],
  ]);
  const headed = parts.flatMap(({ records }) => records.map(({ recordId, hash }) => `${recordId} ${hash}`));
  expect(new Set(headed).size).toBe(2501);
  expect(headed).toEqual(expect.arrayContaining(many.map(({ _id, events }) => `${_id} ${events[0]?.hash}`)));
});

test('what is written after the clock was set back has a head as well', async () => {
  await begin();
  await writeDocuments(started.target, { projects: [oldRecord(-12)] });
  await clockTo(nightOf(10));
  expect((await heads()).at(-1)?.day).toBe('2026-12-02');
  await clockTo('2026-11-25T04:00:00.000Z');
  const id = await submit();
  await clockTo('2026-11-25T20:00:00.000Z');
  const all = await heads();
  expectChained(all);
  expect(all.at(-1)).toMatchObject({ day: '2026-11-25', records: [{ recordId: id, version: 1 }] });
});
