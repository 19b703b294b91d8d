import { deskTimers, onGround } from '../../foreground';
import { keepFile } from '../../files';
import { requireScope } from '../../permissions';
import { requirePrivacy } from '../../privacy';
import { openDevices } from '../../stand-in-devices';
import { failure, type Failure } from '../api';

/** RecorderManager.start of the documentation. */
export interface RecorderOptions {
  /** ms */
  readonly duration?: number;
  readonly sampleRate?: number;
  readonly numberOfChannels?: number;
  readonly encodeBitRate?: number;
  readonly format?: string;
  /** KB; mp3 and PCM only. */
  readonly frameSize?: number;
}

const MAX_DURATION_MS = 600_000;
const DEFAULT_DURATION_MS = 60_000;
const FORMATS = ['mp3', 'aac', 'wav', 'PCM'];
const FRAMED: readonly string[] = ['mp3', 'PCM'];
/** Bit rates that go with a sampling rate. */
const BIT_RATES: Readonly<Record<number, readonly [least: number, most: number]>> = {
  8000: [16000, 48000],
  11025: [16000, 48000],
  12000: [24000, 64000],
  16000: [24000, 96000],
  22050: [32000, 128000],
  24000: [32000, 128000],
  32000: [48000, 192000],
  44100: [64000, 320000],
  48000: [64000, 320000],
};
const DEFAULT_SAMPLE_RATE = 8000;
const DEFAULT_BIT_RATE = 48000;
const PIECE_MS = 100;
const KB = 1024;

const faultOf = (options: RecorderOptions): string | undefined => {
  const { duration = DEFAULT_DURATION_MS, sampleRate = DEFAULT_SAMPLE_RATE, numberOfChannels = 2 } = options;
  const { encodeBitRate = DEFAULT_BIT_RATE, format = 'aac', frameSize } = options;
  if (!(duration > 0 && duration <= MAX_DURATION_MS)) return 'duration is out of range';
  if (!FORMATS.includes(format)) return `invalid format ${format}`;
  if (numberOfChannels !== 1 && numberOfChannels !== 2) return 'invalid numberOfChannels';
  const [least, most] = BIT_RATES[sampleRate] ?? [Infinity, -Infinity];
  if (least > most) return `invalid sampleRate ${sampleRate}`;
  if (encodeBitRate < least || encodeBitRate > most) {
    return 'encodeBitRate does not match sampleRate';
  }
  return frameSize !== undefined && !FRAMED.includes(format) ? 'frameSize wants mp3 or PCM' : undefined;
};

type Name =
  | 'Start'
  | 'Pause'
  | 'Resume'
  | 'Stop'
  | 'FrameRecorded'
  | 'Error'
  | 'InterruptionBegin'
  | 'InterruptionEnd';
const listeners = new Map<Name, (event: unknown) => void>();
const tell = (name: Name, event: object = {}): void => listeners.get(name)?.(event);
const fail = (message: string): void => tell('Error', failure(`operateRecorder:fail ${message}`));

interface Recording {
  readonly recorder: MediaRecorder;
  readonly pieces: Blob[];
  readonly frameBytes: number | undefined;
  readonly limitMs: number;
  framed: number;
  spentMs: number;
  since: number | undefined;
  timer: number | undefined;
}

let current: Recording | undefined;
let isStarting = false;

const spent = (recording: Recording): number =>
  recording.spentMs + (recording.since === undefined ? 0 : performance.now() - recording.since);

const run = (recording: Recording): void => {
  recording.since = performance.now();
  recording.timer = deskTimers.setTimeout(stop, recording.limitMs - recording.spentMs);
};

const rest = (recording: Recording): void => {
  deskTimers.clearTimeout(recording.timer);
  recording.spentMs = spent(recording);
  recording.since = undefined;
};

