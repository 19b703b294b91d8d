import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ANCHOR, ROOT } from './cloud';

/** The whole product as `npm start` runs it, already built, on a folder of its own, with the small demonstration. */
export class Runtime {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'zhian-runtime-'));
  url = '';
  output = '';
  private child: ChildProcess | undefined;

  async start(...options: readonly string[]): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        path.join(ROOT, 'dist/local/start.js'),
        ...['--port', '0', '--data', this.dataDir, '--anchor', ANCHOR, '--small'],
        ...options,
      ],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    this.output = '';
    this.url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        this.output += chunk.toString('utf8');
        const [, url] = /已启动：(http:\/\/127\.0\.0\.1:\d+)/.exec(this.output) ?? [];
        if (url) resolve(url);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${this.output}`)));
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

  async stop(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.dataDir, { recursive: true });
  }

  /** The bytes that the store keeps under a content's SHA-256. */
  storedBytes(sha256: string): Buffer {
    return readFileSync(path.join(this.dataDir, 'files', sha256.slice(0, 2), sha256));
  }
}
