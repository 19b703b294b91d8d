import { fileAddress } from '../../files';
import { onGround } from '../../foreground';
import { settings } from '../../settings';
import { api, listenerPair } from '../api';
import { cloudAddress } from '../cloud/addresses';

/** Errors of InnerAudioContext.onError. */
const CODES: Readonly<Record<number, number>> = { 1: -1, 2: 10002, 3: 10004, 4: 10003 };

const NETWORK_ERROR = 10002;

const EVENTS = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
} as const;

type Pairs = Record<`on${string}` | `off${string}`, (listener: () => void) => void>;

const playing = new Set<HTMLAudioElement>();
// Without a declared background mode sounds stop with the program.
onGround((ground) => {
  if (ground === 'background') for (const audio of playing) audio.pause();
});

/** wx.createInnerAudioContext over the browser's audio element. */
const createInnerAudioContext = () => {
  const audio = new Audio();
  let source = '';
  let isReachable = true;
  playing.add(audio);
  const stopped = listenerPair<undefined>();
  const failed = listenerPair<{ errCode: number; errMsg: string }>();
  const pairs: Pairs = {};
  for (const [name, type] of Object.entries(EVENTS)) {
    const pair = listenerPair<undefined>();
    audio.addEventListener(type, () => pair.tell(undefined));
    pairs[`on${name}`] = pair.on;
    pairs[`off${name}`] = pair.off;
  }
  const tellError = (errCode: number, errMsg: string): void => failed.tell({ errCode, errMsg });
  audio.addEventListener('error', () =>
    tellError(CODES[audio.error?.code ?? 1] ?? -1, audio.error?.message ?? 'play fail'),
  );
  const load = async (given: string): Promise<void> => {
    source = given;
    isReachable = settings.net !== 'off' || !/^https?:/.test(given);
    if (!isReachable) {
      audio.removeAttribute('src');
      return tellError(NETWORK_ERROR, 'network is down');
    }
    try {
      audio.src = given.startsWith('cloud://') ? await cloudAddress(given) : fileAddress(given);
    } catch (error) {
      tellError(NETWORK_ERROR, (error as { errMsg: string }).errMsg);
    }
  };
  const context = {
    ...pairs,
    onStop: stopped.on,
    offStop: stopped.off,
    onError: failed.on,
    offError: failed.off,
    play: (): void => {
      if (isReachable) audio.play().catch(() => undefined);
    },
    pause: (): void => audio.pause(),
    stop: (): void => {
      audio.pause();
      audio.currentTime = 0;
      stopped.tell(undefined);
    },
    seek: (seconds: number): void => {
      audio.currentTime = seconds;
    },
    destroy: (): void => {
      audio.pause();
      audio.removeAttribute('src');
      playing.delete(audio);
    },
    obeyMuteSwitch: true,
  };
  return Object.defineProperties(context, {
    src: { get: () => source, set: (given: string) => void load(given) },
    autoplay: { get: () => audio.autoplay, set: (value: boolean) => (audio.autoplay = value) },
    loop: { get: () => audio.loop, set: (value: boolean) => (audio.loop = value) },
    volume: { get: () => audio.volume, set: (value: number) => (audio.volume = value) },
    playbackRate: { get: () => audio.playbackRate, set: (value: number) => (audio.playbackRate = value) },
    startTime: { get: () => 0, set: (value: number) => (audio.currentTime = value) },
    duration: { get: () => (Number.isFinite(audio.duration) ? audio.duration : 0) },
    currentTime: { get: () => audio.currentTime },
    paused: { get: () => audio.paused },
    buffered: { get: () => (audio.buffered.length > 0 ? audio.buffered.end(0) : 0) },
  });
};

export const sound = {
  createInnerAudioContext,
  setInnerAudioOption: api('setInnerAudioOption', () => ({})),
};
