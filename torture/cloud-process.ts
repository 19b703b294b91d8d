import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** local/cloud as a process of its own, to be killed and started again on the same data. */
export class CloudProcess {
  /** Where it answers; another port after every start. */
  url = '';
  private child: ChildProcess | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly functionsDir: string,
    private readonly more: { readonly args?: readonly string[]; readonly wrap?: readonly string[] } = {},
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws Error with what it printed, when it ended instead of answering */
  async start(): Promise<void> {
    const program = path.resolve('dist/local/cloud.js');
    const [command = process.execPath, ...args] = [
      ...(this.more.wrap ?? []),
      process.execPath,
      program,
      ...['--data', this.dataDir, '--functions', this.functionsDir],
      ...(this.more.args ?? []),
    ];
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let output = '';
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        output += chunk.toString('utf8');
        if (/^ready$/m.test(output)) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code, signal) =>
        reject(new Error(`ended with ${String(code ?? signal)}: ${output}`)),
      );
    });
    this.url = /^CLIENT_URL=(\S+)$/m.exec(output)?.[1] ?? '';
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** No chance to finish anything. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }
}
