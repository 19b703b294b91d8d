import { deskTimers } from './foreground';

/** Of the pattern: small, so that two phones side by side can draw it. */
const SIZE = { width: 640, height: 480 };
const FRAMES_A_SECOND = 15;
const COLOURS = ['#c0392b', '#f1c40f', '#27ae60', '#2980b9', '#8e44ad'];
/** The tuning fork's A, and not loud. */
const TONE_HZ = 440;
const LOUDNESS = 0.2;

const isLive = (stream: MediaStream): boolean =>
  stream.getTracks().some(({ readyState }) => readyState === 'live');

/** Colours side by side, and a bar that moves: a picture shows when it was taken. */
const draw = (context: CanvasRenderingContext2D, frame: number): void => {
  const { width, height } = SIZE;
  COLOURS.forEach((colour, index) => {
    context.fillStyle = colour;
    context.fillRect((width / COLOURS.length) * index, 0, width / COLOURS.length + 1, height);
  });
  context.fillStyle = '#ffffff';
  context.fillRect(((frame * 8) % width) - 8, 0, 16, height);
  context.fillStyle = '#000000';
  context.font = '48px sans-serif';
  context.fillText(String(frame), 24, height - 24);
};

const pattern = (): MediaStreamTrack[] => {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d');
  if (!context) return [];
  draw(context, 0);
  const stream = canvas.captureStream(FRAMES_A_SECOND);
  let frame = 0;
  const next = (): void => {
    if (!isLive(stream)) return;
    frame += 1;
    draw(context, frame);
    deskTimers.setTimeout(next, 1000 / FRAMES_A_SECOND);
  };
  next();
  return stream.getTracks();
};

const tone = (): MediaStreamTrack[] => {
  const audio = new AudioContext();
  const { stream } = connected(audio);
  void audio.resume();
  // Nothing tells that somebody stopped a track.
  const watch = (): void => {
    if (isLive(stream)) deskTimers.setTimeout(watch, 1000);
    else void audio.close();
  };
  watch();
  return stream.getTracks();
};

const connected = (audio: AudioContext): MediaStreamAudioDestinationNode => {
  const [source, loudness, end] = [
    audio.createOscillator(),
    audio.createGain(),
    audio.createMediaStreamDestination(),
  ];
  source.frequency.value = TONE_HZ;
  loudness.gain.value = LOUDNESS;
  source.connect(loudness).connect(end);
  source.start();
  return end;
};

let areStandIns = false;

/** The panel's switch: a pattern and a tone in place of the browser's camera and microphone. */
export const useStandIns = (isOn: boolean): void => {
  areStandIns = isOn;
};

/**
 * The camera and microphone that the phone has now.
 * @returns undefined where there is none, or the browser does not allow it
 */
export const openDevices = async (wanted: {
  readonly video?: MediaTrackConstraints;
  readonly audio?: boolean;
}): Promise<MediaStream | undefined> => {
  if (areStandIns)
    return new MediaStream([...(wanted.video ? pattern() : []), ...(wanted.audio ? tone() : [])]);
  return navigator.mediaDevices?.getUserMedia(wanted).catch(() => undefined);
};
