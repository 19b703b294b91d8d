import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { WireError } from '../gateway/errors';
import { changedAt, readConfig, type FunctionConfig } from './config';
import type { Caller } from './invocation';
import type { Logs } from './logs';
import { createPool, type Seat } from './pool';
import { WaveCounter } from './waves';
import { FunctionFailure, startWorker, type FailureReason } from './worker';

const REMEMBERED_INVOCATIONS = 500;
const NAME = /^[a-zA-Z][\w-]{0,59}$/;
/** A function that calls itself without end is stopped here. */
const MAX_DEPTH = 10;
/** How often the folder is looked at for changed code. */
const LOOK_MS = 100;

/** What the gateway remembers of an invocation, for tests and the panel. */
export interface InvocationReport {
  readonly requestId: string;
  readonly name: string;
  readonly calls: number;
  readonly waves: number;
}

/** An invocation under way, as its own requests to the gateway name it. */
export interface Running {
  readonly requestId: string;
  readonly name: string;
  readonly caller: Caller;
  readonly config: FunctionConfig;
  readonly waves: WaveCounter;
  readonly clockOffsetMs: number;
  readonly depth: number;
  readonly whileWaiting: Seat['whileWaiting'];
}

/** A call that failed carries its request's id, as one that answered does. */
export class InvocationError extends WireError {
  readonly requestId: string;

  constructor(code: string, message: string, requestId: string) {
    super(code, message);
    this.requestId = requestId;
  }
}

export interface Functions {
  readonly names: () => string[];
  readonly configOf: (name: string) => FunctionConfig;
  /**
   * @param event JSON
   * @param from the function that calls, when one does
   * @returns what the function answered, as JSON text
   * @throws InvocationError FUNCTIONS_EXECUTE_FAIL and the like, WireError for a function that is not there
   */
  invoke(
    name: string,
    event: string,
    caller: Caller,
    from?: Running,
  ): Promise<{ requestId: string; text: string }>;
  /** Who is behind a request that a running function made. */
  runningOf(token: unknown): Running | undefined;
  reportOf(requestId: string): InvocationReport | undefined;
  close(): Promise<void>;
}

const FAILURE_CODES: Readonly<Record<FailureReason, string>> = {
  timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  memory: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  crash: 'FUNCTIONS_EXECUTE_FAIL',
  threw: 'FUNCTIONS_EXECUTE_FAIL',
  deep: 'FUNCTIONS_EXECUTE_FAIL',
  busy: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
};

/** What getWXContext reads; a timer has no openid. */
const contextOf = (caller: Caller, token: string, requestId: string): Record<string, string> => {
  const call = { WX_API_TOKEN: token, TCB_SOURCE: caller.source, TCB_SEQID: requestId };
  if (!caller.openid) return { ...call, WX_CONTEXT_KEYS: 'WX_API_TOKEN' };
  return {
    ...call,
    WX_OPENID: caller.openid,
    WX_APPID: caller.appid,
    WX_CLIENTIP: '127.0.0.1',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP,WX_API_TOKEN',
  };
};

export const createFunctions = (options: {
  readonly env: string;
  readonly functionsDir: string;
  readonly runnerPath: string;
  readonly limits: { readonly atWork: number; readonly resident: number; readonly waiting: number };
  /** What every function finds in its environment. */
  readonly environment: () => Readonly<Record<string, string>>;
  readonly clockOffsetMs: () => number;
  readonly now: () => number;
  readonly logs: Logs;
}): Functions => {
  const { functionsDir, logs, now } = options;
  const pool = createPool(options.limits);
  const running = new Map<string, Running>();
  const reports = new Map<string, InvocationReport>();
  const known = new Map<string, { lookedAt: number; builtAt: number; config: FunctionConfig }>();
  let nextId = 1;

  const bundleOf = (name: string): string => path.join(functionsDir, name, 'index.js');

  /** The function as it stands on disk, looked at again every now and then. */
  const deployed = (name: string): { builtAt: number; config: FunctionConfig } => {
    const present = known.get(name);
    if (present && Date.now() - present.lookedAt < LOOK_MS) return present;
    const builtAt = NAME.test(name) ? changedAt(bundleOf(name)) : 0;
    if (builtAt === 0) {
      known.delete(name);
      throw new WireError('FUNCTIONS_FUNCTION_NOT_FOUND', `FunctionName ${name} not found`);
    }
    const found = { lookedAt: Date.now(), builtAt, config: readConfig(functionsDir, name) };
    known.set(name, found);
    return found;
  };

  const remember = (report: InvocationReport): void => {
    reports.set(report.requestId, report);
    const [oldest] = reports.keys();
    if (reports.size > REMEMBERED_INVOCATIONS && oldest !== undefined) reports.delete(oldest);
  };

  const perform = async (
    name: string,
    event: string,
    caller: Caller,
    requestId: string,
    depth: number,
  ): Promise<string> => {
    const { builtAt, config } = deployed(name);
    if (depth > MAX_DEPTH) throw new FunctionFailure('deep', `functions call each other ${depth} deep`);
    const bundle = bundleOf(name);
    const { runnerPath } = options;
    const { memoryMb } = config;
    const seat = await pool.take(
      {
        bundle,
        builtAt,
        start: () =>
          startWorker({ runnerPath, bundle, builtAt, memoryMb, environment: options.environment() }),
      },
      depth > 1,
    );
    const token = randomUUID();
    const waves = new WaveCounter();
    const clockOffsetMs = options.clockOffsetMs();
    const { whileWaiting } = seat;
    running.set(token, { requestId, name, caller, config, waves, clockOffsetMs, depth, whileWaiting });
    const order = {
      id: nextId++,
      bundle,
      event,
      clockOffsetMs,
      environment: contextOf(caller, token, requestId),
      context: { request_id: requestId, function_name: name, namespace: options.env },
    };
    try {
      return await seat.worker.run(order, config, (level, text) =>
        logs.write({ requestId, name, level, text, at: now() }),
      );
    } finally {
      running.delete(token);
      seat.giveBack();
      remember({ requestId, name, calls: waves.calls, waves: waves.waves });
    }
  };

  return {
    names: () =>
      existsSync(functionsDir)
        ? readdirSync(functionsDir).filter((name) => NAME.test(name) && changedAt(bundleOf(name)) > 0)
        : [],
    configOf: (name) => deployed(name).config,
    runningOf: (token) => (typeof token === 'string' ? running.get(token) : undefined),
    reportOf: (requestId) => reports.get(requestId),
    close: () => pool.close(),
    invoke: async (name, event, caller, from) => {
      const requestId = randomUUID();
      const work = (): Promise<string> => perform(name, event, caller, requestId, (from?.depth ?? 0) + 1);
      try {
        return { requestId, text: await (from ? from.whileWaiting(work) : work()) };
      } catch (error) {
        if (!(error instanceof FunctionFailure)) throw error;
        logs.write({ requestId, name, level: 'error', text: error.stack ?? error.message, at: now() });
        throw new InvocationError(FAILURE_CODES[error.reason], error.message, requestId);
      }
    },
  };
};
