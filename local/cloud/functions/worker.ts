import { fork, type ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Order, Outcome } from './invocation';

/** Loading the code has a limit of its own, as on the service: a cold start is not the function's time. */
const LOAD_LIMIT_MS = 30_000;

/** A child that died, was killed for its time, or threw. */
export class FunctionFailure extends Error {
  readonly reason: 'timeout' | 'crash' | 'threw';

  constructor(reason: 'timeout' | 'crash' | 'threw', message: string, stack?: string) {
    super(message);
    this.reason = reason;
    if (stack) this.stack = stack;
  }
}

export interface Worker {
  readonly pid: number | undefined;
  /** Whether it can run the bundle as it stands on disk now. */
  readonly isFreshFor: (bundle: string) => boolean;
  readonly run: (order: Order, timeoutMs: number) => Promise<string>;
  readonly end: () => Promise<void>;
  readonly isDead: () => boolean;
}

export const startWorker = (runnerPath: string, environment: Readonly<Record<string, string>>): Worker => {
  const child: ChildProcess = fork(runnerPath, {
    env: { ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const loaded = new Map<string, number>();
  let isDead = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isDead = true;
      resolve();
    });
  });
  // A child that cannot be started says so here; the run in progress learns it from `exit`.
  child.once('error', () => {
    isDead = true;
  });

  const run = (order: Order, timeoutMs: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        finish();
      };
      const expire = (limitMs: number) => () => {
        // Dead from here on: a killed child takes a moment to go, and must not be given the next order.
        isDead = true;
        child.kill('SIGKILL');
        settle(() => reject(new FunctionFailure('timeout', `time limit ${limitMs} ms exceeded`)));
      };
      const onMessage = (outcome: Outcome): void => {
        if (outcome.id !== order.id) return;
        if (outcome.ok === 'running') {
          clearTimeout(timer);
          timer = setTimeout(expire(timeoutMs), timeoutMs);
          return;
        }
        settle(() => {
          if (outcome.ok) resolve(outcome.text);
          else reject(new FunctionFailure('threw', outcome.message, outcome.stack));
        });
      };
      const onExit = (code: number | null, signal: string | null): void =>
        settle(() => reject(new FunctionFailure('crash', `process ended: ${signal ?? String(code)}`)));
      let timer = setTimeout(expire(LOAD_LIMIT_MS), LOAD_LIMIT_MS);
      child.on('message', onMessage);
      child.once('exit', onExit);
      loaded.set(order.bundle, loaded.get(order.bundle) ?? statSync(order.bundle).mtimeMs);
      child.send(order, (error) => {
        if (error) onExit(null, error.message);
      });
    });

  return {
    pid: child.pid,
    isDead: () => isDead,
    isFreshFor: (bundle) => {
      const at = loaded.get(bundle);
      return at === undefined || at === statSync(bundle).mtimeMs;
    },
    run,
    end: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
