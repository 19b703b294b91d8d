import { createHash } from 'node:crypto';
import {
  formHead,
  MOST_RECORDS,
  openStretch,
  type DailyHead,
  type RecordHead,
} from '../../miniprogram/domain/integrity/daily-head';
import { isInstant, dayOf, daysAfter, startOf } from '../../miniprogram/domain/instants';
import { brokenRecordHead, NO_HEAD, verifiedHead } from '../../miniprogram/domain/integrity/verify-head';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const ZEROS = '0'.repeat(64);
const NOW = '2026-11-23T19:50:00.000Z';

const RECORD: RecordHead = { collection: 'inspections', recordId: 'r1', version: 2, hash: 'b'.repeat(64) };
const FIRST_PLACE = { day: '2026-11-22', part: 1, after: null };
const first = formHead(null, FIRST_PLACE, { records: [RECORD], through: null }, NOW, sha256);
const second = formHead(
  first,
  { day: '2026-11-23', part: 1, after: null },
  { records: [], through: null },
  NOW,
  sha256,
);

describe('days in Asia/Shanghai', () => {
  test('begin at 16:00 of the day before in UTC', () => {
    expect(dayOf('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
    expect(dayOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
    expect(startOf('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
    expect(isInstant(startOf('2026-03-01'))).toBe(true);
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysAfter('2028-03-01', -1)).toBe('2028-02-29');
  });
});

describe('a head', () => {
  test('hashes the head before and everything it says, written out by hand', () => {
    const said =
      '{"day":"2026-11-22","formedAt":"2026-11-23T19:50:00.000Z","number":1,"part":1,' +
      `"records":[{"collection":"inspections","hash":"${'b'.repeat(64)}","recordId":"r1","version":2}],"through":null}`;
    expect(first).toMatchObject({ _id: '00000001', previousHash: ZEROS, hash: sha256(ZEROS + said) });
    const next =
      '{"day":"2026-11-23","formedAt":"2026-11-23T19:50:00.000Z","number":2,"part":1,"records":[],"through":null}';
    expect(second).toMatchObject({
      _id: '00000002',
      previousHash: first.hash,
      hash: sha256(first.hash + next),
    });
  });

  test('of as many of the longest ids as it takes stays far below half a megabyte', () => {
    const records = Array.from({ length: MOST_RECORDS }, () => ({
      ...RECORD,
      recordId: 'x'.repeat(64),
      version: 123_456,
    }));
    const through = { collection: 'inspections', changedAt: NOW, recordId: 'x'.repeat(64) } as const;
    const head = formHead(null, FIRST_PLACE, { records, through }, NOW, sha256);
    expect(Buffer.byteLength(JSON.stringify(head))).toBeLessThan(512 * 1024);
  });
});

describe('where the next head is looked for', () => {
  const after = (day: string): DailyHead => ({ ...first, day });
  const YESTERDAY = ['2026-11-22T16:00:00.000Z', '2026-11-23T16:00:00.000Z'];
  test.each([
    ['everything, up to yesterday', null, NOW, ['', '2026-11-23T16:00:00.000Z']],
    ['behind the last', after('2026-11-20'), NOW, ['2026-11-20T16:00:00.000Z', '2026-11-23T16:00:00.000Z']],
    ['yesterday', after('2026-11-22'), NOW, YESTERDAY],
    ['nothing once yesterday is done', after('2026-11-23'), NOW, [YESTERDAY[1], YESTERDAY[1]]],
    // 00:09 and 00:10 of the 24th.
    [
      'a day is not over at once',
      after('2026-11-22'),
      '2026-11-23T16:09:59.999Z',
      [YESTERDAY[0], YESTERDAY[0]],
    ],
    ['but ten minutes later', after('2026-11-22'), '2026-11-23T16:10:00.000Z', YESTERDAY],
    ['a clock set back: its yesterday once more', after('2026-12-05'), NOW, YESTERDAY],
  ])('%s', (_, last, now, expected) => {
    const { from, before } = openStretch(last, now);
    expect([from, before]).toEqual(expected);
  });
});

describe('the chain of heads', () => {
  const faultOf = (previous: typeof NO_HEAD, head: object): string => {
    const result = verifiedHead(previous, head as Readonly<Record<string, unknown>>, sha256);
    return 'fault' in result ? result.fault : 'whole';
  };
  test('is whole as it was formed', () => {
    expect(faultOf(NO_HEAD, first)).toBe('whole');
    expect(faultOf(first, second)).toBe('whole');
  });

  test.each<[string, typeof NO_HEAD, object, string]>([
    ['a head left out', NO_HEAD, second, 'head.number'],
    ['a head twice', first, first, 'head.number'],
    ['one behind another than it was formed on', { number: 1, hash: ZEROS }, second, 'head.previousHash'],
    ['another day', first, { ...second, day: '2026-11-24' }, 'head.hash'],
    ['another time', first, { ...second, formedAt: '2026-11-23T19:51:00.000Z' }, 'head.hash'],
    ['a record less', NO_HEAD, { ...first, records: [] }, 'head.hash'],
    ['another hash in it', NO_HEAD, { ...first, records: [{ ...RECORD, hash: ZEROS }] }, 'head.hash'],
    ['something more', NO_HEAD, { ...first, remark: '' }, 'head.hash'],
    ['another hash of it', NO_HEAD, { ...first, hash: ZEROS }, 'head.hash'],
  ])('%s is found', (_, previous, head, fault) => {
    expect(faultOf(previous, head)).toBe(fault);
  });
});

test('a record must still have the events that a head has of it', () => {
  const events = [{ hash: 'a'.repeat(64) }, { hash: 'b'.repeat(64) }, { hash: 'c'.repeat(64) }];
  expect(brokenRecordHead(RECORD, { events })).toBeNull();
  expect(brokenRecordHead(RECORD, undefined)).toMatchObject({ fault: 'head.gone', expected: RECORD.hash });
  expect(brokenRecordHead(RECORD, { events: events.slice(0, 1) })).toMatchObject({ fault: 'head.shorter' });
  expect(brokenRecordHead(RECORD, { events })).toBeNull();
  expect(brokenRecordHead(RECORD, { events: [events[1], events[0]] })).toMatchObject({
    fault: 'head.other',
    event: 2,
    expected: 'b'.repeat(64),
    found: 'a'.repeat(64),
  });
});
