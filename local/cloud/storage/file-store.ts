import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Connection } from '../sqlite/connection';
import { requirePath } from './file-path';

export interface StoredFile {
  readonly path: string;
  readonly hash: string;
  readonly size: number;
  /** The openid that uploaded it; '' for functions and the administration. */
  readonly owner: string;
  /** Where the bytes stand on this disk. */
  readonly blob: string;
}

/** Files by their path; the bytes stand on disk under their SHA-256. */
export interface FileStore {
  /** Acknowledged only when bytes and name are on disk. */
  put(path: string, content: Readable, owner: string): Promise<StoredFile>;
  find(path: string): StoredFile | undefined;
  /** @returns false when there was none */
  remove(path: string): boolean;
  /** The same bytes under another name as well. */
  link(from: string, to: string, owner: string): void;
}

/** A new name is durable when its folder has been synced. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const openFileStore = (connection: Connection, root: string): FileStore => {
  const incoming = join(root, 'incoming');
  mkdirSync(incoming, { recursive: true });
  // What a crash left half received was never acknowledged.
  for (const name of readdirSync(incoming)) rmSync(join(incoming, name));
  connection.execute(
    'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, hash TEXT NOT NULL, size INTEGER NOT NULL, owner TEXT NOT NULL)',
  );
  connection.execute('CREATE INDEX IF NOT EXISTS files_hash ON files (hash)');
  const select = connection.prepare('SELECT path, hash, size, owner FROM files WHERE path = ?');
  const selectHash = connection.prepare('SELECT path FROM files WHERE hash = ? LIMIT 1');
  const upsert = connection.prepare(
    'INSERT INTO files (path, hash, size, owner) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, size = excluded.size, owner = excluded.owner',
  );
  const deleteRow = connection.prepare('DELETE FROM files WHERE path = ?');

  const blobOf = (hash: string): string => join(root, hash.slice(0, 2), hash);

  /** How many uploads of a content stand on disk already, their name not yet: nobody may take it from under them. */
  const arriving = new Map<string, number>();

  const dropUnused = (hash: string): void => {
    if (!arriving.has(hash) && !selectHash.get(hash)) rmSync(blobOf(hash), { force: true });
  };

  const whileArriving = async (hash: string, work: () => Promise<void>): Promise<void> => {
    arriving.set(hash, (arriving.get(hash) ?? 0) + 1);
    try {
      await work();
    } finally {
      const left = (arriving.get(hash) ?? 1) - 1;
      if (left > 0) arriving.set(hash, left);
      else arriving.delete(hash);
      dropUnused(hash);
    }
  };

  const receive = async (content: Readable): Promise<{ temporary: string; hash: string; size: number }> => {
    const temporary = join(incoming, randomUUID());
    const handle = await open(temporary, 'wx');
    const digest = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        digest.update(chunk);
        size += chunk.length;
        // Not write(): it may take a part only, and say so by a number.
        await handle.appendFile(chunk);
      }
      await handle.sync();
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return { temporary, hash: digest.digest('hex'), size };
  };

  /** Folders whose own names are known to be on disk. */
  const lasting = new Set<string>();

  const settle = async (temporary: string, hash: string): Promise<void> => {
    const blob = blobOf(hash);
    const folder = dirname(blob);
    if (!lasting.has(folder)) {
      mkdirSync(folder, { recursive: true });
      await syncFolder(root);
      lasting.add(folder);
    }
    await rename(temporary, blob);
    await syncFolder(folder);
  };

  const find = (path: string): StoredFile | undefined => {
    const row = select.get(path);
    if (!row) return undefined;
    const hash = String(row['hash']);
    return { path, hash, size: Number(row['size']), owner: String(row['owner']), blob: blobOf(hash) };
  };

  const name = (path: string, hash: string, size: number, owner: string): void => {
    const previous = find(path);
    upsert.run(path, hash, size, owner);
    if (previous && previous.hash !== hash) dropUnused(previous.hash);
  };

  return {
    find,
    put: async (path, content, owner) => {
      requirePath(path);
      const { temporary, hash, size } = await receive(content);
      await whileArriving(hash, async () => {
        await settle(temporary, hash);
        name(path, hash, size, owner);
      });
      return { path, hash, size, owner, blob: blobOf(hash) };
    },
    remove: (path) => {
      const present = find(path);
      if (!present) return false;
      deleteRow.run(path);
      dropUnused(present.hash);
      return true;
    },
    link: (from, to, owner) => {
      const present = find(from);
      if (present) name(to, present.hash, present.size, owner);
    },
  };
};
