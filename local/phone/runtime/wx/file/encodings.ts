import { badParameter } from '../api';
import { fileFault } from './faults';

/** The encodings of readFile and writeFile. */
const NAMES: readonly string[] = [
  ...['ascii', 'base64', 'binary', 'hex', 'ucs2', 'ucs-2', 'utf16le', 'utf-16le', 'utf-8', 'utf8', 'latin1'],
];

const isWide = (name: string): boolean => /^(ucs-?2|utf-?16le)$/.test(name);

export const requireEncoding = (encoding: string): void => {
  if (!NAMES.includes(encoding)) throw badParameter(`invalid encoding ${encoding}`);
};

/** One byte a character, piece by piece: a whole file as arguments would be too many. */
const narrowText = (bytes: Uint8Array, mask: number): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192).map((byte) => byte & mask));
  }
  return text;
};

const narrowBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

export const decode = (content: ArrayBuffer, encoding: string): string => {
  const bytes = new Uint8Array(content);
  if (encoding === 'base64') return btoa(narrowText(bytes, 0xff));
  if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (isWide(encoding)) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  if (encoding === 'ascii') return narrowText(bytes, 0x7f);
  if (encoding === 'latin1' || encoding === 'binary') return narrowText(bytes, 0xff);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

/** @throws FileError 1300203 for a text that is not of that encoding */
export const encode = (text: string, encoding: string): Uint8Array<ArrayBuffer> => {
  if (encoding === 'base64') {
    try {
      return narrowBytes(atob(text));
    } catch {
      throw fileFault(1300203);
    }
  }
  if (encoding === 'hex') {
    if (!/^([\da-f]{2})*$/i.test(text)) throw fileFault(1300203);
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  if (isWide(encoding)) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
    return bytes;
  }
  if (encoding === 'ascii' || encoding === 'latin1' || encoding === 'binary') return narrowBytes(text);
  return new TextEncoder().encode(text);
};
