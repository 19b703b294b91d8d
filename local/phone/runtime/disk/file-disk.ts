import { readShelf, writeShelf } from './disk';

/** WeChat's folder for a mini program's own files, and the prefixes of what it saved and what is temporary. */
export const USER_DATA_PATH = 'wxfile://usr';
const SAVED_PREFIX = 'wxfile://store_';
const TEMPORARY_PREFIX = 'wxfile://tmp_';

export interface FileNode {
  readonly kind: 'file';
  readonly blob: Blob;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

export interface DirectoryNode {
  readonly kind: 'directory';
  readonly modifiedAt: number;
}

export type DiskNode = FileNode | DirectoryNode;

/** usr: the program's own; saved: kept by saveFile; temporary: until the program ends; package: its code's. */
export type Place = 'usr' | 'saved' | 'temporary' | 'package' | 'elsewhere';

export const placeOf = (path: string): Place => {
  if (path === USER_DATA_PATH || path.startsWith(`${USER_DATA_PATH}/`)) return 'usr';
  if (path.startsWith(SAVED_PREFIX)) return 'saved';
  if (path.startsWith(TEMPORARY_PREFIX)) return 'temporary';
  return path.includes('://') ? 'elsewhere' : 'package';
};

const nodes = new Map<string, DiskNode>([[USER_DATA_PATH, { kind: 'directory', modifiedAt: 0 }]]);
const addresses = new Map<string, string>();
let count = 0;

const isKept = (path: string): boolean => placeOf(path) === 'usr' || placeOf(path) === 'saved';

export const openFiles = async (): Promise<void> => {
  for (const [path, node] of await readShelf('files')) nodes.set(path, node as DiskNode);
};

export const nodeAt = (path: string): DiskNode | undefined => nodes.get(path);

const change = (changes: readonly (readonly [string, DiskNode | undefined])[]): void => {
  for (const [path, node] of changes) {
    if (node) nodes.set(path, node);
    else nodes.delete(path);
    const address = addresses.get(path);
    if (address) URL.revokeObjectURL(address);
    addresses.delete(path);
  }
  const kept = changes.filter(([path]) => isKept(path));
  if (kept.length > 0) void writeShelf('files', kept);
};

export const putFile = (path: string, blob: Blob): void =>
  change([[path, { kind: 'file', blob, modifiedAt: Date.now() }]]);

export const putDirectory = (path: string): void =>
  change([[path, { kind: 'directory', modifiedAt: Date.now() }]]);

/** Everything under a directory, itself not among it. */
export const under = (path: string): string[] =>
  [...nodes.keys()].filter((each) => each.startsWith(`${path}/`));

export const removeNode = (path: string): void =>
  change([path, ...under(path)].map((each) => [each, undefined] as const));

export const moveNode = (from: string, to: string): void => {
  const moved = [from, ...under(from)];
  change(
    moved.flatMap((path) => [
      [`${to}${path.slice(from.length)}`, nodes.get(path)] as const,
      [path, undefined] as const,
    ]),
  );
};

const bytesWhere = (isCounted: (path: string) => boolean): number =>
  [...nodes].reduce(
    (sum, [path, node]) => sum + (node.kind === 'file' && isCounted(path) ? node.blob.size : 0),
    0,
  );

/** Bytes of what survives: usr and saved together (WeChat allows 200 MB). */
export const keptBytes = (): number => bytesWhere(isKept);

/** Bytes of what is there until the program ends (WeChat allows 4 GB). */
export const temporaryBytes = (): number => bytesWhere((path) => placeOf(path) === 'temporary');

export const savedFiles = (): (readonly [string, FileNode])[] =>
  [...nodes].flatMap(([path, node]) =>
    node.kind === 'file' && placeOf(path) === 'saved' ? [[path, node] as const] : [],
  );

const freshPath = (prefix: string, extension: string): string => {
  count += 1;
  return `${prefix}${Date.now().toString(36)}_${count}.${extension}`;
};

export const savedPath = (extension: string): string => freshPath(SAVED_PREFIX, extension);

/** @returns the path, good until the program ends */
export const putTemporary = (blob: Blob, extension: string): string => {
  const path = freshPath(TEMPORARY_PREFIX, extension);
  putFile(path, blob);
  return path;
};

/** What an <img> or <video> can open. */
export const addressOf = (path: string): string | undefined => {
  const known = addresses.get(path);
  const node = nodes.get(path);
  if (known || node?.kind !== 'file') return known;
  const address = URL.createObjectURL(node.blob);
  addresses.set(path, address);
  return address;
};
