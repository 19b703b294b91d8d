import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** local/cloud as a process of its own, to be killed and started again on the same data. */
export class CloudProcess {
  /** Where it answers; another port after every start. */
  url = '';
  private child: ChildProcess | undefined;
  /** Told when a function says that it is inside its transaction. */
  private onInside: ((pid: number) => void) | undefined;

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
      let isReady = false;
      const read = (chunk: Buffer): void => {
        const text = chunk.toString('utf8');
        const [, pid] = /\] inside (\d+)$/m.exec(text) ?? [];
        if (pid !== undefined) this.onInside?.(Number(pid));
        if (isReady) return;
        output += text;
        isReady = /^ready$/m.test(output);
        if (isReady) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        reject(new Error(`ended with ${String(code ?? signal)}: ${output}`)),
      );
    });
    this.url = /^CLIENT_URL=(\S+)$/m.exec(output)?.[1] ?? '';
  }

  /** The next function process that is inside its transaction; undefined when none comes in time. */
  nextInside(patienceMs: number): Promise<number | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(undefined), patienceMs);
      const done = (pid: number | undefined): void => {
        clearTimeout(timer);
        this.onInside = undefined;
        resolve(pid);
      };
      this.onInside = done;
    });
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
