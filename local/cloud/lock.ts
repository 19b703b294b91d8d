import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Who holds a lock: a process by its number and, where it can be known, when it began. */
interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

/**
 * When the process began, in ticks since the machine did; '' where there is no /proc. Numbers of processes are used
 * again, in a container within minutes: number and beginning together are not.
 * Source: proc_pid_stat(5), field 22; the name in field 2 may hold blanks and brackets.
 */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** @returns undefined for what is no lock of ours, as a file that was cut off */
const holderOf = (text: string): Holder | undefined => {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<Holder>;
    return Number.isInteger(pid) && typeof startedAt === 'string'
      ? { pid: Number(pid), startedAt }
      : undefined;
  } catch {
    return undefined;
  }
};

const isAtWork = ({ pid, startedAt }: Holder): boolean => {
  if (!exists(pid)) return false;
  // Where beginnings are not known, our own number in a lock is that of an earlier process.
  return startedAt === '' ? pid !== process.pid : startOf(pid) === startedAt;
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/** The lock appears with its content or not at all. @returns whether it is ours */
const put = (file: string, text: string): boolean => {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own);
  }
};

/** Takes a lock left behind out of the way, unless somebody else has put theirs there since it was read. */
const clearAway = (file: string, left: string): void => {
  const aside = `${file}.${process.pid}.left`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readFileSync(aside, 'utf8');
  rmSync(aside);
  if (taken !== left) put(file, taken);
};

/**
 * Takes the lock for this process; one left by a process that is gone, or cut off, is taken over.
 * @returns how to give it back: only while it is still ours
 * @throws whatever `refusal` makes of the process that has it
 */
export const takeLock = (file: string, refusal: (pid: number) => Error): (() => void) => {
  const text = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) } satisfies Holder);
  if (!put(file, text)) {
    const left = read(file);
    const holder = holderOf(left);
    if (holder && isAtWork(holder)) throw refusal(holder.pid);
    clearAway(file, left);
    if (!put(file, text)) throw refusal(holderOf(read(file))?.pid ?? 0);
  }
  return () => {
    if (read(file) === text) rmSync(file);
  };
};
