import { Mp3Encoder } from '@breezystack/lamejs';

const HERTZ = 16_000;
const KILOBITS = 32;
export const VOICE_SECONDS = 4;
/** Hz: four notes, one a second. */
const NOTES = [392, 440, 494, 440];
const LOUDNESS = 0.25;
/** Of a note: it swells and fades. */
const envelope = (share: number): number => Math.sin(Math.PI * share);

/** What stands for somebody speaking: four soft notes. MP3, the same every time. */
export const voice = (): Buffer => {
  const samples = Int16Array.from({ length: HERTZ * VOICE_SECONDS }, (_, at) => {
    const second = Math.floor(at / HERTZ);
    const pitch = NOTES[second] ?? 0;
    return 32767 * LOUDNESS * envelope(at / HERTZ - second) * Math.sin((2 * Math.PI * pitch * at) / HERTZ);
  });
  const encoder = new Mp3Encoder(1, HERTZ, KILOBITS);
  return Buffer.concat([encoder.encodeBuffer(samples), encoder.flush()].map((part) => Buffer.from(part)));
};
