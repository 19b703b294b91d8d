import {
  levelsWith,
  NO_RECORDING,
  recordingAfter,
  timeWords,
  type Happening,
  type Recording,
} from '../../miniprogram/view/voice/recording';

/** [what happened, at which second] */
const after = (...happenings: [Happening, number][]): Recording =>
  happenings.reduce((recording, [what, at]) => recordingAfter(recording, what, at * 1000), NO_RECORDING);

test('time counts from when the microphone is there, and not while it is paused', () => {
  const recording = after(['start', 0], ['started', 5], ['paused', 8], ['resumed', 20]);
  expect(recording.state).toBe('recording');
  expect(timeWords(recording, 22_000, 600_000)).toEqual({ elapsed: 5000, remaining: '' });
});

test('a call stops the clock and says so; the pause it brings changes nothing; after it, it can go on', () => {
  const called = after(['start', 0], ['started', 0], ['interrupted', 3], ['paused', 3]);
  expect(called).toMatchObject({ state: 'interrupted', note: '来电，录音已暂停，已录的部分保留着' });
  expect(timeWords(called, 60_000, 600_000).elapsed).toBe(3000);
  const over = recordingAfter(called, 'interruptionOver', 60_000);
  expect(over.state).toBe('paused');
  expect(recordingAfter(over, 'resumed', 61_000)).toMatchObject({ state: 'recording', note: '' });
});

test('the end of a call that interrupted nothing, and a second start, change nothing', () => {
  const recording = after(['start', 0], ['started', 0]);
  expect(recordingAfter(recording, 'interruptionOver', 2000)).toBe(recording);
  expect(recordingAfter(recording, 'start', 2000)).toBe(recording);
});

test('too short begins anew and says so; what remains is told near the end, never less than nothing', () => {
  expect(after(['start', 0], ['started', 0], ['end', 0.5], ['tooShort', 0.6])).toEqual({
    ...NO_RECORDING,
    note: '录音不足 1 秒，没有保存，请重新录',
  });
  const long = after(['start', 0], ['started', 0]);
  expect(timeWords(long, 590_000, 600_000).remaining).toBe('还可录 0:10');
  expect(timeWords(long, 700_000, 600_000)).toEqual({ elapsed: 600_000, remaining: '还可录 0:00' });
});

test('the latest 24 levels stand side by side', () => {
  const levels = Array.from({ length: 24 }, (_, at) => at / 24);
  expect(levelsWith(levels, 1)).toEqual([...levels.slice(1), 1]);
});
