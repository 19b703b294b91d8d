import sha256 from 'fast-sha256';

/** SHA-256 of the bytes, lower-case hex. */
export const sha256Hex = (bytes: ArrayBuffer): string =>
  Array.from(sha256(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
