/** As the picture's header says; nothing is decoded. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
}

const wordAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const longAt = (bytes: Uint8Array, at: number): number => wordAt(bytes, at) * 0x10000 + wordAt(bytes, at + 2);

const sizeOr = (width: number, height: number): Pixels | null =>
  width > 0 && height > 0 ? { width, height } : null;

/** ITU-T T.81, table B.1: the markers that matter here. */
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Where the coded data end: at the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
};

/**
 * Walks the JPEG's segments to its end of image.
 * @param bytes the whole file; what phones append behind the end of image (a second picture, a film) is not looked at
 * @returns null when it is cut off, or holds no frame or no scan
 */
export const jpegSize = (bytes: Uint8Array): Pixels | null => {
  let pixels: Pixels | null = null;
  let isScanned = false;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === END_OF_IMAGE) return isScanned ? pixels : null;
    else {
      if (isFrame(marker)) pixels = sizeOr(wordAt(bytes, at + 7), wordAt(bytes, at + 5));
      at += 2 + Math.max(2, wordAt(bytes, at + 2));
      if (marker === START_OF_SCAN) {
        isScanned = true;
        at = endOfScan(bytes, at);
      }
    }
  }
  return null;
};

/** RFC 2083, 3.2: length, type, data, checksum; the first chunk is IHDR, the last IEND. */
const CHUNK_FRAME = 12;
const IHDR = 0x49484452;
const IDAT = 0x49444154;
const IEND = 0x49454e44;

/** @returns null when the PNG is cut off, or has no picture in it */
export const pngSize = (bytes: Uint8Array): Pixels | null => {
  if (longAt(bytes, 12) !== IHDR) return null;
  let hasData = false;
  for (let at = 8; at + CHUNK_FRAME <= bytes.length; ) {
    const type = longAt(bytes, at + 4);
    if (type === IEND) return hasData ? sizeOr(longAt(bytes, 16), longAt(bytes, 20)) : null;
    if (type === IDAT) hasData = true;
    at += CHUNK_FRAME + longAt(bytes, at);
  }
  return null;
};
