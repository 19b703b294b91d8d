import type { GeneralComponent } from 'glass-easel';
import { dataOf, type Builtin } from '../support/define';
import { keepNode } from '../support/handles';
import { followSource } from '../support/source';

interface VideoData {
  readonly src: string;
  readonly controls: boolean;
  readonly autoplay: boolean;
  readonly loop: boolean;
  readonly muted: boolean;
  readonly initialTime: number;
  readonly poster: string;
  readonly objectFit: string;
}

const onPlayer = (component: GeneralComponent, player: HTMLVideoElement): void => {
  const tell = (type: string, name: string, detail: () => object = () => ({})): void =>
    player.addEventListener(type, () => component.triggerEvent(name, detail()));
  tell('play', 'play');
  tell('pause', 'pause');
  tell('ended', 'ended');
  tell('waiting', 'waiting');
  tell('timeupdate', 'timeupdate', () => ({
    currentTime: player.currentTime,
    duration: player.duration,
  }));
  tell('progress', 'progress', () => ({
    buffered: player.buffered.length > 0 ? (player.buffered.end(0) / player.duration) * 100 : 0,
  }));
  tell('seeked', 'seekcomplete', () => ({ position: player.currentTime }));
  tell('loadedmetadata', 'loadedmetadata', () => ({
    width: player.videoWidth,
    height: player.videoHeight,
    duration: player.duration,
  }));
  tell('error', 'error', () => ({ errMsg: player.error?.message ?? 'MEDIA_ERR_SRC_NOT_SUPPORTED' }));
  document.addEventListener('fullscreenchange', () => {
    if (!player.isConnected) return;
    const fullScreen = document.fullscreenElement === player;
    component.triggerEvent('fullscreenchange', { fullScreen, direction: 'vertical' });
  });
};

export const video: Builtin = {
  hasSlot: true,
  properties: {
    src: String,
    duration: Number,
    controls: { type: Boolean, value: true },
    autoplay: Boolean,
    loop: Boolean,
    muted: Boolean,
    initialTime: { type: Number, value: 0 },
    poster: String,
    objectFit: { type: String, value: 'contain' },
    direction: Number,
    title: String,
    showFullscreenBtn: { type: Boolean, value: true },
    showPlayBtn: { type: Boolean, value: true },
    showCenterPlayBtn: { type: Boolean, value: true },
    showProgress: { type: Boolean, value: true },
    enableProgressGesture: { type: Boolean, value: true },
  },
  create: (component, host) => {
    const player = document.createElement('video');
    player.playsInline = true;
    player.className = 'phone-video';
    host.append(player);
    keepNode(host, player);
    onPlayer(component, player);
    const fail = (errMsg: string): void => component.triggerEvent('error', { errMsg });
    const followPoster = followSource((address) => {
      player.poster = address;
    }, fail);
    const follow = followSource((address) => {
      if (!address) {
        player.removeAttribute('src');
        return;
      }
      player.src = address;
      const { initialTime } = dataOf<VideoData>(component);
      if (initialTime > 0) player.currentTime = initialTime;
    }, fail);
    return () => {
      const now = dataOf<VideoData>(component);
      player.controls = now.controls;
      player.loop = now.loop;
      player.muted = now.muted;
      player.autoplay = now.autoplay;
      player.style.objectFit = now.objectFit;
      followPoster(now.poster);
      follow(now.src);
    };
  },
};
