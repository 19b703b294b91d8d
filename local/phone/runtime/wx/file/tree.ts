import {
  moveNode,
  nodeAt,
  placeOf,
  putDirectory,
  putFile,
  removeNode,
  savedFiles,
  savedPath,
  under,
  USER_DATA_PATH,
  type DiskNode,
} from '../../disk/file-disk';
import { requireKind } from '../api';
import { fileFault } from './faults';
import { clean, requireFile, requireNode, requireRoom, requireWritable } from './reach';

export const access = (path: string): void => {
  requireNode('path', path);
};

/** @throws FileError 1301005 when there is one, 1300002 when its parent is missing and `recursive` is not set */
export const makeDirectory = (dirPath: string, recursive = false): void => {
  requireKind('dirPath', dirPath, 'String');
  const path = clean(dirPath);
  if (recursive && placeOf(path) === 'usr') {
    const parts = path.slice(USER_DATA_PATH.length + 1).split('/');
    parts.slice(0, -1).forEach((_, index) => {
      const parent = [USER_DATA_PATH, ...parts.slice(0, index + 1)].join('/');
      if (!nodeAt(parent)) putDirectory(parent);
    });
  }
  requireWritable('dirPath', path);
  if (nodeAt(path)) throw fileFault(1301005, dirPath);
  putDirectory(path);
};

const requireDirectory = (dirPath: string): string => {
  const node = requireNode('dirPath', dirPath);
  if (node.kind !== 'directory') throw fileFault(1300020, dirPath);
  return clean(dirPath);
};

export const removeDirectory = (dirPath: string, recursive = false): void => {
  const path = requireDirectory(dirPath);
  requireWritable('dirPath', path);
  if (!recursive && under(path).length > 0) throw fileFault(1300066);
  removeNode(path);
};

export const list = (dirPath: string): string[] => {
  const path = requireDirectory(dirPath);
  return under(path)
    .map((each) => each.slice(path.length + 1))
    .filter((name) => !name.includes('/'))
    .sort();
};

export const unlink = (filePath: string): void => {
  const node = requireNode('filePath', filePath);
  if (node.kind === 'directory') throw fileFault(1300001, filePath);
  const place = placeOf(filePath);
  if (place !== 'usr' && place !== 'saved') throw fileFault(1300013, filePath);
  removeNode(clean(filePath));
};

export const rename = (oldPath: string, newPath: string): void => {
  requireNode('oldPath', oldPath);
  const from = clean(oldPath);
  if (placeOf(from) !== 'usr') throw fileFault(1300013, oldPath);
  const to = requireWritable('newPath', newPath);
  if (to.startsWith(`${from}/`)) throw fileFault(1300022, newPath);
  if (nodeAt(to)?.kind === 'directory') throw fileFault(1301005, newPath);
  if (to !== from) moveNode(from, to);
};

export const copy = (srcPath: string, destPath: string): void => {
  const { blob } = requireFile('srcPath', srcPath);
  const to = requireWritable('destPath', destPath);
  if (nodeAt(to)?.kind === 'directory') throw fileFault(1301003, destPath);
  requireRoom(blob.size, to);
  putFile(to, blob);
};

/** Moves a temporary file where it stays. @returns its new path */
export const save = (tempFilePath: string, filePath?: string): string => {
  requireKind('tempFilePath', tempFilePath, 'String');
  const node = nodeAt(tempFilePath);
  if (node?.kind !== 'file' || placeOf(tempFilePath) !== 'temporary') {
    throw fileFault(1301112, tempFilePath);
  }
  const to =
    filePath === undefined
      ? savedPath(tempFilePath.slice(tempFilePath.lastIndexOf('.') + 1))
      : requireWritable('filePath', filePath);
  requireRoom(node.blob.size, to);
  putFile(to, node.blob);
  removeNode(tempFilePath);
  return to;
};

export const savedList = () =>
  savedFiles().map(([filePath, { blob, modifiedAt }]) => ({
    filePath,
    size: blob.size,
    createTime: Math.floor(modifiedAt / 1000),
  }));

export const removeSaved = (filePath: string): void => {
  requireFile('filePath', filePath);
  if (placeOf(filePath) !== 'saved') throw fileFault(1300013, filePath);
  removeNode(filePath);
};

/** Seconds since 1970, bytes, and POSIX mode, as the documentation's Stats. */
const statsOf = (node: DiskNode) => {
  const isDirectory = node.kind === 'directory';
  const seconds = Math.floor(node.modifiedAt / 1000);
  return {
    mode: isDirectory ? 0o40755 : 0o100644,
    size: isDirectory ? 0 : node.blob.size,
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isDirectory: () => isDirectory,
    isFile: () => !isDirectory,
  };
};

/** @returns one Stats, or with `recursive` those of everything in the directory, each with its path */
export const stat = (given: string, recursive = false) => {
  const node = requireNode('path', given);
  if (!recursive || node.kind === 'file') return statsOf(node);
  const path = clean(given);
  return [path, ...under(path)].map((each) => ({
    path: each === path ? '/' : each.slice(path.length),
    stats: statsOf(requireNode('path', each)),
  }));
};
