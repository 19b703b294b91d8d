import { elapsedOf, NOT_STARTED, remainingWords, startedAt, stoppedAt, type Stopwatch } from './voice-time';

/** idle: nothing yet. starting: WeChat may be asking. interrupted: a call has the microphone. ending: the file is made. */
export type RecordingState = 'idle' | 'starting' | 'recording' | 'paused' | 'interrupted' | 'ending';

export interface Recording {
  readonly state: RecordingState;
  readonly watch: Stopwatch;
  /** What the person has to know now; '' where all is plain. */
  readonly note: string;
}
export const NO_RECORDING: Recording = { state: 'idle', watch: NOT_STARTED, note: '' };

const KEPT = '已录的部分保留着';

/** What the recorder told, or the person did. */
export type Happening =
  | 'start'
  | 'started'
  | 'paused'
  | 'resumed'
  | 'interrupted'
  | 'interruptionOver'
  | 'end'
  | 'tooShort';

/** The recording after it; what cannot happen in a state changes nothing. @param now ms */
export const recordingAfter = (recording: Recording, happening: Happening, now: number): Recording => {
  const { state, watch } = recording;
  const runs = { watch: startedAt(watch, now), note: '' };
  const rests = { watch: stoppedAt(watch, now) };
  switch (happening) {
    case 'start':
      return state === 'idle' ? { ...NO_RECORDING, state: 'starting' } : recording;
    case 'started':
    case 'resumed':
      return { ...recording, ...runs, state: 'recording' };
    case 'interrupted':
      return { ...rests, state: 'interrupted', note: `来电，录音已暂停，${KEPT}` };
    case 'interruptionOver':
      if (state !== 'interrupted') return recording;
      return { ...recording, state: 'paused', note: `通话已结束，${KEPT}，可继续录或点“完成”` };
    case 'paused':
      return state === 'recording' ? { ...rests, state: 'paused', note: '' } : { ...recording, ...rests };
    case 'end':
      return { ...rests, state: 'ending', note: '' };
    case 'tooShort':
      return { ...NO_RECORDING, note: '录音不足 1 秒，没有保存，请重新录' };
  }
};

/** How many of the latest levels stand side by side. */
export const LEVEL_BARS = 24;

/** The levels with one more at the end. */
export const levelsWith = (levels: readonly number[], level: number): number[] =>
  [...levels, level].slice(-LEVEL_BARS);

/** The elapsed time, and what remains near the end. */
export const timeWords = ({ watch }: Recording, now: number, limitMs: number) => {
  const elapsed = Math.min(elapsedOf(watch, now), limitMs);
  return { elapsed, remaining: remainingWords(elapsed, limitMs) };
};
