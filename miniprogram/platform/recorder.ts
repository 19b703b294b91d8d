import { asRefusal } from './permissions';

/** A recording on this phone, not yet sent: an MP3. */
export interface Recorded {
  readonly path: string;
  readonly bytes: number;
  readonly durationMs: number;
}

/** What the recorder tells whoever records. */
export interface RecorderEvents {
  started(): void;
  /** A piece of the MP3, cut anywhere, some six times a second. */
  piece(bytes: Uint8Array): void;
  paused(): void;
  resumed(): void;
  /** A call takes the microphone: `paused` follows, and until the call is over nothing can be recorded. */
  interrupted(): void;
  interruptionOver(): void;
  /** Ended by `stopRecording`, or because the time is over. */
  stopped(recorded: Recorded): void;
  /** Nothing is recorded any more. @param error PermissionError, or an Error with a sentence */
  failed(error: unknown): void;
}

/** WeChat's own bound: ten minutes. */
export const RECORDING_LIMIT_MS = 600_000;
/** Shorter is a slip of the finger. */
export const RECORDING_LEAST_MS = 1000;

/** Speech at 16 kHz; with 48 kbit/s ten minutes are 3.6 MB, and a piece of 1 KB comes six times a second. */
const OPTIONS = {
  duration: RECORDING_LIMIT_MS,
  format: 'mp3',
  sampleRate: 16000,
  numberOfChannels: 1,
  encodeBitRate: 48000,
  frameSize: 1,
} as const;

let events: RecorderEvents | null = null;
let left: Recorded | null = null;
let isListening = false;

/** WeChat has one recorder for all, whose listeners cannot be taken off: they pass on to whoever records now. */
const listen = (recorder: WechatMiniprogram.RecorderManager): void => {
  if (isListening) return;
  isListening = true;
  recorder.onStart(() => events?.started());
  recorder.onFrameRecorded(({ frameBuffer }) => events?.piece(new Uint8Array(frameBuffer)));
  recorder.onPause(() => events?.paused());
  recorder.onResume(() => events?.resumed());
  recorder.onInterruptionBegin(() => events?.interrupted());
  recorder.onInterruptionEnd(() => events?.interruptionOver());
  recorder.onStop(({ tempFilePath, fileSize, duration }) => {
    const recorded = { path: tempFilePath, bytes: fileSize, durationMs: duration };
    const told = events;
    events = null;
    if (told) told.stopped(recorded);
    else left = recorded.durationMs < RECORDING_LEAST_MS ? null : recorded;
  });
  recorder.onError((error) => {
    const told = events;
    events = null;
    const refused = asRefusal(error, 'scope.record');
    told?.failed(refused === error ? new Error('录音没有成功，请重试') : refused);
  });
};

/** Starts to record for `listener`, in whose place nobody else records then. */
export const startRecording = (listener: RecorderEvents): void => {
  const recorder = wx.getRecorderManager();
  listen(recorder);
  events = listener;
  recorder.start(OPTIONS);
};

export const pauseRecording = (): void => wx.getRecorderManager().pause();
export const resumeRecording = (): void => wx.getRecorderManager().resume();
export const stopRecording = (): void => wx.getRecorderManager().stop();

/** Whoever records goes away: what is recorded so far is kept for `takeLeftRecording`. */
export const leaveRecording = (): void => {
  events = null;
  stopRecording();
};

/** A recording whose page went away before it ended, once; null where there is none. */
export const takeLeftRecording = (): Recorded | null => {
  const found = left;
  left = null;
  return found;
};
