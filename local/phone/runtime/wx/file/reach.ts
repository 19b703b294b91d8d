import { keptBytes, nodeAt, placeOf, type DiskNode, type FileNode } from '../../disk/file-disk';
import { requireKind } from '../api';
import { fileFault } from './faults';

/** WeChat's bounds (文件系统): one file, all of usr and saved together, one name. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
const MAX_KEPT_BYTES = 200 * 1024 * 1024;
const MAX_NAME_BYTES = 255;

export const clean = (path: string): string => path.replace(/(?<![:/])\/+$/, '');

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** A package's file, read at once: the server beside the phone has it. */
const packageFile = (path: string): FileNode | undefined => {
  const request = new XMLHttpRequest();
  request.open('GET', `/${path.replace(/^\.?\//, '')}`, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) return undefined;
  const bytes = Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
  return { kind: 'file', blob: new Blob([bytes]), modifiedAt: 0 };
};

/** @throws FileError 1300002 */
export const requireNode = (name: string, path: string): DiskNode => {
  requireKind(name, path, 'String');
  const node = nodeAt(clean(path)) ?? (placeOf(path) === 'package' ? packageFile(path) : undefined);
  if (!node) throw fileFault(1300002, path);
  return node;
};

/** @throws FileError 1300002, or 1301003 for a directory */
export const requireFile = (name: string, path: string): FileNode => {
  const node = requireNode(name, path);
  if (node.kind === 'directory') throw fileFault(1301003, path);
  return node;
};

/** The path may be written: under USER_DATA_PATH, in a directory that is there. @throws FileError */
export const requireWritable = (name: string, given: string): string => {
  requireKind(name, given, 'String');
  const path = clean(given);
  const place = placeOf(path);
  if (place === 'package') throw fileFault(1301004, given);
  if (place !== 'usr') throw fileFault(1300013, given);
  if (new TextEncoder().encode(path.slice(path.lastIndexOf('/') + 1)).length > MAX_NAME_BYTES) {
    throw fileFault(1300036);
  }
  const parent = nodeAt(parentOf(path));
  if (!parent) throw fileFault(1300002, given);
  if (parent.kind === 'file') throw fileFault(1300020, given);
  return path;
};

/** There is room for a file of so many bytes in place of what stands at the path. @throws FileError 1300202 */
export const requireRoom = (bytes: number, path: string): void => {
  const present = nodeAt(path);
  const before = present?.kind === 'file' && placeOf(path) !== 'temporary' ? present.blob.size : 0;
  if (bytes > MAX_FILE_BYTES || keptBytes() - before + bytes > MAX_KEPT_BYTES) throw fileFault(1300202);
};
