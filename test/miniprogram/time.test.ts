import { exactTime, greeting, spokenDay, spokenTime } from '../../miniprogram/view/time';

/** 11:30 of 23 November 2026 in Hainan. */
const NOW = '2026-11-23T03:30:00.000Z';

test('an instant is told in Hainan’s time, eight hours before Greenwich, whatever the phone’s own zone is', () => {
  expect(exactTime('2026-11-23T02:05:00.000Z')).toBe('2026-11-23 10:05');
  // Midnight there is 16:00 of the day before in Greenwich; the year turns with it.
  expect(exactTime('2026-12-31T15:59:59.000Z')).toBe('2026-12-31 23:59');
  expect(exactTime('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00');
  expect(exactTime('2028-02-28T16:00:00.000Z')).toBe('2028-02-29 00:00');
});

test.each([
  ['2026-11-22T16:00:00.000Z', '今天'],
  ['2026-11-22T15:59:59.000Z', '昨天'],
  ['2026-11-21T16:00:00.000Z', '昨天'],
  ['2026-11-21T15:59:59.000Z', '11 月 21 日'],
  ['2025-12-31T16:00:00.000Z', '1 月 1 日'],
  ['2025-12-31T15:59:59.000Z', '2025 年 12 月 31 日'],
  // A day to come, of a deadline.
  ['2026-11-24T02:00:00.000Z', '11 月 24 日'],
])('%s is spoken of as %s', (instant, spoken) => {
  expect(spokenDay(instant, NOW)).toBe(spoken);
});

test.each([
  ['2026-11-23T03:29:01.000Z', '刚刚'],
  ['2026-11-23T03:29:00.000Z', '1 分钟前'],
  ['2026-11-23T02:30:01.000Z', '59 分钟前'],
  ['2026-11-23T02:30:00.000Z', '今天 10:30'],
  ['2026-11-22T09:40:00.000Z', '昨天 17:40'],
  ['2026-11-20T09:40:00.000Z', '11 月 20 日'],
])('%s is told as %s', (instant, spoken) => {
  expect(spokenTime(instant, NOW)).toBe(spoken);
});

test.each([
  ['2026-11-22T21:59:00.000Z', '夜里好'],
  ['2026-11-22T22:00:00.000Z', '上午好'],
  ['2026-11-23T04:00:00.000Z', '中午好'],
  ['2026-11-23T06:00:00.000Z', '下午好'],
  ['2026-11-23T10:00:00.000Z', '晚上好'],
])('at %s one says %s', (now, words) => {
  expect(greeting(now)).toBe(words);
});
