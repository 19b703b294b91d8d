import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from './lock';

/** Says that the program made the directory: what is not marked is not cleared, and nothing of it is written over. */
const MARKER = 'zhian-jiandu.txt';
const MARKER_TEXT = '质安监督（npm start）的数据目录。--fresh 会清空这里由程序写入的内容。\n';
const LOCK = 'lock';

/** What the program writes beside marker and lock; --fresh removes these and nothing else. */
const ENTRIES = [
  ...['cloud.db', 'cloud.db-wal', 'cloud.db-shm', 'files', 'phone'],
  ...['prepared', 'prepared.new', 'anchor', 'anchor.new'],
];
/** Notes of the functions' processes: whoever opens them ends what they name and empties them, --fresh or not. */
const NOTES = 'processes';

export interface DataDirectory {
  readonly release: () => void;
}

const makeDirectory = (directory: string): void => {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? '不是文件夹' : '不能建立或写入';
    throw new Error(`数据目录 ${directory} ${why}，请用 --data 另选一个文件夹`, { cause: error });
  }
};

/** @throws Error in Chinese when something of somebody else's stands where the program's own would */
const requireOwn = (directory: string, isFresh: boolean): void => {
  if (existsSync(path.join(directory, MARKER))) return;
  const others = readdirSync(directory).filter((name) => name !== LOCK);
  if (isFresh && others.length > 0) {
    throw new Error(`${directory} 不是本程序的数据目录，没有清空。请用 --data 另选一个文件夹`);
  }
  const taken = others.find((name) => name === NOTES || ENTRIES.includes(name));
  if (taken !== undefined) {
    throw new Error(
      `${directory} 不是本程序的数据目录，里面的 ${taken} 不会被改动。请用 --data 另选一个空文件夹`,
    );
  }
};

/**
 * Takes the directory for this process alone; a lock left by one that was killed is taken over.
 * @param isFresh whether to begin anew: what the program itself wrote there is removed, once the lock is held
 * @throws Error in Chinese when another process has it, or when it is not the program's
 */
export const takeDataDirectory = (directory: string, isFresh = false): DataDirectory => {
  makeDirectory(directory);
  requireOwn(directory, isFresh);
  const lock = path.join(directory, LOCK);
  const release = takeLock(
    lock,
    (pid) =>
      new Error(
        `数据目录 ${directory} 正被另一个进程（${pid}）使用。请先结束它，或用 --data 另选一个文件夹；确知没有程序在使用时，删除文件 ${lock} 后重试`,
      ),
  );
  writeFileSync(path.join(directory, MARKER), MARKER_TEXT);
  if (isFresh) {
    for (const name of ENTRIES) rmSync(path.join(directory, name), { recursive: true, force: true });
  }
  return { release };
};
