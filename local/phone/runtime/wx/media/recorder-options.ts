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

/** What is recorded with: the documentation's own values where nothing was given. */
export interface RecordingTerms {
  /** ms */
  readonly duration: number;
  readonly sampleRate: number;
  readonly numberOfChannels: number;
  /** bit/s */
  readonly encodeBitRate: number;
  readonly format: string;
}

export const termsOf = (options: RecorderOptions): RecordingTerms => ({
  duration: options.duration ?? 60_000,
  sampleRate: options.sampleRate ?? 8000,
  numberOfChannels: options.numberOfChannels ?? 2,
  encodeBitRate: options.encodeBitRate ?? 48000,
  format: options.format ?? 'aac',
});

const MAX_DURATION_MS = 600_000;
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

/** @returns what the documentation does not allow of them, or undefined */
export const faultOf = (options: RecorderOptions): string | undefined => {
  const { duration, sampleRate, numberOfChannels, encodeBitRate, format } = termsOf(options);
  if (!(duration > 0 && duration <= MAX_DURATION_MS)) return 'duration is out of range';
  if (!FORMATS.includes(format)) return `invalid format ${format}`;
  if (numberOfChannels !== 1 && numberOfChannels !== 2) return 'invalid numberOfChannels';
  const [least, most] = BIT_RATES[sampleRate] ?? [Infinity, -Infinity];
  if (least > most) return `invalid sampleRate ${sampleRate}`;
  if (encodeBitRate < least || encodeBitRate > most) return 'encodeBitRate does not match sampleRate';
  return options.frameSize !== undefined && !FRAMED.includes(format)
    ? 'frameSize wants mp3 or PCM'
    : undefined;
};
