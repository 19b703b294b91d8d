import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Message, Order } from './invocation';

/** Loading the code has a limit of its own, as on the service: a cold start is not the function's time. */
const LOAD_LIMIT_MS = 30_000;
const FUNCTION_PRIORITY = 3;
/** How often time and memory are looked at. */
const LOOK_MS = 50;
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

/** An order being carried out. */
interface Underway {
  readonly order: Order;
  readonly limits: WorkerLimits;
  readonly onLog: (level: 'info' | 'error', text: string) => void;
  readonly resolve: (text: string) => void;
  readonly reject: (failure: FunctionFailure) => void;
  /** By performance.now(): the machine's clock may be set. */
  endsAt: number;
  /** What is said when it has not ended by then. */
  limitMs: number;
}

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
  // The gateway goes first: a function that burns its time slows others down, not the answers on their way.
  if (child.pid !== undefined) setPriority(child.pid, FUNCTION_PRIORITY);
  let isDead = false;
  let isLoaded = false;
  let underway: Underway | undefined;

  const settle = (finish: (underway: Underway) => void): void => {
    const ended = underway;
    underway = undefined;
    if (ended) finish(ended);
  };
  const allow = (run: Underway, limitMs: number): void => {
    run.limitMs = limitMs;
    run.endsAt = performance.now() + limitMs;
  };

  child.on('message', (message: Message) => {
    if (!underway || message.id !== underway.order.id) return;
    if (message.kind === 'loaded') {
      isLoaded = true;
      allow(underway, underway.limits.timeoutMs);
    } else if (message.kind === 'log') underway.onLog(message.level, message.text);
    else if (message.kind === 'answered') settle(({ resolve }) => resolve(message.text));
    else settle(({ reject }) => reject(new FunctionFailure('threw', message.message, message.stack)));
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      isDead = true;
      clearInterval(watch);
      // V8 aborts when the heap is full.
      const reason = signal === 'SIGABRT' ? 'memory' : 'crash';
      settle(({ reject }) => reject(new FunctionFailure(reason, `process ended: ${signal ?? String(code)}`)));
      resolve();
    });
  });
  // A child that cannot be started, or written to, says so here.
  child.on('error', (error) => {
    isDead = true;
    settle(({ reject }) => reject(new FunctionFailure('crash', error.message)));
  });

  // Dead from here on: a killed child takes a moment to go, and must not be given the next order.
  const kill = (failure: FunctionFailure): void => {
    isDead = true;
    child.kill('SIGKILL');
    settle(({ reject }) => reject(failure));
  };
  // One watch for the life of the process: a timer for every call costs more than most calls.
  const watch = setInterval(() => {
    if (!underway) return;
    const { endsAt, limitMs, limits } = underway;
    if (performance.now() >= endsAt) {
      kill(new FunctionFailure('timeout', `time limit ${limitMs} ms exceeded`));
    } else if (residentBytes(child.pid) > limits.memoryMb * 1024 * 1024) {
      kill(new FunctionFailure('memory', `memory limit ${limits.memoryMb} MB exceeded`));
    }
  }, LOOK_MS);
  watch.unref();

  return {
    pid: child.pid,
    bundle: options.bundle,
    builtAt: options.builtAt,
    isDead: () => isDead,
    run: (order, limits, onLog) =>
      new Promise((resolve, reject) => {
        underway = { order, limits, onLog, resolve, reject, endsAt: 0, limitMs: 0 };
        allow(underway, isLoaded ? limits.timeoutMs : LOAD_LIMIT_MS);
        child.send(order);
      }),
    end: async () => {
      isDead = true;
      child.kill('SIGKILL');
      await gone;
    },
  };
};
