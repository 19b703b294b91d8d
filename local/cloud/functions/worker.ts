import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Message, Order } from './invocation';

/** Loading the code has a limit of its own, as on the service: a cold start is not the function's time. */
const LOAD_LIMIT_MS = 30_000;
const MEMORY_LOOK_MS = 100;
const PAGE_BYTES = 4096;

export type FailureReason = 'timeout' | 'memory' | 'crash' | 'threw' | 'busy' | 'deep';

/** A child that died, was killed for its time or its memory, or threw; or a call that was not taken. */
export class FunctionFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string, stack?: string) {
    super(message);
    this.reason = reason;
    if (stack) this.stack = stack;
  }
}

export interface WorkerLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** A process that holds one function. */
export interface Worker {
  readonly pid: number | undefined;
  readonly bundle: string;
  /** When the code it holds was built. */
  readonly builtAt: number;
  readonly isDead: () => boolean;
  /** @param onLog what the function writes meanwhile @throws FunctionFailure */
  readonly run: (
    order: Order,
    limits: WorkerLimits,
    onLog: (level: 'info' | 'error', text: string) => void,
  ) => Promise<string>;
  readonly end: () => Promise<void>;
}

/** Resident memory; only Linux tells it of another process. */
const residentBytes = (pid: number | undefined): number => {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
};

export const startWorker = (options: {
  readonly runnerPath: string;
  readonly bundle: string;
  readonly builtAt: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
}): Worker => {
  const child: ChildProcess = fork(options.runnerPath, {
    env: { ...options.environment },
    execArgv: [`--max-old-space-size=${options.memoryMb}`, '--enable-source-maps'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let isDead = false;
  let isLoaded = false;
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

  const run: Worker['run'] = (order, limits, onLog) =>
    new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(deadline);
        clearInterval(memoryLook);
        child.off('message', onMessage);
        child.off('exit', onExit);
        finish();
      };
      const kill = (failure: FunctionFailure): void => {
        // Dead from here on: a killed child takes a moment to go, and must not be given the next order.
        isDead = true;
        child.kill('SIGKILL');
        settle(() => reject(failure));
      };
      const expireAfter = (limitMs: number): NodeJS.Timeout =>
        setTimeout(() => kill(new FunctionFailure('timeout', `time limit ${limitMs} ms exceeded`)), limitMs);
      const onMessage = (message: Message): void => {
        if (message.id !== order.id) return;
        if (message.kind === 'loaded') {
          isLoaded = true;
          clearTimeout(deadline);
          deadline = expireAfter(limits.timeoutMs);
        } else if (message.kind === 'log') onLog(message.level, message.text);
        else if (message.kind === 'answered') settle(() => resolve(message.text));
        else settle(() => reject(new FunctionFailure('threw', message.message, message.stack)));
      };
      const onExit = (code: number | null, signal: string | null): void =>
        settle(() => {
          // V8 aborts when the heap is full.
          const reason = signal === 'SIGABRT' ? 'memory' : 'crash';
          reject(new FunctionFailure(reason, `process ended: ${signal ?? String(code)}`));
        });
      let deadline = expireAfter(isLoaded ? limits.timeoutMs : LOAD_LIMIT_MS);
      const memoryLook = setInterval(() => {
        if (residentBytes(child.pid) > limits.memoryMb * 1024 * 1024) {
          kill(new FunctionFailure('memory', `memory limit ${limits.memoryMb} MB exceeded`));
        }
      }, MEMORY_LOOK_MS);
      child.on('message', onMessage);
      child.once('exit', onExit);
      child.send(order, (error) => {
        if (error) onExit(null, error.message);
      });
    });

  return {
    pid: child.pid,
    bundle: options.bundle,
    builtAt: options.builtAt,
    isDead: () => isDead,
    run,
    end: async () => {
      isDead = true;
      child.kill('SIGKILL');
      await gone;
    },
  };
};
