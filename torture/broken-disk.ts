import { spawn } from 'node:child_process';
import path from 'node:path';

/** `full`: nothing more can be written to the database. `unsynced`: no fsync succeeds, of whatever file. */
export type DiskFault = 'full' | 'unsynced';

const argumentsOf = (fault: DiskFault, dataDir: string): string[] =>
  fault === 'full'
    ? [
        ...['-P', path.join(dataDir, 'cloud.db'), '-P', path.join(dataDir, 'cloud.db-wal')],
        ...['-e', 'trace=pwrite64,write', '-e', 'inject=pwrite64,write:error=ENOSPC'],
      ]
    : ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO'];

export interface BrokenDisk {
  readonly mend: () => Promise<void>;
}

/**
 * Lets the kernel answer a running process as a broken disk would, by strace's fault injection.
 * @returns why not, where this machine has no strace or does not allow ptrace
 */
export const brokenDisk = (
  fault: DiskFault,
  pid: number,
  dataDir: string,
): Promise<BrokenDisk | { readonly notRun: string }> =>
  new Promise((resolve) => {
    const child = spawn(
      'strace',
      ['-f', '-o', '/dev/null', '-p', String(pid), ...argumentsOf(fault, dataDir)],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
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
          await gone;
        },
      });
    });
  });
