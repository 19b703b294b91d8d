export interface PlayerEvents {
  playing(): void;
  paused(): void;
  /** ms from the beginning, several times a second while it plays. */
  moved(positionMs: number): void;
  ended(): void;
  /** @param error with a sentence */
  failed(error: Error): void;
}

/** Sounds do not talk over each other: the one that plays. */
let playing: Player | null = null;
const takeTurn = (player: Player): void => {
  if (playing !== player) playing?.pause();
  playing = player;
};
let isLoudAlways = false;

/** iOS's mute switch is for ringing; who taps 播放 wants to hear. (InnerAudioContext's own property is no longer heeded.) */
const hearMuted = (): void => {
  if (isLoudAlways) return;
  isLoudAlways = true;
  void wx.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined);
};

/** One sound: a path of this phone or an address. To be destroyed when it is no longer shown. */
export class Player {
  private readonly audio: WechatMiniprogram.InnerAudioContext;

  constructor(source: string, events: PlayerEvents) {
    hearMuted();
    const audio = wx.createInnerAudioContext();
    this.audio = audio;
    audio.onPlay(() => events.playing());
    audio.onPause(() => events.paused());
    audio.onTimeUpdate(() => events.moved(audio.currentTime * 1000));
    audio.onEnded(() => {
      this.leave();
      events.ended();
    });
    audio.onError((error) => {
      console.warn('sound failed', error);
      this.leave();
      events.failed(new Error('录音无法播放，请检查网络后重试'));
    });
    audio.src = source;
  }

  /** Another one that plays is paused. */
  play(): void {
    takeTurn(this);
    this.audio.play();
  }

  pause(): void {
    this.leave();
    this.audio.pause();
  }

  seek(positionMs: number): void {
    this.audio.seek(positionMs / 1000);
  }

  destroy(): void {
    this.leave();
    this.audio.destroy();
  }

  private leave(): void {
    if (playing === this) playing = null;
  }
}
