import { Mp3Encoder } from '@breezystack/lamejs';
import { PIECE_MS, type MakeEncoder } from './sound-encoder';

/** Runs where sound is made, beside the page: gives every 128 samples of every channel as they come. */
const TAP = `registerProcessor('tap', class extends AudioWorkletProcessor {
  process([channels]) {
    if (channels.length > 0) this.port.postMessage(channels.map((samples) => samples.slice()));
    return true;
  }
});`;

const listenTo = async (audio: AudioContext, stream: MediaStream, channels: number) => {
  const address = URL.createObjectURL(new Blob([TAP], { type: 'text/javascript' }));
  try {
    await audio.audioWorklet.addModule(address);
  } finally {
    URL.revokeObjectURL(address);
  }
  const tap = new AudioWorkletNode(audio, 'tap', {
    numberOfOutputs: 0,
    channelCount: channels,
    channelCountMode: 'explicit',
  });
  audio.createMediaStreamSource(stream).connect(tap);
  return tap.port;
};

const MAX_SAMPLE = 32767;
const sixteenBits = (samples: Float32Array): Int16Array =>
  Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * MAX_SAMPLE);

/** Joins what the encoder gives in crumbs: a piece every PIECE_MS. */
const gather = (onPiece: (piece: Blob) => void) => {
  let crumbs: Uint8Array<ArrayBuffer>[] = [];
  const tell = (): void => {
    if (crumbs.length > 0) onPiece(new Blob(crumbs, { type: 'audio/mpeg' }));
    crumbs = [];
  };
  return {
    add: (bytes: Uint8Array): void => {
      if (bytes.length > 0) crumbs.push(Uint8Array.from(bytes));
    },
    tell,
  };
};

/** A real MP3 of the sampling rate, channels and bit rate asked for: browsers have no encoder of their own for it. */
export const mp3Encoder: MakeEncoder = async (stream, terms, onPiece) => {
  const { sampleRate, numberOfChannels, encodeBitRate } = terms;
  const audio = new AudioContext({ sampleRate });
  const port = await listenTo(audio, stream, numberOfChannels);
  void audio.resume();
  const encoder = new Mp3Encoder(numberOfChannels, sampleRate, encodeBitRate / 1000);
  const pieces = gather(onPiece);
  let isHeard = true;
  let samples = 0;
  port.onmessage = ({ data }: MessageEvent<[Float32Array, Float32Array?]>) => {
    if (!isHeard) return;
    const [left, right = left] = data;
    pieces.add(encoder.encodeBuffer(sixteenBits(left), sixteenBits(right)));
    samples += left.length;
    if (samples < (sampleRate * PIECE_MS) / 1000) return;
    samples = 0;
    pieces.tell();
  };
  return {
    pause: () => {
      isHeard = false;
    },
    resume: () => {
      isHeard = true;
    },
    stop: async () => {
      isHeard = false;
      pieces.add(encoder.flush());
      pieces.tell();
      await audio.close();
    },
  };
};
