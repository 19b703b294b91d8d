import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { NotRun } from './ground';

/**
 * `full`: nothing more can be written to the database. `unsynced`: no fsync succeeds, of whatever file.
 * `filesUnsynced`: none of an uploaded file does; the database, which the main thread writes, is well.
 */
export type DiskFault = 'full' | 'unsynced' | 'filesUnsynced';

/** How long strace may take to let a process go. */
const PATIENCE_MS = 2000;

const FSYNC = ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO'];

const ofDatabase = (dataDir: string): string[] =>
  ['cloud.db', 'cloud.db-wal'].flatMap((name) => ['-P', path.join(dataDir, name)]);

/** All threads but the main one: Node's file operations run there, SQLite's do not. */
const otherThreads = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/task`)
    .filter((thread) => thread !== String(pid))
    .flatMap((thread) => ['-p', thread]);

const argumentsOf = (fault: DiskFault, pid: number, dataDir: string): string[] => {
  if (fault === 'filesUnsynced') return [...otherThreads(pid), ...FSYNC];
  const all = ['-f', '-p', String(pid)];
  if (fault === 'unsynced') return [...all, ...FSYNC];
  return [
    ...[...all, ...ofDatabase(dataDir)],
    ...['-e', 'trace=pwrite64,write', '-e', 'inject=pwrite64,write:error=ENOSPC'],
  ];
};

export interface BrokenDisk {
  readonly mend: () => Promise<void>;
}

/** @returns why not, where this machine has no strace or does not allow ptrace */
const attach = (args: readonly string[], log = '/dev/null'): Promise<BrokenDisk | NotRun> =>
  new Promise((resolve) => {
    const child = spawn('strace', ['-o', log, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.once('error', () => resolve({ notRun: '本机没有 strace' }));
    child.once('exit', () => resolve({ notRun: `本机不允许 ptrace：${output.trim()}` }));
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (!/attached/.test(output)) return;
      resolve({
        mend: async () => {
          child.kill('SIGINT');
          // It may wait for ever for a process that died under it.
          const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
          await gone;
          clearTimeout(timer);
        },
      });
    });
  });

/** Lets the kernel answer a running process as a broken disk would, by strace's fault injection. */
export const brokenDisk = (fault: DiskFault, pid: number, dataDir: string): Promise<BrokenDisk | NotRun> =>
  attach(argumentsOf(fault, pid, dataDir));

/** Kills a running process at its n-th write or fsync of the database from now on. */
export const killAtCall = (call: number, pid: number, dataDir: string): Promise<BrokenDisk | NotRun> =>
  attach([
    ...['-f', '-p', String(pid), ...ofDatabase(dataDir)],
    ...['-e', 'trace=pwrite64,fsync,fdatasync'],
    ...['-e', `inject=pwrite64,fsync,fdatasync:signal=SIGKILL:when=${call}`],
  ]);

/** Notes into a file what a running process syncs, with the paths. */
export const noteSyncs = (log: string, pid: number): Promise<BrokenDisk | NotRun> =>
  attach(['-f', '-y', '-p', String(pid), '-e', 'trace=fsync,fdatasync'], log);
