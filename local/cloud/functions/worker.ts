import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Duplex, Readable } from 'node:stream';
import { FunctionFailure } from './failure';
import type { LogLevel, Order } from './invocation';
import { lineReader } from './lines';
import { messageOf, type Message } from './messages';

/** Loading the code has a limit of its own, as on the service: a cold start is not the function's time. */
const LOAD_LIMIT_MS = 30_000;
const FUNCTION_PRIORITY = 3;
/** How often time and memory are looked at. */
const LOOK_MS = 50;
const PAGE_BYTES = 4096;
/** More than any answer may have; the service's bounds are held where the answer goes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What a process without a function takes at most: the function's memory is what it has beyond. */
const MOST_EMPTY_BYTES = 100 * 1024 * 1024;
/** Lines written behind an answer still find their invocation, of the last so many. */
const REMEMBERED = 20;
/** How long what a dead process said may take to arrive. */
const LAST_WORDS_MS = 1000;

export interface WorkerLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

export type OnLog = (level: LogLevel, text: string) => void;

/** A process that holds one function. */
export interface Worker {
  readonly pid: number | undefined;
  readonly bundle: string;
  /** Of the code and the configuration it was started with. */
  readonly version: string;
  /** Whether it may be given an order. */
  readonly isUsable: () => boolean;
  /** @param onLog what the function writes, also behind its answer @throws FunctionFailure */
  readonly run: (order: Order, limits: WorkerLimits, onLog: OnLog) => Promise<string>;
  /** Resolves when the process has ended. */
  readonly gone: Promise<void>;
  readonly end: () => Promise<void>;
}

export interface WorkerOptions {
  readonly runnerPath: string;
  readonly bundle: string;
  readonly version: string;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
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
  readonly resolve: (text: string) => void;
  readonly reject: (failure: FunctionFailure) => void;
  /** By performance.now(): the machine's clock may be set. */
  endsAt: number;
  /** What is said when it has not ended by then. */
  limitMs: number;
  /** Something was heard of it. */
  hasBegun: boolean;
}

export const startWorker = (options: WorkerOptions): Worker => {
  const child = spawn(
    process.execPath,
    [
      ...[`--max-old-space-size=${options.memoryMb}`, '--enable-source-maps'],
      ...[options.runnerPath, String(process.pid)],
    ],
    { env: options.environment, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const channel = child.stdio[3] as Duplex;
  // The gateway goes first: a function that burns its time slows others down, not the answers on their way.
  if (child.pid !== undefined) setPriority(child.pid, FUNCTION_PRIORITY);
  let isUsable = true;
  let isLoaded = false;
  let emptyBytes = MOST_EMPTY_BYTES;
  let underway: Underway | undefined;
  /** The kernel says so when bytes that were sent were not read: the order did not begin. */
  let isUnread = false;
  const logs = new Map<number, OnLog>();

  const settle = (finish: (underway: Underway) => void): void => {
    const ended = underway;
    underway = undefined;
    if (ended) finish(ended);
  };
  const fail = (failure: FunctionFailure): void => settle(({ reject }) => reject(failure));
  const allow = (run: Underway, limitMs: number): void => {
    run.limitMs = limitMs;
    run.endsAt = performance.now() + limitMs;
  };
  // Not to be used from here on: a killed child takes a moment to go, and must not be given the next order.
  const kill = (failure: FunctionFailure): void => {
    isUsable = false;
    child.kill('SIGKILL');
    fail(failure);
  };

  const take = (message: Message): void => {
    if (message.kind === 'log') logs.get(message.id)?.(message.level, message.text);
    if (!underway || message.id !== underway.order.id) return;
    underway.hasBegun = true;
    if (message.kind === 'log') return;
    if (message.kind === 'loaded') {
      isLoaded = true;
      emptyBytes = Math.min(message.emptyBytes, MOST_EMPTY_BYTES);
      allow(underway, underway.limits.timeoutMs);
    } else if (message.kind === 'crashed') {
      isUsable = false;
      fail(new FunctionFailure('crash', message.message, message.stack));
    } else {
      isUsable &&= message.isClean;
      if (message.kind === 'answered') settle(({ resolve }) => resolve(message.text));
      else fail(new FunctionFailure('threw', message.message, message.stack));
    }
  };
  const read = lineReader(MOST_BYTES, (line) => {
    const message = messageOf(line);
    if (message) take(message);
    else kill(new FunctionFailure('crash', 'the process said what no function says'));
  });
  channel.on('data', (chunk: Buffer) => {
    try {
      read(chunk);
    } catch (error) {
      kill(new FunctionFailure('crash', (error as Error).message));
    }
  });
  channel.on('error', () => {
    isUnread = true;
  });
  /** What reached the process's own output past the runner: V8's last words, a native library's. */
  const listen = (output: Readable | null, level: LogLevel): void => {
    output?.on('data', (chunk: Buffer) =>
      [...logs.values()].pop()?.(level, chunk.toString('utf8').trimEnd()),
    );
    output?.on('error', () => undefined);
  };
  listen(child.stdout, 'info');
  listen(child.stderr, 'error');

  const closed = new Promise<void>((resolve) => channel.once('close', resolve));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      isUsable = false;
      clearInterval(watch);
      setTimeout(() => channel.destroy(), LAST_WORDS_MS).unref();
      void closed.then(() => {
        const isLost = isUnread && underway?.hasBegun === false;
        // V8 aborts when the heap is full.
        const reason = isLost ? 'lost' : signal === 'SIGABRT' ? 'memory' : 'crash';
        fail(new FunctionFailure(reason, `process ended: ${signal ?? String(code)}`));
        resolve();
      });
    });
    // A child that cannot be started says so here.
    child.once('error', (error) => {
      isUsable = false;
      clearInterval(watch);
      fail(new FunctionFailure('crash', error.message));
      if (child.pid === undefined) resolve();
    });
  });
  // One that closes its channel can be told nothing more.
  void closed.then(() => child.kill('SIGKILL'));

  // One watch for the life of the process: a timer for every call costs more than most calls.
  const watch = setInterval(() => {
    if (!underway) return;
    const { endsAt, limitMs, limits } = underway;
    if (performance.now() >= endsAt) {
      kill(new FunctionFailure('timeout', `time limit ${limitMs} ms exceeded`));
    } else if (residentBytes(child.pid) > emptyBytes + limits.memoryMb * 1024 * 1024) {
      kill(new FunctionFailure('memory', `memory limit ${limits.memoryMb} MB exceeded`));
    }
  }, LOOK_MS);
  watch.unref();

  return {
    pid: child.pid,
    bundle: options.bundle,
    version: options.version,
    isUsable: () => isUsable,
    run: (order, limits, onLog) =>
      new Promise((resolve, reject) => {
        const run = { order, limits, resolve, reject, endsAt: 0, limitMs: 0, hasBegun: false };
        allow(run, isLoaded ? limits.timeoutMs : LOAD_LIMIT_MS);
        underway = run;
        logs.set(order.id, onLog);
        const [oldest] = logs.keys();
        if (logs.size > REMEMBERED && oldest !== undefined) logs.delete(oldest);
        channel.write(`${JSON.stringify(order)}\n`);
      }),
    gone,
    end: async () => {
      isUsable = false;
      child.kill('SIGKILL');
      await gone;
    },
  };
};
