/** Where in an MP3 frame its side information stands (ISO/IEC 11172-3 2.4.1, 13818-3 2.4.1 for the lower rates). */
export interface Mp3Frame {
  /** Of the whole frame, bytes. */
  readonly length: number;
  /** MPEG 2 and 2.5: one granule a frame instead of two, and its fields a little wider. */
  readonly isLowRate: boolean;
  readonly channels: 1 | 2;
  /** Where the side information begins, bytes from the frame's own beginning. */
  readonly sideAt: number;
}

/** kbit/s by the header's index; 0 and 15 are not used here. */
const KILOBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const LOW_KILOBITS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Hz by the header's version: MPEG 2.5, none, MPEG 2, MPEG 1. */
const RATES: readonly (readonly number[])[] = [
  [11025, 12000, 8000],
  [],
  [22050, 24000, 16000],
  [44100, 48000, 32000],
];
const MPEG_1 = 3;
const LAYER_3 = 1;
const ONE_CHANNEL = 3;
const HEADER_BYTES = 4;
const CHECK_BYTES = 2;

/** The frame whose header begins there; null where none does. */
export const mp3FrameAt = (bytes: Uint8Array, at: number): Mp3Frame | null => {
  const [sync = 0, kind = 0, rates = 0, mode = 0] = bytes.subarray(at, at + HEADER_BYTES);
  if (sync !== 0xff || kind >> 5 !== 0b111) return null;
  const version = (kind >> 3) & 3;
  const isLowRate = version !== MPEG_1;
  const kilobits = (isLowRate ? LOW_KILOBITS : KILOBITS)[rates >> 4] ?? 0;
  const hertz = RATES[version]?.[(rates >> 2) & 3];
  if (((kind >> 1) & 3) !== LAYER_3 || kilobits === 0 || hertz === undefined) return null;
  const padding = (rates >> 1) & 1;
  return {
    length: Math.floor(((isLowRate ? 72 : 144) * kilobits * 1000) / hertz) + padding,
    isLowRate,
    channels: mode >> 6 === ONE_CHANNEL ? 1 : 2,
    sideAt: HEADER_BYTES + ((kind & 1) === 0 ? CHECK_BYTES : 0),
  };
};

/** Bytes of a frame's side information. */
const sideBytes = ({ isLowRate, channels }: Mp3Frame): number => {
  if (channels === 1) return isLowRate ? 9 : 17;
  return isLowRate ? 17 : 32;
};

/** A piece of a file, cut anywhere: the frames of which at least header and side information are in it. */
export const mp3Frames = (piece: Uint8Array): Uint8Array[] => {
  const frames: Uint8Array[] = [];
  for (let at = 0; at < piece.length; ) {
    const frame = mp3FrameAt(piece, at);
    const end = at + (frame?.length ?? 0);
    // Sound may look like a header: a frame is followed by a frame, or by the end of the piece.
    const isFrame = frame !== null && (end >= piece.length - HEADER_BYTES || mp3FrameAt(piece, end) !== null);
    if (isFrame && at + frame.sideAt + sideBytes(frame) <= piece.length) frames.push(piece.subarray(at, end));
    at = isFrame ? end : at + 1;
  }
  return frames;
};
