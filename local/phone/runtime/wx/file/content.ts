import { nodeAt, putFile } from '../../disk/file-disk';
import { badParameter } from '../api';
import { decode, encode, requireEncoding } from './encodings';
import { fileFault } from './faults';
import { requireFile, requireRoom, requireWritable } from './reach';

export interface ReadOptions {
  readonly filePath: string;
  readonly encoding?: string | undefined;
  /** Bytes. */
  readonly position?: number | undefined;
  readonly length?: number | undefined;
}

export interface WriteOptions {
  readonly filePath: string;
  readonly data: string | ArrayBuffer;
  readonly encoding?: string | undefined;
}

/** The bytes asked for: [position, position + length). @throws FileError */
const partOf = ({ filePath, encoding, position, length }: ReadOptions): Blob => {
  if (encoding !== undefined) requireEncoding(encoding);
  const { blob } = requireFile('filePath', filePath);
  if (position === undefined && length === undefined) return blob;
  const start = position ?? 0;
  if (!Number.isInteger(start) || start < 0 || start > Math.max(0, blob.size - 1)) throw fileFault(1301009);
  if (length === undefined) return blob.slice(start);
  if (!Number.isInteger(length) || length < 1 || length > blob.size) throw fileFault(1301006);
  return blob.slice(start, start + length);
};

const dataOf = (content: ArrayBuffer, encoding: string | undefined): string | ArrayBuffer =>
  encoding === undefined ? content : decode(content, encoding);

/** A blob's bytes at once: only a synchronous request gives them. */
const bytesNow = (blob: Blob): ArrayBuffer => {
  const address = URL.createObjectURL(blob);
  try {
    const request = new XMLHttpRequest();
    request.open('GET', address, false);
    request.overrideMimeType('text/plain; charset=x-user-defined');
    request.send();
    return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff).buffer;
  } finally {
    URL.revokeObjectURL(address);
  }
};

export const readNow = (options: ReadOptions): string | ArrayBuffer =>
  dataOf(bytesNow(partOf(options)), options.encoding);

export const read = async (options: ReadOptions) => ({
  data: dataOf(await partOf(options).arrayBuffer(), options.encoding),
});

const bytesOf = ({ data, encoding = 'utf8' }: WriteOptions): BlobPart => {
  requireEncoding(encoding);
  if (typeof data === 'string') return encode(data, encoding);
  // What is written is what stands in the buffer now, whatever the program does to it later.
  if (data instanceof ArrayBuffer) return data.slice(0);
  throw badParameter('parameter.data should be String or ArrayBuffer');
};

/** Writes in place of what was there. @throws FileError */
export const write = (options: WriteOptions): void => {
  const path = requireWritable('filePath', options.filePath);
  if (nodeAt(path)?.kind === 'directory') throw fileFault(1301003, options.filePath);
  const blob = new Blob([bytesOf(options)]);
  requireRoom(blob.size, path);
  putFile(path, blob);
};

/** Writes behind what is there. @throws FileError 1300002 when there is nothing */
export const append = (options: WriteOptions): void => {
  const { blob: before } = requireFile('filePath', options.filePath);
  const path = requireWritable('filePath', options.filePath);
  const blob = new Blob([before, bytesOf(options)]);
  requireRoom(blob.size, path);
  putFile(path, blob);
};
