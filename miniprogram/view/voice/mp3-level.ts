import { mp3FrameAt, mp3Frames, type Mp3Frame } from './mp3-frame';

/**
 * How loud an MP3 is, read from its side information without decoding it: a granule's largest value is
 * q^(4/3) · 2^((global_gain − 210) / 4) (ISO/IEC 11172-3 2.4.3.4), with q bound by the Huffman tables it names.
 * Against tones of known loudness, 0.01 … 1, one frame may seem 12 dB louder than it is (a table's bound), the mean of
 * a piece's frames is within 9 dB: enough for a level to move.
 */

/** The largest value of each Huffman table; from 16 on 15 and an escape of so many bits. */
const SMALL_TABLES = [0, 1, 2, 2, 0, 3, 3, 5, 5, 5, 7, 7, 7, 15, 0, 15];
const ESCAPE_BITS = [1, 2, 3, 4, 6, 8, 10, 13, 4, 5, 6, 7, 8, 9, 11, 13];
const largestOf = (table: number): number =>
  SMALL_TABLES[table] ?? 15 + 2 ** (ESCAPE_BITS[table - 16] ?? 0) - 1;

const SILENT_DB = -60;
const DB_A_GAIN = 20 * Math.log10(2 ** (1 / 4));
const GAIN_OF_ONE = 210;

const bitsAt = (bytes: Uint8Array, from: number, count: number): number => {
  let value = 0;
  for (let bit = from; bit < from + count; bit += 1) {
    value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
};

/** What stands before the first granule, and how long a granule's part of a channel is; bits. */
const layoutOf = ({ isLowRate, channels }: Mp3Frame) => {
  if (isLowRate) return { before: channels === 1 ? 9 : 10, granules: 1, stride: 63, compressBits: 9 };
  return { before: channels === 1 ? 18 : 20, granules: 2, stride: 59, compressBits: 4 };
};

/** dB of full scale; −∞ where nothing is coded. @param at bit where the granule's part of a channel begins */
const loudnessAt = (frame: Uint8Array, at: number, compressBits: number): number => {
  if (bitsAt(frame, at, 12) === 0) return -Infinity;
  const bigValues = bitsAt(frame, at + 12, 9);
  const gain = bitsAt(frame, at + 21, 8);
  const switchAt = at + 29 + compressBits;
  const isSwitched = bitsAt(frame, switchAt, 1) === 1;
  const tablesAt = switchAt + (isSwitched ? 4 : 1);
  const tables = Array.from({ length: isSwitched ? 2 : 3 }, (_, each) =>
    bitsAt(frame, tablesAt + each * 5, 5),
  );
  // Without big values there are ones only.
  const largest = bigValues === 0 ? 1 : Math.max(...tables.map(largestOf));
  return (20 * 4 * Math.log10(Math.max(1, largest))) / 3 + (gain - GAIN_OF_ONE) * DB_A_GAIN;
};

/** Of one frame: 0 silent (−60 dB and below) … 1 as loud as it gets; 0 for what is no frame. */
export const levelOf = (bytes: Uint8Array): number => {
  const frame = mp3FrameAt(bytes, 0);
  if (!frame) return 0;
  const { before, granules, stride, compressBits } = layoutOf(frame);
  const first = frame.sideAt * 8 + before;
  const loudest = Math.max(
    ...Array.from({ length: granules * frame.channels }, (_, part) =>
      loudnessAt(bytes, first + part * stride, compressBits),
    ),
  );
  return Math.min(1, Math.max(0, 1 - loudest / SILENT_DB));
};

/** Of a piece of a file as the recorder gives it, cut anywhere: the mean of its frames. */
export const levelOfPiece = (piece: Uint8Array): number => {
  const levels = mp3Frames(piece).map(levelOf);
  return levels.reduce((sum, level) => sum + level, 0) / Math.max(1, levels.length);
};
