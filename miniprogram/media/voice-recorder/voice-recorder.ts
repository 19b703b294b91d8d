import { confirm, tellFailure } from '../../platform/dialogs';
import {
  leaveRecording,
  pauseRecording,
  RECORDING_LEAST_MS,
  RECORDING_LIMIT_MS,
  resumeRecording,
  startRecording,
  stopRecording,
  type Recorded,
} from '../../platform/recorder';
import { levelOfPiece } from '../../view/voice/mp3-level';
import {
  LEVEL_BARS,
  levelsWith,
  NO_RECORDING,
  recordingAfter,
  timeWords,
  type Happening,
  type Recording,
  type RecordingState,
} from '../../view/voice/recording';
import { clockOf } from '../../view/voice/voice-time';

const TICK_MS = 250;
const SILENCE = Array.from({ length: LEVEL_BARS }, () => 0);

interface Kept {
  session?: Recording;
  timer?: ReturnType<typeof setInterval>;
  /** The person gave it up: what comes is not kept. */
  isDropped?: boolean;
}

/**
 * Records a voice in a sheet: level, time, pause, and what a call interrupted goes on or is kept.
 * Tells done { path, bytes, durationMs } (an MP3; platform/recorder Recorded) and close, in this order.
 */
Component({
  properties: {
    isOpen: Boolean,
  },
  data: {
    state: 'idle' as RecordingState,
    time: '0:00',
    remaining: '',
    note: '',
    levels: SILENCE,
  },
  lifetimes: {
    detached() {
      this.leave();
    },
  },
  pageLifetimes: {
    /** WeChat would let it wait in the background and may end the program there: what is recorded is kept now. */
    hide() {
      if (this.isRunning()) this.end();
    },
  },
  methods: {
    kept() {
      return this as unknown as Kept;
    },
    recording(): Recording {
      return this.kept().session ?? NO_RECORDING;
    },
    isRunning(): boolean {
      return ['recording', 'paused', 'interrupted'].includes(this.recording().state);
    },
    /** The recording after what happened, and as it is shown. */
    after(happening: Happening) {
      this.put(recordingAfter(this.recording(), happening, Date.now()));
    },
    put(recording: Recording) {
      this.kept().session = recording;
      const { state, note } = recording;
      this.tick();
      this.setData({ state, note, ...(state === 'recording' ? {} : { levels: SILENCE }) });
      this.keepTicking(state === 'recording');
    },
    tick() {
      const { elapsed, remaining } = timeWords(this.recording(), Date.now(), RECORDING_LIMIT_MS);
      this.setData({ time: clockOf(elapsed), remaining });
    },
    keepTicking(isOn: boolean) {
      const kept = this.kept();
      if (kept.timer !== undefined) clearInterval(kept.timer);
      delete kept.timer;
      if (isOn) kept.timer = setInterval(() => this.tick(), TICK_MS);
    },
    onMain() {
      const { state } = this.recording();
      if (state === 'idle') this.start();
      else if (state === 'recording') pauseRecording();
      else if (state === 'paused') resumeRecording();
    },
    start() {
      this.kept().isDropped = false;
      this.after('start');
      startRecording({
        started: () => this.after('started'),
        piece: (bytes) => {
          if (this.recording().state !== 'recording') return;
          this.setData({ levels: levelsWith(this.data.levels, levelOfPiece(bytes)) });
        },
        paused: () => this.after('paused'),
        resumed: () => this.after('resumed'),
        interrupted: () => this.after('interrupted'),
        interruptionOver: () => this.after('interruptionOver'),
        stopped: (recorded) => this.finish(recorded),
        failed: (error) => {
          this.put(NO_RECORDING);
          void tellFailure(error);
        },
      });
    },
    end() {
      this.after('end');
      stopRecording();
    },
    finish(recorded: Recorded) {
      const { isDropped } = this.kept();
      if (!isDropped && recorded.durationMs < RECORDING_LEAST_MS) {
        this.after('tooShort');
        return;
      }
      this.put(NO_RECORDING);
      if (!isDropped) this.triggerEvent('done', recorded);
      this.triggerEvent('close');
    },
    leave() {
      this.keepTicking(false);
      if (this.isRunning()) leaveRecording();
    },
    onDone() {
      if (this.isRunning()) this.end();
    },
    async onDrop() {
      if (!this.isRunning()) {
        if (this.recording().state === 'idle') this.triggerEvent('close');
        return;
      }
      if (!(await confirm('放弃录音', `已录的 ${this.data.time} 将删除`, '放弃'))) return;
      // Its time may have run out while it was asked.
      if (!this.isRunning()) return;
      this.kept().isDropped = true;
      this.end();
    },
  },
});
