import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Field 22 of /proc/<pid>/stat, counted behind the name, which may hold spaces (proc_pid_stat(5)). */
const START_FIELD = 22 - 3;

/** When a process began, in ticks since the machine did; undefined when it is gone, or nobody tells (only Linux). */
export const startOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD];
  } catch {
    return undefined;
  }
};

/** The functions' processes, noted on disk: what a killed environment left running is found by the next. */
export interface Processes {
  readonly note: (pid: number) => void;
  readonly forget: (pid: number) => void;
}

/** Opens the notes and ends what they still name: the same process by its beginning, not another of its number. */
export const openProcesses = (directory: string): Processes => {
  mkdirSync(directory, { recursive: true });
  const fileOf = (pid: number | string): string => path.join(directory, String(pid));
  const forget = (pid: number | string): void => rmSync(fileOf(pid), { force: true });
  for (const name of readdirSync(directory).filter((each) => /^\d+$/.test(each))) {
    const start = startOf(Number(name));
    if (start !== undefined && readFileSync(fileOf(name), 'utf8') === start) {
      process.kill(Number(name), 'SIGKILL');
    }
    forget(name);
  }
  return {
    note: (pid) => writeFileSync(fileOf(pid), startOf(pid) ?? ''),
    forget,
  };
};
