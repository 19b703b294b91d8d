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

test('a head a day from the first change to yesterday, each record on the day of its last event', async () => {
  await begin();
  await clockTo(nightOf(0));
  const all = await heads();
  expectChained(all);
  // The projects were accepted 182.5 days before 10:00 of 23 November: 22:00 of 24 May. From there to 23 November.
  expect(all).toHaveLength(8 + 30 + 31 + 31 + 30 + 31 + 23);
  expect([all[0]?.day, all[all.length - 1]?.day]).toEqual(['2026-05-24', '2026-11-23']);
  expect(new Set(daysOf(all)).size).toBe(all.length);
  // Two were never located; the other four were, 91.25 days before.
  expect(recordsOf(all, '2026-05-24')).toEqual(['pr-bj3a 1', 'pr-jyw 1']);
  expect(recordsOf(all, '2026-08-24')).toEqual(['pr-bsm 2', 'pr-hddd 2', 'pr-jdwl 2', 'pr-syw 2']);
  const inspections = all.flatMap(({ day, records }) =>
    records
      .filter(({ collection }) => collection === 'inspections')
      .map(({ version }) => `${day} ${version}`),
  );
  // Reviewed an hour after they were submitted 75, 50 and 30 hours before; two never, 120 and 3 hours before.
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

test('killed half way it goes on where it was: nothing twice, nothing left out', async () => {
  await begin();
  const night = clockTo(nightOf(0));
  const written = await until(async () => {
    const { total } = await started.database.collection('dailyHeads').count();
    return total >= 5 ? total : undefined;
  });
  expect(written).toBeLessThan(184);
  const processes = readdirSync(path.join(started.dataDir, 'processes')).map(Number);
  expect(processes.length).toBeGreaterThan(0);
  for (const pid of processes) process.kill(pid, 'SIGKILL');
  await night;
  // The failed run is repeated at once.
  const all = await until(async () => {
    const present = await heads();
    return present.length >= 184 ? present : undefined;
  });
  expectChained(all);
  expect(new Set(daysOf(all)).size).toBe(184);
  expect(all.flatMap(({ records }) => records)).toHaveLength(11);
});

test('a day of very many is several heads; so are days long past, so many a night', async () => {
  const busy = '2026-11-20T03:00:00.000Z';
  const many = Array.from({ length: 2500 }, (_, n) => ({
    _id: `many-${n}`,
    shortNumber: `many-${n}`,
    // Most in one and the same instant, as an import writes them.
    changedAt: n < 2200 ? busy : new Date(Date.parse(busy) + n).toISOString(),
    events: [{ hash: sha256(String(n)) }],
  }));
  const old = { _id: 'old', shortNumber: 'old', changedAt: '2026-01-09T16:00:00.000Z', events: [] };
  await writeDocuments(started.target, { projects: [...many, old] });
  await clockTo('2025-12-01T00:00:00.000Z');
  await clockTo(nightOf(0));
  const first = await heads();
  expect(first).toHaveLength(250);
  expect(first[0]).toMatchObject({ day: '2026-01-10', records: [{ recordId: 'old', version: 0, hash: '' }] });
  await clockTo(nightOf(1));
  const all = await heads();
  expectChained(all);
  expect(all[all.length - 1]?.day).toBe('2026-11-24');
  const parts = all.filter(({ day }) => day === '2026-11-20');
  // 2500 of these and one approved inspection.
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
  await clockTo(nightOf(10));
  expect((await heads()).at(-1)?.day).toBe('2026-12-03');
  await clockTo('2026-11-25T04:00:00.000Z');
  const id = await submit();
  await clockTo('2026-11-25T20:00:00.000Z');
  const all = await heads();
  expectChained(all);
  expect(all.at(-1)).toMatchObject({ day: '2026-11-25', records: [{ recordId: id, version: 1 }] });
});
