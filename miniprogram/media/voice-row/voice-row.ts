import { confirm, tellFailure } from '../../platform/dialogs';
import { Player } from '../../platform/player';
import { clockOf, lengthOf } from '../../view/voice/voice-time';

/** Beside the properties: the sound, once it was wanted. No method may have such a name: it would stand in its place. */
interface Kept {
  sound?: Player | undefined;
  source?: string;
  /** The finger is on the slider: the sound does not move it meanwhile. */
  isSliding?: boolean;
}

/**
 * One recording: plays with its position, one at a time on the phone. Editable it can be deleted: tells remove, after
 * it was asked.
 */
Component({
  properties: {
    /** A path of this phone or an address. */
    src: String,
    /** 0 where nobody measured it: its length is shown once the sound itself tells. */
    durationMs: Number,
    /** From 1; 0 where there is only one. */
    order: Number,
    isEditable: Boolean,
  },
  data: {
    isPlaying: false,
    positionMs: 0,
    position: '0:00',
    lengthMs: 0,
    length: '',
  },
  observers: {
    durationMs(durationMs: number) {
      this.measure(durationMs);
    },
    /** Another sound in this row: the one before is gone. Told with every setData of the page, also of the same. */
    src(src: string) {
      const kept = this.kept();
      if (src === kept.source) return;
      kept.source = src;
      this.silence();
    },
  },
  lifetimes: {
    detached() {
      this.silence();
    },
  },
  pageLifetimes: {
    hide() {
      this.kept().sound?.pause();
    },
  },
  methods: {
    kept() {
      return this as unknown as Kept;
    },
    silence() {
      const kept = this.kept();
      kept.sound?.destroy();
      kept.sound = undefined;
      this.setData({ isPlaying: false });
      this.showPosition(0);
    },
    measure(lengthMs: number) {
      if (lengthMs > 0 && lengthMs !== this.data.lengthMs)
        this.setData({ lengthMs, length: lengthOf(lengthMs) });
    },
    showPosition(positionMs: number) {
      const { lengthMs } = this.data;
      const bounded = lengthMs > 0 ? Math.min(positionMs, lengthMs) : positionMs;
      this.setData({ positionMs: bounded, position: clockOf(bounded) });
    },
    player(): Player {
      const kept = this.kept();
      kept.sound ??= new Player(this.properties.src, {
        playing: () => this.setData({ isPlaying: true }),
        paused: () => this.setData({ isPlaying: false }),
        measured: (durationMs) => {
          if (this.properties.durationMs === 0) this.measure(durationMs);
        },
        moved: (positionMs) => {
          if (!kept.isSliding) this.showPosition(positionMs);
        },
        ended: () => {
          this.setData({ isPlaying: false });
          this.showPosition(0);
        },
        failed: (error) => {
          this.silence();
          void tellFailure(error);
        },
      });
      return kept.sound;
    },
    onToggle() {
      if (this.data.isPlaying) this.player().pause();
      else this.player().play();
    },
    onSliding({ detail }: WechatMiniprogram.SliderChanging) {
      this.kept().isSliding = true;
      this.setData({ position: clockOf(detail.value) });
    },
    onSlide({ detail }: WechatMiniprogram.SliderChange) {
      this.kept().isSliding = false;
      this.showPosition(detail.value);
      this.player().seek(detail.value);
    },
    async onRemove() {
      this.kept().sound?.pause();
      if (await confirm('删除录音', `删除这段 ${this.data.length} 的录音？`, '删除'))
        this.triggerEvent('remove');
    },
  },
});
