import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { levelOf, levelOfPiece } from '../../miniprogram/view/voice/mp3-level';
import { ROOT } from '../support/cloud';

/** Bits written one after another, as the standard lists its fields. */
const frameOf = (length: number, fields: readonly (readonly [value: number, bits: number])[]): Uint8Array => {
  const text = fields.map(([value, bits]) => value.toString(2).padStart(bits, '0')).join('');
  return Uint8Array.from({ length }, (_, byte) =>
    parseInt(text.slice(byte * 8, byte * 8 + 8).padEnd(8, '0'), 2),
  );
};

/** MPEG 2 layer III, 48 kbit/s, 16 kHz, one channel: 72 × 48000 / 16000 = 216 bytes. */
const LOW_HEADER = [[0xfff3, 16], [0x68c0, 16]] as const; // prettier-ignore
const lowFrame = (codedBits: number, bigValues: number, gain: number, table: number): Uint8Array =>
  frameOf(216, [
    ...LOW_HEADER,
    [0, 8], // main_data_begin
    [0, 1], // private_bits
    [codedBits, 12],
    [bigValues, 9],
    [gain, 8],
    [0, 9], // scalefac_compress
    [0, 1], // window_switching_flag
    [table, 5],
    [0, 5],
    [0, 5],
  ]);

describe('the level of a frame', () => {
  test('is 0 where nothing is coded, whatever the gain', () => {
    expect(levelOf(lowFrame(0, 0, 210, 0))).toBe(0);
  });

  test('is 1 at full scale: a value of 1 with gain 210', () => {
    expect(levelOf(lowFrame(700, 100, 210, 1))).toBe(1);
  });

  test('falls by a tenth with 6 dB: 4 steps of the gain halve the value', () => {
    // 20 · log10(2) = 6.02 dB of 60.
    expect(levelOf(lowFrame(700, 100, 206, 1))).toBeCloseTo(0.8997, 3);
    expect(levelOf(lowFrame(700, 100, 190, 1))).toBeCloseTo(1 - 30.103 / 60, 3);
  });

  test('counts the largest value of the table: 15 at gain 158 is 15^(4/3) · 2^−13', () => {
    // 36.98 · 0.00012207 = 0.004514: −46.91 dB.
    expect(levelOf(lowFrame(700, 100, 158, 13))).toBeCloseTo(1 - 46.91 / 60, 3);
    // Table 20 escapes with 6 bits: 15 + 63 = 78; 78^(4/3) · 2^−13 = 0.04068: −27.81 dB.
    expect(levelOf(lowFrame(700, 100, 158, 20))).toBeCloseTo(1 - 27.81 / 60, 3);
  });

  test('with two granules and channels is that of the loudest', () => {
    // MPEG 1, 128 kbit/s, 44.1 kHz, two channels: 144 × 128000 / 44100 = 417 bytes.
    const part = (coded: number, gain: number) =>
      [[coded, 12], [50, 9], [gain, 8], [0, 4], [0, 1], [1, 5], [0, 5], [0, 5], [0, 7], [0, 3]] as const; // prettier-ignore
    const frame = frameOf(417, [
      [0xfffb, 16],
      [0x9000, 16],
      [0, 20], // main_data_begin, private_bits, scfsi
      ...part(0, 210),
      ...part(500, 170),
      ...part(500, 190),
      ...part(500, 150),
    ]);
    expect(levelOf(frame)).toBeCloseTo(1 - 30.103 / 60, 3);
  });

  test('is 0 for what is no frame', () => {
    expect(levelOf(new Uint8Array())).toBe(0);
    expect(levelOf(Uint8Array.from([0xff, 0xff, 0xff, 0xff]))).toBe(0);
  });
});

describe('the level of a piece of a file', () => {
  const loud = lowFrame(700, 100, 190, 1);
  const quiet = lowFrame(700, 100, 178, 1);
  const piece = Uint8Array.from([...quiet, ...loud, ...quiet, ...loud]);

  test('is the mean of its whole frames, wherever it was cut', () => {
    // 20 and 32 steps below full scale are 30.10 dB and 48.16 dB: 0.4983 and 0.1973.
    expect(levelOfPiece(piece)).toBeCloseTo((0.4983 + 0.1973) / 2, 3);
    expect(levelOfPiece(piece.subarray(100))).toBeCloseTo((0.4983 + 0.1973 + 0.4983) / 3, 3);
    // The first loud frame lacks its beginning, the second ends before its side information.
    expect(levelOfPiece(piece.subarray(300, 655))).toBeCloseTo(0.1973, 3);
  });

  test('is 0 of a piece without a frame', () => {
    expect(levelOfPiece(new Uint8Array(1024))).toBe(0);
  });
});

describe('with an encoder', () => {
  interface Lame {
    readonly Mp3Encoder: new (
      channels: number,
      hertz: number,
      kilobits: number,
    ) => { encodeBuffer(samples: Int16Array): Int8Array };
  }
  const lame = runInNewContext(
    `${readFileSync(path.join(ROOT, 'node_modules/@breezystack/lamejs/dist/lamejs.iife.js'), 'utf8')}; lamejs`,
  ) as Lame;
  /** A second of 440 Hz. @param loudness 1 is full scale */
  const levelAt = (loudness: number): number => {
    const samples = Int16Array.from(
      { length: 16000 },
      (_, at) => loudness * 32767 * Math.sin((2 * Math.PI * 440 * at) / 16000),
    );
    const file = Uint8Array.from(new lame.Mp3Encoder(1, 16000, 48).encodeBuffer(samples));
    // Its first frames only fill the encoder.
    return levelOfPiece(file.subarray(1024, 3072));
  };

  test('silence is 0, a tone at full scale near 1, and every tenth of it some 20 dB lower', () => {
    const levels = [0, 0.01, 0.1, 1].map(levelAt);
    expect(levels[0]).toBe(0);
    for (const [at, level] of [1 / 3, 2 / 3, 1].entries()) {
      expect(Math.abs((levels[at + 1] ?? 0) - level)).toBeLessThan(0.15);
    }
  });
});
