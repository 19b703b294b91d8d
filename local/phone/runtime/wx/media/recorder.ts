import { deskTimers, onGround } from '../../foreground';
import { keepFile } from '../../files';
import { requireScope } from '../../permissions';
import { requirePrivacy } from '../../privacy';
import { openDevices } from '../../stand-in-devices';
import { failure, type Failure } from '../api';
import { browserEncoder } from './browser-encoder';
import { mp3Encoder } from './mp3-encoder';
import { faultOf, termsOf, type RecorderOptions } from './recorder-options';
import type { SoundEncoder } from './sound-encoder';

const KB = 1024;

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
  readonly encoder: SoundEncoder;
  readonly stream: MediaStream;
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
  await recording.encoder.stop();
  for (const track of recording.stream.getTracks()) track.stop();
  const blob = new Blob(recording.pieces, { type: recording.pieces[0]?.type ?? '' });
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
  const terms = termsOf(options);
  const encode = terms.format === 'mp3' ? mp3Encoder : browserEncoder;
  const pieces: Blob[] = [];
  const recording: Recording = {
    encoder: await encode(stream, terms, (piece) => {
      pieces.push(piece);
      // Once it is stopped `finish` gives the rest, with the last frame named.
      if (current?.pieces === pieces) void frames(current, false);
    }),
    stream,
    pieces,
    frameBytes: options.frameSize === undefined ? undefined : options.frameSize * KB,
    limitMs: terms.duration,
    framed: 0,
    spentMs: 0,
    since: undefined,
    timer: undefined,
  };
  current = recording;
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
  if (current?.since === undefined) return fail('recorder not recording');
  rest(current);
  current.encoder.pause();
  tell('Pause');
};

const resume = (): void => {
  if (!current || current.since !== undefined) return fail('recorder not paused');
  current.encoder.resume();
  run(current);
  tell('Resume');
};

function stop(): void {
  if (!current) return fail('recorder not start');
  if (current.since !== undefined) rest(current);
  const stopped = current;
  current = undefined;
  void finish(stopped);
}

/** A call comes in: WeChat takes the microphone and pauses the recording; the program may resume afterwards. */
export const interruptRecording = (): void => {
  if (current?.since === undefined) return;
  tell('InterruptionBegin');
  pause();
};
export const endInterruption = (): void => tell('InterruptionEnd');

onGround((ground) => {
  if (ground === 'background' && current?.since !== undefined) pause();
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
