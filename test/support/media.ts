/** Small files that are what they say, made by hand from the formats' descriptions. */

const word = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const long = (value: number): number[] => [...word(value >>> 16), ...word(value & 0xffff)];

interface Size {
  readonly width: number;
  readonly height: number;
}
const SMALL: Size = { width: 640, height: 480 };

/** ITU-T T.81: start of image, a comment that makes it another file, one frame, one scan, end of image. */
export const jpegOf = (text: string, { width, height }: Size = SMALL): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    Buffer.from([0xff, 0xfe, ...word(Buffer.byteLength(text) + 2)]),
    Buffer.from(text),
    Buffer.from([0xff, 0xc0, ...word(11), 8, ...word(height), ...word(width), 1, 1, 0x11, 0]),
    Buffer.from([0xff, 0xda, ...word(8), 1, 1, 0, 0, 63, 0]),
    // Coded data, with a stuffed FF and a restart in it.
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);

const chunk = (type: string, data: readonly number[]): number[] => [
  ...long(data.length),
  ...Buffer.from(type),
  ...data,
  ...long(0),
];

/** RFC 2083: signature, IHDR, IDAT, IEND; nobody looks at the checksums. */
export const pngOf = ({ width, height }: Size = SMALL): Buffer =>
  Buffer.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...long(width), ...long(height), 8, 2, 0, 0, 0]),
    // As long as that of a picture: what reads only the beginning of a file finds no end.
    ...chunk(
      'IDAT',
      Array.from({ length: 200 }, (_, at) => at),
    ),
    ...chunk('IEND', []),
  ]);

/** ISO/IEC 14496-12: a box of file type with its brand, then some more. */
export const boxedOf = (brand: string, more = 32): Buffer =>
  Buffer.concat([Buffer.from(long(16)), Buffer.from(`ftyp${brand}`), Buffer.alloc(4 + more)]);

/** RFC 8794: the head of EBML, as a browser's recorder writes it. */
export const webmOf = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 0x01]), Buffer.from(text)]);
