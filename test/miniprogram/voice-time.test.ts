import {
  clockOf,
  elapsedOf,
  lengthOf,
  NOT_STARTED,
  remainingWords,
  startedAt,
  stoppedAt,
} from '../../miniprogram/view/voice/voice-time';

test('time is told in minutes and seconds', () => {
  expect([0, 999, 7000, 59_999, 60_000, 600_000].map(clockOf)).toEqual([
    '0:00',
    '0:00',
    '0:07',
    '0:59',
    '1:00',
    '10:00',
  ]);
  expect([0, 1, 5900, 60_000].map(lengthOf)).toEqual(['0:00', '0:01', '0:06', '1:00']);
});

test('what remains is told in the last minute', () => {
  expect(remainingWords(0, 600_000)).toBe('');
  expect(remainingWords(539_999, 600_000)).toBe('');
  expect(remainingWords(540_000, 600_000)).toBe('还可录 1:00');
  expect(remainingWords(595_500, 600_000)).toBe('还可录 0:05');
  expect(remainingWords(601_000, 600_000)).toBe('还可录 0:00');
});

test('a stopwatch counts only while it runs; starting twice or stopping twice changes nothing', () => {
  const running = startedAt(startedAt(NOT_STARTED, 1000), 1500);
  expect(elapsedOf(running, 3000)).toBe(2000);
  const stopped = stoppedAt(stoppedAt(running, 4000), 9000);
  expect(elapsedOf(stopped, 10_000)).toBe(3000);
  expect(elapsedOf(startedAt(stopped, 10_000), 10_500)).toBe(3500);
});