const frames = async (recording: Recording, isLast: boolean): Promise<void> => {
  const { frameBytes, pieces } = recording;
  if (frameBytes === undefined) return;
  const all = new Blob(pieces);
  while (all.size - recording.framed >= frameBytes || (isLast && recording.framed < all.size)) {
    const to = Math.min(all.size, recording.framed + frameBytes);
    const part = all.slice(recording.framed, to);
    recording.framed = to;
    tell('FrameRecorded', {
      frameBuffer: await part.arrayBuffer(),
      isLastFrame: isLast && to === all.size,
    });
  }
};

const finish = async (recording: Recording): Promise<void> => {
  for (const track of recording.recorder.stream.getTracks()) track.stop();
  const blob = new Blob(recording.pieces, { type: recording.recorder.mimeType });
  await frames(recording, true);
  let tempFilePath: string;
  try {
    tempFilePath = keepFile(blob);
  } catch (error) {
    return fail((error as Failure).errMsg);
  }
  tell('Stop', {
    tempFilePath,
    duration: Math.round(Math.min(recording.limitMs, recording.spentMs)),
    fileSize: blob.size,
  });
};

const begin = async (options: RecorderOptions): Promise<void> => {
  await requirePrivacy('startRecord');
  await requireScope('scope.record');
  const stream = await openDevices({ audio: true });
  if (!stream) return fail('system permission denied');
  const recording: Recording = {
    recorder: new MediaRecorder(stream, { audioBitsPerSecond: options.encodeBitRate ?? DEFAULT_BIT_RATE }),
    pieces: [],
    frameBytes: options.frameSize === undefined ? undefined : options.frameSize * KB,
    limitMs: options.duration ?? DEFAULT_DURATION_MS,
    framed: 0,
    spentMs: 0,
    since: undefined,
    timer: undefined,
  };
  recording.recorder.addEventListener('dataavailable', ({ data }) => {
    recording.pieces.push(data);
    if (recording.recorder.state !== 'inactive') void frames(recording, false);
  });
  recording.recorder.addEventListener('stop', () => void finish(recording));
  current = recording;
  recording.recorder.start(PIECE_MS);
  run(recording);
  tell('Start');
};

const start = (options: RecorderOptions = {}): void => {
  const fault = faultOf(options);
  if (fault !== undefined) return fail(fault);
  if (current || isStarting) return fail('recorder is busy');
  isStarting = true;
  begin(options)
    .catch((error: unknown) => fail((error as { errMsg: string }).errMsg.replace(/^fail /, '')))
    .finally(() => {
      isStarting = false;
    });
};

const pause = (): void => {
  if (current?.recorder.state !== 'recording') return fail('recorder not recording');
  rest(current);
  current.recorder.pause();
  tell('Pause');
};

const resume = (): void => {
  if (current?.recorder.state !== 'paused') return fail('recorder not paused');
  current.recorder.resume();
  run(current);
  tell('Resume');
};

function stop(): void {
  if (!current) return fail('recorder not start');
  if (current.since !== undefined) rest(current);
  const { recorder } = current;
  current = undefined;
  recorder.stop();
}

/** A call comes in: WeChat takes the microphone and pauses the recording; the program may resume afterwards. */
export const interruptRecording = (): void => {
  if (current?.recorder.state !== 'recording') return;
  tell('InterruptionBegin');
  pause();
};
export const endInterruption = (): void => tell('InterruptionEnd');

onGround((ground) => {
  if (ground === 'background' && current?.recorder.state === 'recording') pause();
});

const listen =
  (name: Name) =>
  (listener: (event: never) => void): void => {
    listeners.set(name, listener as (event: unknown) => void);
  };

const manager = {
  start,
  pause,
  resume,
  stop,
  onStart: listen('Start'),
  onPause: listen('Pause'),
  onResume: listen('Resume'),
  onStop: listen('Stop'),
  onFrameRecorded: listen('FrameRecorded'),
  onError: listen('Error'),
  onInterruptionBegin: listen('InterruptionBegin'),
  onInterruptionEnd: listen('InterruptionEnd'),
};

export const recording = { getRecorderManager: () => manager };
